/**
 * `goassay claims`: what this version can say, and how much of the paper it covers, computed.
 *
 * @module
 */

import { chapterOf } from '../assay/select.ts';
import { plan } from '../assay/plan.ts';
import { CLAIMS } from '../claims/index.ts';
import { CHAPTERS } from '../claims/ledger/chapters.ts';
import { LEDGER } from '../claims/ledger/index.ts';
import type { AnyClaim } from '../model/claim.ts';
import { needId, needOf, type Asked, type Needs } from '../model/kind.ts';
import type { Language } from '../model/text.ts';
import { PROBES } from '../probes/index.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

export async function claimsCommand(
  { json = false }: { json?: boolean },
  language: Language,
): Promise<ExitCode> {
  const answered = new Set(CLAIMS.flatMap(({ answers }) => answers));
  if (json) {
    const listing = {
      claims: CLAIMS.map(describe),
      statements: {
        total: LEDGER.length,
        answered: answered.size,
        unanswered: LEDGER.filter(({ id }) => !answered.has(id)).map(({ id }) => id),
      },
    };
    process.stdout.write(`${JSON.stringify(listing, undefined, 2)}\n`);
    return EXIT.met;
  }
  const lines: string[] = [];
  for (const { id, title } of CHAPTERS) {
    const told = CLAIMS.filter((claim) => chapterOf(claim) === id);
    if (told.length === 0) continue;
    lines.push(`${id}  ${title[language]}`);
    for (const claim of told) {
      const rows = claim.answers.length > 0 ? `  [${claim.answers.join(' ')}]` : '';
      lines.push(`   ${claim.id}${rows}`, `      ${claim.statement[language]}`);
    }
    lines.push('');
  }
  lines.push(
    language === 'zh'
      ? `${CLAIMS.length} 条主张，回答白皮书 ${LEDGER.length} 条陈述中的 ${answered.size} 条。`
      : `${CLAIMS.length} claims answer ${answered.size} of the paper's ${LEDGER.length} statements.`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.met;
}

function describe(claim: AnyClaim) {
  const needs = Object.values<Asked<unknown>>(claim.needs as Needs);
  return {
    id: claim.id,
    chapter: chapterOf(claim),
    subject: claim.subject,
    answers: claim.answers,
    statement: claim.statement,
    needs: needs.filter((asked) => !('wish' in asked)).map((asked) => needId(needOf(asked))),
    wishes: needs.filter((asked) => 'wish' in asked).map((asked) => needId(needOf(asked))),
    probes: plan([claim], PROBES).probes.map(({ gathers, cost }) => ({
      gathers: needId(gathers),
      time: cost.time,
    })),
  };
}
