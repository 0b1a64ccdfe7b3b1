/**
 * The paper's commands on caches and vendor/, as printed, on a small module of our own that needs
 * another one from a proxy made of files; and changes planted in its vendor/.
 *
 * @module
 */

import { vendoredBuilds, type VendoredBuilds } from '../../evidence/modules/vendored-builds.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { storedZip } from '../../formats/stored-zip.ts';
import type { Host } from '../../host/host.ts';
import { readProject } from '../../integrity/build-list.ts';
import { verifyVendor } from '../../integrity/vendor.ts';
import { known } from '../../model/fact.ts';
import { runGo, runPrinted } from '../go-command.ts';
import { probe } from '../probe.ts';
import { joinPath } from '../toolchain/search-path.ts';
import { record } from '../toolchain/record.ts';

/** Printed in section "4.4". */
const LIST = 'go list -m all 2>&1 | grep -E "(cached|vendor)"';
const BUILD = 'go build -x -v ./... 2>&1 | grep -E "(vendor|cache|modcache)"';

const NEEDED = '// Package answer is what the build below needs.\npackage answer\n\nconst Answer = 42\n';
const NEEDED_MOD = 'module goassay.example/answer\n\ngo 1.17\n';
const NEEDING =
  'package question\n\nimport "goassay.example/answer"\n\nfunc Question() int { return answer.Answer }\n';
const NEEDING_MOD = 'module goassay.example/question\n\ngo 1.17\n\nrequire goassay.example/answer v1.0.0\n';
const ANSWER = 'vendor/goassay.example/answer';

export const vendoredBuildsProbe = probe({
  gathers: vendoredBuilds,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'module experiments', profile: 'full' },
  async gather(host, { go: { path: go } }) {
    const root = await host.scratch('vendored-builds');
    await writeProxy(host, joinPath(root, 'proxy'));
    const settings = {
      GOMODCACHE: joinPath(root, 'gomodcache'),
      GOPROXY: `file://${encodeURI(joinPath(root, 'proxy'))}`,
      GOSUMDB: 'off',
      GOPRIVATE: undefined,
      GONOPROXY: 'none',
      GOWORK: 'off',
      GO111MODULE: 'on',
    };
    const at = (directory: string, cache: string) => ({
      directory,
      environment: { ...settings, GOCACHE: joinPath(root, cache), GOFLAGS: '-modcacherw' },
    });
    const run = (place: ReturnType<typeof at>, ...args: string[]) =>
      record(`go ${args.join(' ')}`, () => runGo(host, { go, args, ...place }));
    const printed = (place: ReturnType<typeof at>, script: string) =>
      record(script, () => runPrinted(host, { go, script, ...place }));

    const plain = await project(host, joinPath(root, 'vendor-test'));
    const vendored = await project(host, joinPath(root, 'question'));
    for (const directory of [plain, vendored]) await run(at(directory, 'c0'), 'mod', 'tidy');
    await run(at(vendored, 'c0'), 'mod', 'vendor');

    const lists: VendoredBuilds['lists'] = [];
    for (const [directory, isVendored] of [
      [plain, false],
      [vendored, true],
    ] as const)
      lists.push({
        vendored: isVendored,
        printed: await printed(at(directory, 'c0'), LIST),
        whole: await run(at(directory, 'c0'), 'list', '-m', 'all'),
      });
    const builds: VendoredBuilds['builds'] = [];
    for (let round = 0; round < 2; round += 1) {
      const whole = await run(at(vendored, round === 0 ? 'c1' : 'c2'), 'build', '-x', '-v', './...');
      builds.push({
        printed: await printed(at(vendored, 'c2'), BUILD),
        compileSteps: lines(whole, /\/compile(\.exe)? /),
      });
    }
    const vendorWords: VendoredBuilds['vendorWords'] = [];
    for (const [directory, isVendored, cache, state] of [
      [vendored, true, 'c3', 'empty'],
      [vendored, true, 'c3', 'filled'],
      [plain, false, 'c4', 'empty'],
    ] as const) {
      const told = await run(at(directory, cache), 'build', '-x', '-v', './...');
      vendorWords.push({
        vendored: isVendored,
        cache: state,
        directory: directory.slice(root.length + 1),
        run: told,
        lines: lines(told, /vendor/),
      });
    }
    const filled = await run(at(plain, 'c5'), 'build', '-x', '-v', './...');
    const modulePaths = {
      run: filled,
      download: lines(filled, /cache\/download\//),
      extracted: lines(filled, /gomodcache\/goassay\.example\/answer@/),
    };
    const { planted, pristineFindings } = await plant(host, go, vendored, at(vendored, 'c0').environment);
    const sum = await host.readFile(joinPath(plain, 'go.sum'));
    const changed = new TextDecoder()
      .decode(sum)
      .replace(/(v1\.0\.0 h1:)./, (_, start: string) => `${start}_`);
    await host.writeScratch(joinPath(plain, 'go.sum'), changed);
    const changedSum = await run(at(plain, 'c6'), 'build', './...');
    return known({ changedSum, lists, builds, vendorWords, modulePaths, planted, pristineFindings });
  },
});

