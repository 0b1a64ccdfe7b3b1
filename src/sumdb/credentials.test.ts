/**
 * Which request gets which credentials, by the rules of `go help goauth`, and that no other host, no
 * tape and no message ever gets them.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../host/fake.ts';
import type { Request } from '../host/host.ts';
import { recordTape } from '../host/tape.ts';
import { withCredentials } from './credentials.ts';

const NETRC = 'machine proxy.test login me password first\nmachine proxy.test login me password second\n';
const HELPER = 'https://proxy.test/team\n\nAuthorization: Bearer t\nX-Extra: one\n\n';

function stage(goauth: string | undefined, statuses: Readonly<Record<string, number>> = {}) {
  const sent: [string, Request['credentials']][] = [];
  const machine = fakeHost({
    homeDirectory: '/home/me',
    files: { '/home/me/.netrc': NETRC },
    commands: {
      'helper -q': { stdout: HELPER },
      'helper -q https://late.test/x': { stdout: 'https://late.test\n\nAuthorization: Bearer late\n\n' },
      broken: { exit: 1, stdout: HELPER },
    },
    respond({ url, credentials }) {
      sent.push([url, credentials]);
      return { status: credentials ? 200 : (statuses[url] ?? 200) };
    },
  });
  return { machine, sent, host: withCredentials(machine, goauth) };
}

const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`me:${password}`).toString('base64')}`,
});

/** GOAUTH, address, and what is sent with the request. */
const CASES: readonly (readonly [string | undefined, string, Request['credentials']])[] = [
  [undefined, 'https://proxy.test/a/@v/list', basic('first')],
  ['netrc', 'https://proxy.test', basic('first')],
  ['off', 'https://proxy.test/a', undefined],
  ['netrc', 'http://proxy.test/a', undefined],
  ['netrc', 'https://proxy.test:8443/a', undefined],
  ['netrc', 'https://other.test/a', undefined],
  ['netrc', 'https://evil-proxy.test/a', undefined],
  ["'helper' -q", 'https://proxy.test/team/a', { authorization: 'Bearer t', 'x-extra': 'one' }],
  ['helper -q', 'https://proxy.test/teams', undefined],
  ['helper -q; netrc', 'https://proxy.test/other', basic('first')],
  ['broken', 'https://proxy.test/team', undefined],
  ['no-such-helper; netrc', 'https://proxy.test/team', basic('first')],
  ['git /src', 'https://proxy.test/team', undefined],
];

test('withCredentials() sends what GOAUTH gives for the address, over https only', async () => {
  for (const [goauth, url, expected] of CASES) {
    const { host, sent } = stage(goauth);
    await host.request({ url });
    assert.deepEqual(sent, [[url, expected]], `${goauth} ${url}`);
  }
});

test('withCredentials() asks a GOAUTH command again with the address that answered 4xx, once', async () => {
  const { host, sent } = stage('helper -q', { 'https://late.test/x': 401 });
  assert.equal((await host.request({ url: 'https://late.test/x' })).status, 200);
  assert.deepEqual(
    sent.map(([, credentials]) => credentials),
    [undefined, { authorization: 'Bearer late' }],
  );
  const other = stage('netrc', { 'https://late.test/x': 401 });
  assert.equal((await other.host.request({ url: 'https://late.test/x' })).status, 401);
  assert.equal(other.sent.length, 1);
});

test('withCredentials() leaves nothing of them on a tape of the requests', async () => {
  const { machine } = stage(undefined);
  const { host, tape } = recordTape(machine);
  // Below the tape, where the go command's settings are known, only requests pass.
  const asking = withCredentials({ ...host, readFile: (path) => machine.readFile(path) }, undefined);
  await asking.request({ url: 'https://proxy.test/a' });
  const text = JSON.stringify(tape());
  assert.match(text, /proxy\.test/);
  assert.ok(!text.includes(basic('first').authorization.slice(6)) && !text.includes('first'), text);
});
