import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Source } from '../model/fact.ts';
import { toldSource } from './source.ts';

const word = fc.string({ unit: 'grapheme-ascii', maxLength: 12 });

/** What a shell makes of the command that is shown, with VARIABLE set to what the run did not have. */
function shellPrints(source: Source): string {
  const { shown } = toldSource(source);
  const { stdout } = spawnSync('sh', ['-c', shown], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], VARIABLE: 'from outside' },
    timeout: 20_000,
  });
  return stdout;
}

// "~" and "$" are shown as they are, because redaction puts them there: "~/go", "$SCRATCH".
const plain = word.filter((text) => !/[~$]/.test(text));

test('a POSIX shell takes the command that is shown as the one that was run', () => {
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1, maxLength: 4 }), plain, (args, value) => {
      const source: Source = {
        via: 'command',
        argv: ['printf', '<%s>', ...args],
        environment: { VARIABLE: value },
        exit: 0,
      };
      assert.equal(shellPrints(source), args.map((arg) => `<${arg}>`).join(''));
    }),
    { numRuns: 25 },
  );
});

test('what was set is set and what was unset is unset, in the directory where it was', () => {
  const run = (value: string): string =>
    shellPrints({
      via: 'command',
      argv: ['sh', '-c', 'echo "${VARIABLE-unset} $(pwd)"'],
      directory: '/',
      environment: { VARIABLE: value, OTHER: '1' },
      exit: 0,
    });
  assert.equal(run('a b'), 'a b /\n');
  assert.equal(run(''), 'unset /\n');
});

test('how a command ended stands apart from it', () => {
  const told = toldSource({
    via: 'command',
    argv: ['go', 'version'],
    exit: 1,
    durationMs: 12.4,
    stdoutSha256: 'ab'.repeat(32),
  });
  assert.equal(told.shown, 'go version');
  assert.deepEqual(told.note, {
    en: 'exit 1 · 12 ms · stdout sha256:abababababababab…',
    zh: '退出码 1 · 12 ms · stdout sha256:abababababababab…',
  });
});

test('a digest of windows is not told as one of the file', () => {
  const told = toldSource({ via: 'file', path: '/x', sha256: 'cd', windows: 2 });
  assert.deepEqual(told.note, { en: 'sha256:cd of the part that was read', zh: 'sha256:cd（所读部分）' });
});