/** Each alone, taken back before the next. */
async function plant(
  host: Host,
  go: string,
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
) {
  const asked: Host = {
    ...host,
    run: (command) =>
      host.run({
        ...command,
        environment: { ...command.environment, ...environment, GOTOOLCHAIN: 'local', GOPROXY: 'off' },
      }),
    writeStore: () => Promise.resolve(),
  };
  const files = async (): Promise<string[]> => {
    const found = await verifyVendor(asked, await readProject(asked, go, directory), undefined, 'all');
    return (found?.findings ?? []).map(({ file }) => file);
  };
  const text = async (name: string): Promise<string> =>
    new TextDecoder().decode(await host.readFile(joinPath(directory, name)));
  const planted: VendoredBuilds['planted'] = [];
  const before = await files();
  for (const [change, name, make] of [
    ['a vendored file edited', `${ANSWER}/answer.go`, (old: string) => old.replace('42', '43')],
    ['a file added to a vendored package', `${ANSWER}/more.go`, () => 'package answer\n'],
    [
      'a line added to modules.txt',
      'vendor/modules.txt',
      (old: string) => `${old}# goassay.example/extra v1.0.0\n## explicit\n`,
    ],
    [
      'a version changed in modules.txt',
      'vendor/modules.txt',
      (old: string) => old.replace('v1.0.0', 'v1.0.1'),
    ],
  ] as const) {
    const isNew = name.endsWith('more.go');
    const old = isNew ? '' : await text(name);
    await host.writeScratch(joinPath(directory, name), make(old));
    const named = (await files()).some((file) => file.startsWith(joinPath(directory, name)));
    planted.push({ change, file: name, named });
    if (isNew) await host.run({ argv: ['rm', '-f', joinPath(directory, name)] });
    else await host.writeScratch(joinPath(directory, name), old);
  }
  return { planted, pristineFindings: before.length };
}

async function project(host: Host, directory: string): Promise<string> {
  await host.writeScratch(joinPath(directory, 'go.mod'), NEEDING_MOD);
  await host.writeScratch(joinPath(directory, 'question.go'), NEEDING);
  return directory;
}

/** In the layout of the GOPROXY protocol (go.dev/ref/mod#goproxy-protocol). */
async function writeProxy(host: Host, proxy: string): Promise<void> {
  const place = joinPath(proxy, 'goassay.example/answer/@v');
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const name = 'goassay.example/answer@v1.0.0';
  await host.writeScratch(joinPath(place, 'list'), 'v1.0.0\n');
  await host.writeScratch(joinPath(place, 'v1.0.0.info'), '{"Version":"v1.0.0"}');
  await host.writeScratch(joinPath(place, 'v1.0.0.mod'), NEEDED_MOD);
  await host.writeScratch(
    joinPath(place, 'v1.0.0.zip'),
    storedZip([
      { name: `${name}/go.mod`, bytes: encode(NEEDED_MOD) },
      { name: `${name}/answer.go`, bytes: encode(NEEDED) },
    ]),
  );
}

function lines(
  { stdout, stderr }: { readonly stdout: string; readonly stderr: string },
  pattern: RegExp,
): number {
  return `${stdout}\n${stderr}`.split('\n').filter((line) => pattern.test(line)).length;
}
