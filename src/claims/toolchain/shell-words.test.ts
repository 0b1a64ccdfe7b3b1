import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { shellWord } from './shell-words.ts';

const sh = (word: string): string =>
  execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8', env: { HOME: '/home/gopher' } });

test('shellWord() is one word with that value to sh, and ~ is the home directory', () => {
  assert.equal(sh(shellWord('~/sdk/地鼠 go')), '/home/gopher/sdk/地鼠 go');
  const path = fc.stringMatching(/^\/[ -~]{0,30}$/);
  fc.assert(
    fc.property(path, (text) => assert.equal(sh(shellWord(text)), text)),
    { numRuns: 30 },
  );
});
