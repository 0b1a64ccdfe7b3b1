import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { redactor } from './redact.ts';

const redact = redactor({ homeDirectory: '/Users/grace hopper', hostName: 'graces-macbook.local' });

const CASES: readonly (readonly [from: string, to: string])[] = [
  ['/Users/grace hopper/sdk/go1.26/bin/go', '~/sdk/go1.26/bin/go'],
  ['GOPATH=/Users/grace hopper', 'GOPATH=~'],
  ['/Users/grace hopperson/go', '/Users/grace hopperson/go'],
  ['ssh graces-macbook.local:22', 'ssh ‹host›:22'],
  ['https://user:secret@proxy.example.com/mod,direct', 'https://‹redacted›@proxy.example.com/mod,direct'],
  ['token ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'token ghp_‹redacted›'],
  ['Authorization: Bearer abc.def-ghi', 'Authorization: Bearer ‹redacted›'],
  ['cd /tmp/goassay-a1B2c3/build && go build', 'cd $SCRATCH/build && go build'],
  ['/private/var/folders/x/T/goassay-ZZZZZZ', '$SCRATCH'],
  ['/usr/local/go/bin/go', '/usr/local/go/bin/go'],
];

for (const [from, to] of CASES) {
  test(`redactor() makes “${from}” into “${to}”`, () => assert.equal(redact(from), to));
}

test('redactor() reaches every string in a value, leaves keys and other things alone, and is done at once', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const once = redact(value);
      assert.deepEqual(redact(once), once);
      assert.equal(typeof once, typeof value);
    }),
  );
  assert.deepEqual(redact({ a: [{ '/Users/grace hopper': '/Users/grace hopper', n: 1, u: undefined }] }), {
    a: [{ '/Users/grace hopper': '~', n: 1, u: undefined }],
  });
});

test('redactor() leaves a host name that is an ordinary word alone', () => {
  const plain = redactor({ homeDirectory: '/', hostName: 'go' });
  assert.equal(plain('go build /x'), 'go build /x');
});
