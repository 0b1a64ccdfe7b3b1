import assert from 'node:assert/strict';
import { test } from 'node:test';
import { install, installs } from '../../../test/sample-go-installs.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { FormatError } from '../../bytes/error.ts';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import { HostError } from '../../host/host.ts';
import type { Inquiry } from '../../model/dossier.ts';
import { goPortsProbe } from './go-ports.ts';

const LIST = '/usr/local/go/bin/go tool dist list -json';
const PORTS = '[{"GOOS":"darwin","GOARCH":"arm64","CgoSupported":true,"FirstClass":true,"Broken":false}]';
const OLD = '[{"GOOS":"darwin","GOARCH":"arm64","CgoSupported":true}]';
const go = goOf('go1.26.8');
const found = installs([install('/usr/local/go', 'go1.26.8'), install('/opt/go1.15', 'go1.15.15')]);

const gather = (commands: FakeMachine['commands'], profile: Inquiry['profile'] = 'quick') =>
  goPortsProbe.gather(
    fakeHost({ ...(commands && { commands }) }),
    { go, found },
    { only: [], profile, online: false },
  );

test('go-ports asks the Go under test', async () => {
  const fact = await gather({ [LIST]: { stdout: PORTS } });
  assert.ok(fact.state === 'known');
  const ports = [{ goos: 'darwin', goarch: 'arm64', cgoSupported: true, firstClass: true }];
  assert.deepEqual(fact.value.lists, [{ version: 'go1.26.8', path: '/usr/local/go/bin/go', ports }]);
});

test('go-ports asks the others in the full profile, and does without those that do not answer', async () => {
  const other = '/opt/go1.15/bin/go tool dist list -json';
  const both = await gather({ [LIST]: { stdout: PORTS }, [other]: { stdout: OLD } }, 'full');
  assert.ok(both.state === 'known');
  assert.deepEqual(
    both.value.lists.map(({ version }) => version),
    ['go1.26.8', 'go1.15.15'],
  );
  const one = await gather({ [LIST]: { stdout: PORTS }, [other]: { stdout: 'gopher!' } }, 'full');
  assert.ok(one.state === 'known' && one.value.lists.length === 1);
});

test('go-ports lets the refusals of the Go under test through', async () => {
  await assert.rejects(gather({ [LIST]: { stdout: 'gopher!' } }), FormatError);
  await assert.rejects(gather({ [LIST]: { stdout: '{"GOOS":1}' } }), FormatError);
  await assert.rejects(gather({ [LIST]: { exit: 2, stderr: 'no such tool "dist"' } }), HostError);
});
