import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claim, type AnyClaim } from '../model/claim.ts';
import { verbatim } from '../model/text.ts';
import { confirmed, refuted, type Mend } from '../model/verdict.ts';
import { report } from './report.ts';

const INSTALL: Mend = { text: verbatim('Install it'), command: 'goassay install go1.26.11' };

function mending(id: string, mend: Mend, verdict = refuted): AnyClaim {
  const text = verbatim(id);
  return claim({
    id,
    subject: 'machine',
    answers: [],
    statement: text,
    method: text,
    wouldChange: text,
    needs: {},
    judge: () => verdict(text, { mend }),
  });
}

test('report() says once what several findings ask for, and nothing that a confirmed one would', () => {
  const { mends } = report(
    {
      schemaVersion: 1,
      tool: { name: 'goassay', version: '0.0.0' },
      inquiry: { only: [], profile: 'quick', online: false },
      run: { startedAt: '2026-11-24T10:00:00.000Z', durationMs: 1, complete: true, warnings: [] },
      dossiers: [],
    },
    {
      claims: [
        mending('kept', { ...INSTALL, command: 'unset GOROOT' }, confirmed),
        mending('old-release', INSTALL),
        mending('known-defect', INSTALL),
        mending('other', { ...INSTALL, command: 'unset GOROOT' }),
      ],
      ledger: [],
      kinds: [],
    },
  );
  assert.deepEqual(
    mends.map(({ command, finding }) => [command, finding]),
    [
      ['goassay install go1.26.11', 'old-release'],
      ['unset GOROOT', 'other'],
    ],
  );
});
