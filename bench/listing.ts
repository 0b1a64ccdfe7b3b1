/**
 * Text of all instructions of a program, process start included, against llvm-objdump: the figure is
 * at least 8 times as fast as version 14. The program's path comes first, then the command that
 * lists it; without one, `./goassay inspect --disasm`. Both write to a file.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleaved, median, told } from './interleaved.ts';

const [file, ...command] = process.argv.slice(2);
if (file === undefined)
  throw new Error('Give the path of an arm64 program, such as tsgo of @typescript/native-preview');
const ours = command.length > 0 ? command : ['./goassay', 'inspect', '--disasm'];
const directory = mkdtempSync(join(tmpdir(), 'goassay-bench-'));
const into = (argv: readonly string[]): [string, ...string[]] => [
  'sh',
  '-c',
  'out=$1; shift; exec "$@" >"$out"',
  'sh',
  join(directory, 'listing'),
  ...argv,
];

try {
  const times = interleaved(
    [
      { name: 'llvm-objdump -d', argv: into(['llvm-objdump', '-d', '--no-show-raw-insn', file]) },
      { name: 'goassay', argv: into([...ours, file]) },
    ],
    7,
  );
  for (const [name, values] of times) console.log(name.padEnd(20), told(values));
  const [theirs = [], own = []] = times.values();
  console.log(`${(median(theirs) / median(own)).toFixed(1)} times as fast (at least 8, goal 10)`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
