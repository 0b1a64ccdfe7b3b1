/**
 * On macOS, where Go does not heed SSL_CERT_FILE (crypto/x509 root_darwin.go), no trial with a server is
 * made: a failed handshake must not read as what Go makes of a proxy.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../../host/fake.ts';
import type { Inquiry } from '../../model/dossier.ts';
import { configurationTrialsProbe } from './configuration-trials.ts';
import { egressTrialsProbe } from './egress-trials.ts';
import { vendorTrialsProbe } from './vendor-trials.ts';

const go = {
  path: '/usr/local/go/bin/go',
  realPath: '/usr/local/go/bin/go',
  versionLine: 'go version go1.26.8 darwin/arm64',
  version: 'go1.26.8',
  goroot: '/usr/local/go',
  env: {},
};
const inquiry: Inquiry = { only: [], profile: 'full', online: false };
const PROBES = { configurationTrialsProbe, egressTrialsProbe, vendorTrialsProbe };

for (const [name, probe] of Object.entries(PROBES)) {
  test(`${name} is blocked on macOS with the reason, and nothing is run`, async () => {
    const fact = await probe.gather(fakeHost({ system: 'darwin' }), { go }, inquiry);
    assert.equal(fact.state, 'blocked');
    assert.match(fact.state === 'blocked' ? fact.reason.en : '', /on macOS Go trusts the keychain only/);
    assert.ok(fact.state === 'blocked' && fact.remedy);
    // Elsewhere the rig is built, which this machine that does not exist refuses.
    await assert.rejects(async () => probe.gather(fakeHost({ system: 'linux' }), { go }, inquiry));
  });
}
