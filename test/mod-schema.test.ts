/**
 * What `goassay mod … --json` and `goassay install --json` print, held by a validator that is not ours
 * against the schemas that are published: no field is missing, and none is there that is not told.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { nodeHost } from '../src/host/node.ts';
import { proxyConformance } from '../src/probes/modules/proxy/conformance.ts';
import { goassay, NEEDS_GO, place, type Call } from './goassay.ts';
import { restore } from './pristine-project.ts';
import { MODULES, proxyServer } from './proxy-servers.ts';
import { fileProxy } from './sample-release.ts';

function assertValid(document: string, json: unknown): void {
  const schema: unknown = JSON.parse(readFileSync(`schema/${document}.schema.json`, 'utf8'));
  assert.ok(typeof schema === 'object' && schema !== null);
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  assert.ok(validate(json), `${document}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  assert.ok(!validate({}), `${document}: the schema takes anything`);
  assert.ok(!validate({ ...(json as object), untold: 1 }), `${document}: a field more is let through`);
}

function printed(args: readonly string[], call: Call): unknown {
  const { stdout, stderr } = goassay([...args, '--json'], call);
  assert.notEqual(stdout, '', stderr);
  return JSON.parse(stdout);
}

test('mod verify, vendor, graph and env print what their schemas say, in order and not', NEEDS_GO, () => {
  const { directory, environment, cache } = restore();
  const call = { directory, environment };
  for (let round = 0; round < 2; round += 1) {
    for (const args of [['verify'], ['verify', '--compiled'], ['vendor']])
      assertValid('mod-verify', printed(['mod', ...args], call));
    writeFileSync(join(cache, 'one.test/!alpha@v1.2.3/alpha.go'), 'package evil\n');
    writeFileSync(join(directory, 'vendor/one.test/Alpha/alpha.go'), 'package evil\n');
  }
  assertValid('mod-verify', printed(['mod', 'verify', '--goroot'], call));
  assertValid('mod-graph', printed(['mod', 'graph', '--vendor'], call));
  const [alpha, beta] = ['one.test/Alpha', 'two.test/beta/v2'];
  const asked = ['--why', alpha, '--path', `${beta},${alpha}`, '--cut', alpha];
  assertValid('mod-graph', printed(['mod', 'graph', ...asked], call));
  assertValid('mod-env', printed(['mod', 'env', '--all'], call));
  const misspelt = { ...environment, GONOSUMCHECK: '1', GOPROXY: 'https://p.test,direct,https://q.test' };
  assertValid('mod-env', printed(['mod', 'env', '--module', alpha], { directory, environment: misspelt }));
});

test('mod cache and mod proxy print what their schemas say', NEEDS_GO, async () => {
  const directory = place('cache schema');
  writeFileSync(join(directory, 'go.mod'), 'module example.test/m\n\ngo 1.21\n');
  writeFileSync(join(directory, 'm.go'), 'package m\n');
  assertValid('mod-cache', printed(['mod', 'cache'], { directory }));

  const proxy = await proxyServer((path, honest) =>
    path.endsWith('.info') ? { ...honest, status: 500 } : honest,
  );
  const host = nodeHost();
  try {
    const asked = { url: proxy.url, modules: MODULES, sumdb: undefined, go: 'go', timeLimitMs: 5000 };
    assertValid('mod-proxy', JSON.parse(JSON.stringify(await proxyConformance(host, asked))));
  } finally {
    host.close();
    proxy.close();
  }
});

test('install prints what its schema says', () => {
  const proxy = place('install schema/proxy');
  const environment = fileProxy(proxy);
  for (const platform of ['linux', 'darwin']) {
    const options = ['--os', platform, '--arch', 'amd64', '--dir', join(proxy, '../sdk')];
    if (platform === 'linux')
      assertValid('install', printed(['install', '1.99.1', ...options], { environment }));
    // Nobody vouches for the other.
    else assert.equal(goassay(['install', '1.99.1', ...options], { environment }).status, 2);
  }
});
