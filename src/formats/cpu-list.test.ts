import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormatError } from '../bytes/error.ts';
import { cpuList } from './cpu-list.ts';

/** The list format of cpuset(7). */
const LISTS = [
  ['0-3,8,10-11\n', [0, 1, 2, 3, 8, 10, 11]],
  ['0', [0]],
  ['', []],
  ['\n', []],
  ['7-7', [7]],
] as const;

for (const [text, cpus] of LISTS) {
  test(`cpuList() reads ${JSON.stringify(text)}`, () => {
    assert.deepEqual(cpuList(text), cpus);
  });
}

for (const text of ['ff', '3-1', '0-', '-3', '0-99999', '1.5', '0-3:1/2', '0x3']) {
  test(`cpuList() refuses ${text}`, () => {
    assert.throws(() => cpuList(text), FormatError);
  });
}

test('cpuList() refuses a list that repeats itself instead of filling the memory', () => {
  assert.throws(() => cpuList('0-8191,'.repeat(100_000)), FormatError);
});

test('any text gives CPU numbers or a FormatError', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9,\- ]*$/));
  fc.assert(
    fc.property(text, (any) => {
      try {
        assert.ok(cpuList(any).every((cpu) => Number.isSafeInteger(cpu) && cpu >= 0));
      } catch (error) {
        assert.ok(error instanceof FormatError);
      }
    }),
  );
});
