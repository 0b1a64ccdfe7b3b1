/**
 * The go command's own script tests about vendoring and verifying as oracles: after every command of
 * theirs, what go says of vendor/ and of the module cache is held against what we say.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { globSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { escapePath, escapeVersion } from '../src/formats/module-path.ts';
import { storedZip } from '../src/formats/stored-zip.ts';
import { nodeHost } from '../src/host/node.ts';
import { readProject } from '../src/integrity/build-list.ts';
import { verifyModules } from '../src/integrity/verify-modules.ts';
import { verifyVendor } from '../src/integrity/vendor.ts';
import { capability } from './capability.ts';
import { readTxtar } from './file-proxy.ts';
import { playScript, type Step } from './go-script.ts';
import { hasGo, OTHERS, say } from './real-toolchain.ts';

const RELEASES = [
  { version: 'the Go on PATH', goroot: hasGo ? say('go', 'env', 'GOROOT').trim() : undefined },
  ...OTHERS,
];

const root = mkdtempSync(join(tmpdir(), 'goassay-scripts-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** The fake modules that the scripts need, with zips: every file whose name does not begin with a dot. */
function fakeProxy(testdata: string, proxy: string): string {
  for (const file of globSync(`${testdata}/mod/*.txt`)) {
    const { files } = readTxtar(file);
    const version = /"Version": ?"([^"]+)"/.exec(files.get('.info') ?? '')?.[1] ?? '';
    const path = /^module\s+"?([^\s"]+)/m.exec(files.get('.mod') ?? '')?.[1] ?? '';
    const [escaped, escapedVersion] = [escapePath(path), escapeVersion(version)];
    if (escaped === undefined || escapedVersion === undefined || version === '') continue;
    const base = join(proxy, escaped, '@v', escapedVersion);
    mkdirSync(dirname(base), { recursive: true });
    const inside = [...files].filter(([name]) => !name.startsWith('.'));
    writeFileSync(`${base}.mod`, files.get('.mod') ?? '');
    writeFileSync(`${base}.info`, files.get('.info') ?? '');
    writeFileSync(join(dirname(base), 'list'), `${version}\n`, { flag: 'a' });
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    writeFileSync(
      `${base}.zip`,
      storedZip(inside.map(([name, text]) => ({ name: `${path}@${version}/${name}`, bytes: encode(text) }))),
    );
  }
  return `file://${proxy}`;
}

for (const { version, goroot = '' } of RELEASES) {
  const testdata = `${goroot}/src/cmd/go/testdata`;
  const scripts = globSync(`${testdata}/script/{mod_vendor,work_vendor,mod_verify}*.txt`);
  const here = capability(`the script tests of ${version}`, goroot !== '' && scripts.length > 0);
  test(`what ${version} says in its script tests of vendoring and verifying, we say`, here, async () => {
    const goproxy = fakeProxy(testdata, join(root, version, 'proxy'));
    const tally = { vendored: 0, inconsistent: 0, verified: 0, corrupt: 0 };
    const notPlayed: string[] = [];
    for (const script of scripts) {
      const name = script.split('/').at(-1) ?? '';
      const work = join(root, version, name);
      const settings = {
        GOPROXY: goproxy,
        GOSUMDB: 'off',
        GOFLAGS: '-modcacherw',
        GOTOOLCHAIN: 'local',
        GO111MODULE: '',
        GOWORK: '',
        GOENV: 'off',
        GOMODCACHE: join(work, 'gopath/pkg/mod'),
      };
      const judge = async (step: Step): Promise<void> => {
        const { args, exit, stderr, directory, line, environment } = step;
        const words = args.join(' ');
        const makes = exit === 0 && /^(mod|work) vendor( -v)?$/.test(words);
        const doubts = exit !== 0 && /inconsistent vendoring/.test(stderr);
        const verifies = words === 'mod verify';
        if (!makes && !doubts && !verifies) return;
        for (const [key, value] of Object.entries(environment)) process.env[key] = value;
        const machine = nodeHost();
        const host = { ...machine, storeDirectory: join(work, 'store'), writeStore: () => Promise.resolve() };
        try {
          const project = await readProject(host, `${goroot}/bin/go`, directory);
          const altered = (found: readonly { grade: string; file: string; what: { en: string } }[] = []) =>
            found.filter(({ grade }) => grade === 'altered').map(({ file, what }) => `${file}: ${what.en}`);
          if (verifies) {
            const question = { host, settings: project.settings, database: undefined, online: false };
            const { findings } = await verifyModules(question, project, {
              compiledOnly: false,
              reread: true,
            });
            if (exit !== 0)
              assert.notDeepEqual(altered(findings), [], `${name}: ${line}: go refuses: ${stderr}`);
            tally[exit === 0 ? 'verified' : 'corrupt'] += 1;
            return;
          }
          if (lstatSync(`${project.root}/vendor`, { throwIfNoEntry: false }) === undefined) return;
          const found = altered((await verifyVendor(host, project, undefined, 'all'))?.findings);
          if (makes) assert.deepEqual(found, [], `${name}: ${line}`);
          else assert.notDeepEqual(found, [], `${name}: ${line}: go refuses: ${stderr}`);
          tally[makes ? 'vendored' : 'inconsistent'] += 1;
        } finally {
          machine.close();
        }
      };
      const why = await playScript(script, work, `${goroot}/bin/go`, settings, judge);
      if (why !== undefined) notPlayed.push(`${name}: ${why}`);
    }
    assert.deepEqual(notPlayed, []);
    const { vendored, inconsistent, verified, corrupt } = tally;
    assert.ok(vendored >= 12 && inconsistent >= 4 && verified >= 4 && corrupt >= 1, JSON.stringify(tally));
  });
}
