/**
 * `goassay explain`: one claim argued from end to end, so that a reader who does not believe the
 * verdict can do everything again.
 *
 * @module
 */

import { access } from 'node:fs/promises';
import { select, UnknownNameError } from '../assay/select.ts';
import { CLAIMS } from '../claims/index.ts';
import { LEDGER, type DecidableRow } from '../claims/ledger/index.ts';
import type { AnyClaim } from '../model/claim.ts';
import type { CaseFile } from '../model/dossier.ts';
import { needId, needOf, type Asked, type Needs } from '../model/kind.ts';
import type { Language } from '../model/text.ts';
import { explanation } from '../reports/explanation.ts';
import { readCaseFile } from './case-file.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { reportOn } from './report-on.ts';

const USUAL_DOSSIER = 'goassay-report/dossier.json';

export interface ExplainOptions {
  readonly dossier?: string;
  readonly json?: boolean;
}

export async function explainCommand(
  name: string,
  options: ExplainOptions,
  language: Language,
): Promise<ExitCode> {
  const catalogue = { claims: CLAIMS, ledger: LEDGER };
  const isChapter = /^\d(\.\d)?$/.test(name);
  if (isChapter)
    throw new UnknownNameError(
      'claim or statement',
      name,
      CLAIMS.map(({ id }) => id),
    );
  const { claims, rows } = select([name], catalogue);
  const quoted = LEDGER.filter(({ id }) => rows.has(id));
  const file = await evidenceFor(options);
  const findings = file
    ? reportOn({ ...file, inquiry: { ...file.inquiry, only: claims.map(({ id }) => id) } }).findings
    : [];

  if (options.json) {
    const told = claims.map((claim) => ({
      ...described(claim),
      finding: findings.find(({ id }) => id === claim.id),
    }));
    process.stdout.write(`${JSON.stringify({ statements: quoted, claims: told }, undefined, 2)}\n`);
    return EXIT.met;
  }
  if (claims.length === 0) process.stdout.write(unanswered(quoted, language));
  for (const claim of claims) {
    const finding = findings.find(({ id }) => id === claim.id);
    process.stdout.write(
      explanation(
        { ...described(claim), rows: quoted.filter(({ id }) => claim.answers.includes(id)), finding },
        language,
      ),
    );
  }
  if (!file) {
    process.stderr.write(
      language === 'zh'
        ? `没有案卷可用。运行 goassay run --only ${name}，或用 --dossier 指定一份。\n`
        : `There is no dossier to show evidence from. Run goassay run --only ${name}, or name one with --dossier.\n`,
    );
  }
  return EXIT.met;
}

/** A claim as data, without its function. */
function described({ id, answers, statement, method, wouldChange, needs }: AnyClaim) {
  return {
    id,
    answers,
    statement,
    method,
    wouldChange,
    needs: Object.values<Asked<unknown>>(needs as Needs).map((asked) => ({
      id: needId(needOf(asked)),
      title: needOf(asked).kind.title,
    })),
  };
}

async function evidenceFor({ dossier }: ExplainOptions): Promise<CaseFile | undefined> {
  if (dossier !== undefined) return readCaseFile(dossier);
  try {
    await access(USUAL_DOSSIER);
  } catch {
    return undefined; // none was written here yet
  }
  return readCaseFile(USUAL_DOSSIER);
}

function unanswered(rows: readonly DecidableRow[], language: Language): string {
  return rows
    .map(({ id, quote, statement, decide }) =>
      [
        `${id}  ${quote}`,
        `  ${statement[language]}`,
        language === 'zh'
          ? '  本版本未回答此条。应如何判定（英文）:'
          : '  Not answered by this version. How it is to be decided:',
        `  ${decide.en}`,
        '',
      ].join('\n'),
    )
    .join('\n');
}
