/**
 * `--syntax go` held against Go's own tools: `go tool objdump` for the words that it can read, and
 * `go tool asm` for those that it prints as `?`, which must make the same words of our text again.
 *
 * Where the two disagree with each other the assembler is right, because a listing is there to be
 * written again: what objdump prints then is listed here.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { disassemble, goSyntax } from '../src/arm64/index.ts';
import { tell, workshop } from './built-binaries.ts';
import { goassay } from './goassay.ts';
import { GO } from './real-toolchain.ts';

const shop = workshop();
after(() => shop.remove());

/** As objdump prints it, what is printed here, and why. */
const OTHERWISE: readonly (readonly [theirs: RegExp, ours: RegExp, why: string])[] = [
  [/^LDPSW \S+, R\d+, R\d+$/, /^LDPSW \S+, \(R\d+, R\d+\)$/, 'the assembler wants the pair in brackets'],
  [/^FMOV[SD] \$-?\d+\., /, /^FMOV[SD] \$-?\d+\.0, /, 'a number ends in a digit'],
  [/^LDURHW /, /^MOVHU /, 'the assembler knows no LDURHW'],
  [/^LDURBW /, /^MOVBU /, 'the assembler knows no LDURBW'],
  [/^MRS \$\d+, /, /^MRS [A-Z]\w+, /, 'registers of the system have names'],
  [/^MSR \S+, S\d_/, /^MSR \S+, [A-Z]\w+$/, 'registers of the system have names'],
  [/^VLD[1-4]R \d/, /^VLD[1-4]R\.P \d/, 'the address is written back'],
  [/^MOVW \$42949\d+, /, /^MOVW \$-\d+, /, 'the same 32 bits'],
];

interface Line {
  readonly address: number;
  readonly word: number;
  readonly text: string;
}

/** `  main.go:6\t0x1000\t\tf9400b90\t\tMOVD 16(R28), R16\t` */
function objdumped(path: string): Line[] {
  return tell('go', 'tool', 'objdump', path)
    .split('\n')
    .flatMap((line) => {
      const [, address, word, text] = line.split('\t').filter((cell) => cell !== '');
      if (address === undefined || word === undefined || text === undefined) return [];
      return [{ address: Number(address), word: parseInt(word, 16), text: text.trim() }];
    });
}

test('goSyntax() writes a whole program as go tool objdump does', GO, () => {
  const path = shop.build({ program: 'metrics', goos: 'linux', goarch: 'arm64', stripped: false });
  const lines = objdumped(path);
  assert.ok(lines.length > 100_000);
  const mnemonics = new Set<string>();
  for (const { address, word, text } of lines) {
    if (text === '?') continue;
    const name = / \$?(\S.*)\(SB\)/.exec(text)?.[1];
    const target = Number(/(0x[0-9a-f]+)$/.exec(disassemble(word, address) ?? '')?.[1]);
    const ours = goSyntax((at) => (at === target ? name : undefined))(word, address) ?? '?';
    mnemonics.add(text.split(' ')[0] ?? '');
    if (ours === text || OTHERWISE.some(([their, own]) => their.test(text) && own.test(ours))) continue;
    assert.equal(ours, text, `${word.toString(16).padStart(8, '0')} at ${address.toString(16)}`);
  }
  assert.ok(mnemonics.size > 150, `only ${mnemonics.size} mnemonics`);
});

/** Every operation, ordering and size of LSE (Arm ARM C4.1.94), with registers 1, 2 and [3]. */
function atomics(): number[] {
  const registers = (2 << 16) | (3 << 5) | 1;
  const words: number[] = [];
  for (const size of [0, 1, 2, 3]) {
    for (const order of [0, 1, 2, 3]) {
      const common = (size << 30) | (order << 22) | registers;
      for (const operation of [0, 1, 2, 3, 4, 5, 6, 7, 8])
        words.push((0x38200000 | common | (operation << 12)) >>> 0);
      // CAS has its release bit elsewhere, and 31 where the others have an operation.
      words.push((0x08a07c00 | (size << 30) | ((order & 2) << 21) | ((order & 1) << 15) | registers) >>> 0);
    }
  }
  for (const size of [0, 1])
    for (const acquire of [0, 1])
      for (const release of [0, 1])
        words.push(
          (0x08207c00 | (size << 30) | (acquire << 22) | (release << 15) | (2 << 16) | (3 << 5) | 4) >>> 0,
        );
  return words;
}

/** Go's assembler has no minimum and maximum, and not every ordering of CAS. */
function assemblerMnemonics(): ReadonlySet<string> {
  const path = join(tell('go', 'env', 'GOROOT').trim(), 'src/cmd/internal/obj/arm64/a.out.go');
  const names = readFileSync(path, 'utf8').matchAll(/^\tA([A-Z][A-Z0-9]*)$/gm);
  return new Set(Array.from(names, ([, name = '']) => name));
}

test('what go tool objdump prints as ? is assembled to the same words again', GO, () => {
  const text = goSyntax();
  const known = assemblerMnemonics();
  const words = atomics().filter((word) => known.has(text(word, 0)?.split(' ')[0] ?? ''));
  const source = join(shop.directory, 'atomics_arm64.s');
  const lines = words.map((word) => `\t${text(word, 0) ?? assert.fail(word.toString(16))}`);
  writeFileSync(source, `TEXT ·atomics(SB), 4, $0\n${lines.join('\n')}\n`);
  const object = join(shop.directory, 'atomics.o');
  tell('env', 'GOARCH=arm64', 'GOOS=linux', 'go', 'tool', 'asm', '-p', 'atomics', '-o', object, source);
  const assembled = objdumped(object).map(({ word }) => word);
  assert.deepEqual(assembled.slice(0, words.length), words);
  assert.ok(words.length > 80, `only ${words.length} are known to the assembler`);
});

test('inspect --disasm --syntax go names the functions that are called', GO, () => {
  const path = shop.build({ program: 'hello', goos: 'linux', goarch: 'arm64', stripped: true });
  const listing = ['inspect', '--disasm', '--function', 'main.main', path];
  const { status, stdout } = goassay([...listing, '--syntax', 'go']);
  assert.equal(status, 0);
  assert.match(stdout, /\bCALL runtime\.printstring\(SB\)/);
  assert.match(stdout, /\bMOVD 16\(R28\), R16\n/);
  assert.match(goassay(listing).stdout, /\bldr x16, \[x28, #16\]\n/);
});
