import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { egressOf } from './contacts.ts';
import { egressRequests } from './egress.ts';
import type { Answer } from './proxy-list.ts';

const KEY = 'sum.test+00000000+AAAA';
const settings = fc.record({
  goproxy: fc
    .array(fc.constantFrom('https://a.test', 'http://b.test/x', 'direct', 'off', ',', '|', ' '), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join('')),
  gonoproxy: fc.constantFrom('', 'corp.test', '*', 'other.test'),
  gonosumdb: fc.constantFrom('', 'corp.test'),
  gosumdb: fc.constantFrom('off', KEY, `${KEY} https://db.test/s`, 'sum.default', 'two many words'),
  defaultSumdb: fc.constant('sum.default'),
});

test('egressOf() names every host that some answers lead to, and no host that none do', () => {
  const module = { path: 'corp.test/x', version: 'v1.0.0' };
  fc.assert(
    fc.property(settings, (one) => {
      const told = new Set(egressOf(one, module.path, () => undefined).contacts.map(({ host }) => host));
      const asked = new Set<string>();
      // Every host and kind of request in turn says found, not found or refuses; 3 to the 6th cases.
      for (let code = 0; code < 729; code += 1) {
        const answer = (index: number): Answer =>
          (['found', 'not-found', 'error'] as const)[Math.floor(code / 3 ** index) % 3] ?? 'found';
        const requests = egressRequests(one, module, ({ host, kind }) => {
          const isSum = kind === 'supported' || kind === 'lookup';
          return answer((isSum ? 3 : 0) + (host.startsWith('a.') ? 0 : host.startsWith('b.') ? 1 : 2));
        });
        for (const { host } of requests) asked.add(host);
      }
      assert.deepEqual([...told].toSorted(), [...asked].toSorted());
    }),
    { numRuns: 25 },
  );
});
