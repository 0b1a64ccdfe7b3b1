/**
 * The listing held against llvm-objdump 14 on a whole Go program, with its symbols: every line's
 * address, word, text and target name. Three things are put aside here: a page (adrp) is
 * named only where a symbol lies there, adr's target is absolute, and no value is told in a comment.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { featureOf } from '../src/arm64/index.ts';
import { lister } from '../src/arm64/listing.ts';
import { has, tell, workshop } from './built-binaries.ts';
import { capability } from './capability.ts';
import { hasGo } from './real-toolchain.ts';

const FEATURES = '+v8.5a,+lse,+aes,+sha2,+sha3,+sm4,+crc,+dotprod,+mte,+pauth';
const shop = workshop();
after(() => shop.remove());

test(
  'lister() lists a Go program as llvm-objdump does',
  capability(
    'go and llvm-objdump 14',
    hasGo && has('llvm-objdump') && /version 14/.test(tell('llvm-objdump', '--version')),
  ),
  () => {
    const path = shop.build({ program: 'hello', goos: 'linux', goarch: 'arm64', stripped: false });
    const theirs = {
      names: [] as string[],
      starts: [] as number[],
      words: [] as number[],
      lines: [] as string[],
    };
    let first = 0;
    const printed = tell('llvm-objdump', '-d', '-z', '--section=.text', `--mattr=${FEATURES}`, path);
    for (const line of printed.split('\n')) {
      const header = /^([0-9a-f]{16}) <(.*)>:$/.exec(line);
      const code = /^ *([0-9a-f]+): ((?:[0-9a-f]{2} ){4}) *\t(.*)$/.exec(line);
      if (header) {
        theirs.starts.push(parseInt(header[1] ?? '', 16));
        theirs.names.push(header[2] ?? '');
      }
      if (code) {
        if (theirs.words.length === 0) first = parseInt(code[1] ?? '', 16);
        theirs.words.push(parseInt((code[2] ?? '').split(' ').toReversed().join(''), 16));
        theirs.lines.push(spelled(code[3] ?? ''));
      }
    }
    assert.ok(theirs.words.length > 100_000 && theirs.starts.length > 1000);

    const symbols = { ...theirs, end: first + theirs.words.length * 4 };
    const ours: string[] = [];
    let headers = 0;
    for (const piece of lister({ symbols })(Uint32Array.from(theirs.words), first)) {
      for (const line of new TextDecoder().decode(piece).split('\n')) {
        const text = /^ *[0-9a-f]+: [0-9a-f]{8} {2}(.*)$/.exec(line)?.[1];
        if (text !== undefined) ours.push(spelled(text));
        else if (line.endsWith('>:')) headers += 1;
      }
    }
    assert.equal(headers, theirs.starts.length);
    assert.equal(ours.length, theirs.lines.length);
    for (const [index, line] of theirs.lines.entries()) {
      // Constants among the code look like instructions that llvm-objdump was not told of.
      const isNewer = line === '<unknown>' && featureOf(theirs.words[index] ?? 0) !== undefined;
      if (isNewer || line.startsWith('adr ')) continue;
      assert.equal(ours[index], line, (first + index * 4).toString(16));
    }
  },
);

function spelled(text: string): string {
  const plain = text
    .replace(/\s*\/\/ =.*$/, '')
    .trim()
    .replaceAll(/\s+/g, ' ');
  return plain.startsWith('adrp ') ? plain.replace(/ <.*>$/, '') : plain;
}
