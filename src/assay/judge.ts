/**
 * Judging one claim on the evidence gathered.
 *
 * @module
 */

import type { AnyClaim } from '../model/claim.ts';
import { factIn, type Dossier } from '../model/dossier.ts';
import type { Fact, Known, Missing } from '../model/fact.ts';
import { needOf, type Asked, type Need, type Needs } from '../model/kind.ts';
import type { Text } from '../model/text.ts';
import { inconclusive, notApplicable, type Verdict } from '../model/verdict.ts';

/**
 * Shows `claim` the facts it needs and returns its verdict. Missing facts are settled here, so
 * that no claim has to: nothing to know means the claim does not apply, and not being able to
 * look means nobody can say. A saved value that its kind's schema refuses counts as not looked.
 */
export function judge(claim: AnyClaim, dossiers: readonly Dossier[]): Verdict {
  const shown: Record<string, unknown> = {};
  const doubts: Text[] = [];
  const missing: Missing[] = [];
  const needs: Needs = claim.needs;
  for (const [name, asked] of Object.entries(needs)) {
    const fact = settle(asked, dossiers);
    if (fact.state === 'known') shown[name] = fact.value;
    else if (!('wish' in asked)) missing.push(fact);
    else if (fact.state === 'blocked') doubts.push(notLooked(asked, fact.reason));
  }
  // Nothing to know outweighs not having looked: the claim does not apply, however well one looks.
  const settled = missing.find(({ state }) => state === 'absent') ?? missing[0];
  if (settled) {
    const verdict = settled.state === 'absent' ? notApplicable : inconclusive;
    return verdict(settled.reason, { remedy: settled.remedy });
  }
  const verdict = claim.judge(shown);
  return doubts.length === 0 ? verdict : { ...verdict, warnings: [...verdict.warnings, ...doubts] };
}

function settle(asked: Asked<unknown>, dossiers: readonly Dossier[]) {
  const need = needOf(asked);
  const fact = factIn(dossiers, need);
  const { title, schema } = need.kind;
  if (!fact) {
    return missingFact({ en: `No probe gathered ${title.en}`, zh: `没有探针采集${title.zh}` });
  }
  if (fact.state !== 'known') return fact;
  const checked = checkedOnce(schema, fact);
  if (checked.success) return { ...fact, value: checked.data };
  const place = checked.error.issues[0]?.path.join('.') ?? '';
  return missingFact({
    en: `The dossier's ${need.kind.id} is not of the shape this version reads, at "${place}"`,
    zh: `案卷中的 ${need.kind.id} 不符合本版本可读的格式，位于“${place}”`,
  });
}

type Check = ReturnType<Need<unknown>['kind']['schema']['safeParse']>;

/** Several claims need the same fact, and checking large ones is half the work of judging. */
const checks = new WeakMap<Fact<unknown>, Map<Need<unknown>['kind']['schema'], Check>>();

function checkedOnce(schema: Need<unknown>['kind']['schema'], fact: Known<unknown>): Check {
  const ofFact = checks.get(fact) ?? new Map<Need<unknown>['kind']['schema'], Check>();
  checks.set(fact, ofFact);
  const known = ofFact.get(schema) ?? schema.safeParse(fact.value);
  ofFact.set(schema, known);
  return known;
}

function missingFact(reason: Text): Missing {
  return { state: 'blocked', reason, sources: [] };
}

function notLooked(asked: Asked<unknown>, reason: Text): Text {
  const { title } = needOf(asked).kind;
  return { en: `Without ${title.en}: ${reason.en}`, zh: `未采集${title.zh}：${reason.zh}` };
}
