/**
 * Showing the four words to disassemblers that are not ours, each as it takes raw words.
 *
 * @module
 */

import { PRINTED_WORDS, printedWords, type PrintedWords } from '../../evidence/binary/printed-words.ts';
import type { Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { attempt, nothing } from '../toolchain/attempt.ts';

const TOOLS: readonly (readonly [program: string, ...rest: string[]])[] = [
  ['llvm-mc', '-disassemble', '-triple=aarch64', 'words.txt'],
  ['aarch64-linux-gnu-objdump', '-D', '-b', 'binary', '-m', 'aarch64', 'words.bin'],
  ['objdump', '-D', '-b', 'binary', '-m', 'aarch64', 'words.bin'],
];

/** "  4:\tf2a00000 \tmovk\tx0, #0x0, lsl #16" of GNU objdump, "\tmovk\tx0, #0, lsl #16" of llvm-mc. */
const INSTRUCTION = /^\s+(?:[0-9a-f]+:\s+[0-9a-f]{8}\s+)?([a-z][a-z0-9.]*\s+[^/]*?)\s*(?:\/\/.*)?$/;

export const printedWordsProbe = probe({
  gathers: printedWords,
  cost: { time: 'instant' },
  async gather(host) {
    const directory = await host.scratch('printed-words');
    const bytes = PRINTED_WORDS.flatMap(({ word }) => [0, 8, 16, 24].map((shift) => (word >>> shift) & 255));
    await host.writeScratch(`${directory}/words.bin`, Uint8Array.from(bytes));
    const inHex = bytes.map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(' ');
    await host.writeScratch(`${directory}/words.txt`, `${inHex}\n`);
    const readings: PrintedWords['readings'] = [];
    for (const argv of TOOLS) {
      const reading = await read(host, argv, directory);
      if (reading) readings.push(reading);
    }
    return known({ readings });
  },
});

/** Undefined if there is no such tool. */
async function read(
  host: Host,
  argv: readonly [string, ...string[]],
  directory: string,
): Promise<PrintedWords['readings'][number] | undefined> {
  const outcome = await attempt(() => host.run({ argv, directory }), nothing);
  if (!outcome) return undefined;
  const texts = outcome.stdout.split('\n').flatMap((line) => {
    const [, text] = INSTRUCTION.exec(line) ?? [];
    return text === undefined ? [] : [text.replaceAll(/\s+/g, ' ')];
  });
  return { command: argv.join(' '), exit: outcome.exit, texts };
}
