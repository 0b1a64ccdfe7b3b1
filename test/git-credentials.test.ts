/** GOAUTH=git: real git, with a helper that keeps credentials in a file, asked as the go command asks it. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Request } from '../src/host/host.ts';
import { nodeHost } from '../src/host/node.ts';
import { withCredentials } from '../src/sumdb/credentials.ts';
import { capability } from './capability.ts';

const GIT = capability('git', spawnSync('git', ['--version'], { timeout: 20_000 }).status === 0);
const root = mkdtempSync(join(tmpdir(), 'goassay-git-'));
after(() => rmSync(root, { recursive: true, force: true }));

function stage(goauth: string) {
  const machine = nodeHost();
  const sent: Request['credentials'][] = [];
  const request = ({ url, credentials }: Request) => {
    sent.push(credentials);
    return Promise.resolve({
      url,
      status: credentials ? 200 : 401,
      headers: { 'www-authenticate': 'Basic realm="x"' },
      body: new Uint8Array(),
      redirectedBy: [],
      durationMs: 0,
    });
  };
  return { machine, sent, host: withCredentials({ ...machine, request }, goauth) };
}

test('GOAUTH=git sends what git has for the address, and asks in the named directory only', GIT, async () => {
  writeFileSync(join(root, 'kept'), 'https://me:s3cret@proxy.test\n');
  spawnSync('git', ['init', '-q', root]);
  spawnSync('git', ['-C', root, 'config', 'credential.helper', `store --file=${join(root, 'kept')}`]);
  const basic = { authorization: `Basic ${Buffer.from('me:s3cret').toString('base64')}` };
  const cases = [
    [`git ${root}`, 'https://proxy.test/a/@v/list', [undefined, basic]],
    [`git ${root}`, 'https://other.test/a', [undefined]],
    ['git relative', 'https://proxy.test/a', [undefined]],
    [`git ${root} more`, 'https://proxy.test/a', [undefined]],
    [`git ${join(root, 'gone')}`, 'https://proxy.test/a', [undefined]],
  ] as const;
  for (const [goauth, url, expected] of cases) {
    const { machine, sent, host } = stage(goauth);
    await host.request({ url });
    machine.close();
    assert.deepEqual(sent, expected, `${goauth} ${url}`);
  }
});

test('a GOAUTH command reads the head of the answer that it is asked about', async () => {
  const helper = join(root, 'helper.sh');
  writeFileSync(
    helper,
    `#!/bin/sh\n[ $# = 1 ] || exit 0\ngrep -q '^www-authenticate: Basic' && printf '%s\\n\\nX-Heard: yes\\n\\n' https://late.test\n`,
    { mode: 0o755 },
  );
  const { machine, sent, host } = stage(helper);
  await host.request({ url: 'https://late.test/x' });
  machine.close();
  assert.deepEqual(sent, [undefined, { 'x-heard': 'yes' }]);
});
