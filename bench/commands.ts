/**
 * The figures of whole commands: doctor below 2 s with three installs, a quick run below 15 s
 * warm and below 60 s with a cold Go build cache, judge of a full dossier below 1 s.
 *
 * @module
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleaved, told } from './interleaved.ts';

const root = mkdtempSync(join(tmpdir(), 'goassay-bench-'));
const out = join(root, 'report');
const cache = join(root, 'cache');
const empty = (): void => rmSync(cache, { recursive: true, force: true });

try {
  const warm = interleaved([{ name: 'run, warm', argv: ['./goassay', 'run', '-q', '--out', out] }], 5);
  const short = interleaved(
    [
      { name: 'doctor', argv: ['./goassay', 'doctor'] },
      { name: 'judge', argv: ['./goassay', 'judge', join(out, 'dossier.json')] },
      { name: 'go version', argv: ['go', 'version'] },
    ],
    10,
  );
  const cold = interleaved(
    [
      {
        name: 'run, cold build cache',
        argv: ['./goassay', 'run', '-q', '--out', out],
        environment: { GOCACHE: cache },
        prepare: empty,
      },
    ],
    2,
  );
  for (const [name, values] of [...warm, ...short, ...cold]) console.log(name.padEnd(24), told(values));
} finally {
  rmSync(root, { recursive: true, force: true });
}
