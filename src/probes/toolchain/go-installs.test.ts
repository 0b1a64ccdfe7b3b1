import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GoInstalls } from '../../evidence/toolchain/go-installs.ts';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import type { Inquiry } from '../../model/dossier.ts';
import { HostError, type Command } from '../../host/host.ts';
import { goInstallsProbe } from './go-installs.ts';

const MACH_O_ARM64 = Uint8Array.from([0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]);
const MACH_O_AMD64 = Uint8Array.from([0xcf, 0xfa, 0xed, 0xfe, 0x07, 0, 0, 1]);

interface FakeGo {
  readonly goroot: string;
  readonly version: string;
  readonly bytes?: Uint8Array;
}

/** A machine with these Go trees, each answering for itself. */
function machineWith(trees: readonly FakeGo[], more: FakeMachine = {}): FakeMachine {
  const files: Record<string, string | Uint8Array | HostError> = { ...more.files };
  const executables = [...(more.executables ?? [])];
  for (const { goroot, version, bytes = MACH_O_ARM64 } of trees) {
    files[`${goroot}/VERSION`] = `${version}\ntime 2026-10-06T16:54:21Z\n`;
    for (const tool of ['bin/go', 'pkg/tool/darwin_arm64/compile', 'pkg/tool/darwin_arm64/link']) {
      files[`${goroot}/${tool}`] = bytes;
      executables.push(`${goroot}/${tool}`);
    }
  }
  return {
    system: 'darwin',
    ...more,
    files,
    executables,
    answer(command: Command) {
      const own = more.answer?.(command);
      if (own) return own;
      const links: Readonly<Record<string, string>> = more.links ?? {};
      const [go, ...words] = command.argv;
      const real = links[go] ?? go;
      const tree = trees.find(({ goroot }) => real === `${goroot}/bin/go`);
      if (!tree) return undefined;
      return words[0] === 'version'
        ? { stdout: `go version ${tree.version} darwin/arm64\n` }
        : {
            stdout: JSON.stringify({
              GOROOT: tree.goroot,
              GOVERSION: tree.version,
              GOFUTURE: 'unknown to us',
            }),
          };
    },
  };
}

async function gather(machine: FakeMachine): Promise<GoInstalls> {
  const inquiry: Inquiry = { only: [], profile: 'quick', online: false };
  const fact = await goInstallsProbe.gather(fakeHost(machine), {}, inquiry);
  assert.ok(fact.state === 'known');
  return fact.value;
}

const OFFICIAL = { goroot: '/usr/local/go', version: 'go1.26.8' };
const CELLAR = { goroot: '/opt/homebrew/Cellar/go/1.27.4/libexec', version: 'go1.27.4' };
const INTEL = { goroot: '/usr/local/Cellar/go/1.22.5/libexec', version: 'go1.22.5', bytes: MACH_O_AMD64 };

test('go-installs finds PATH in order and both Homebrew prefixes, with the headers of the tools', async () => {
  const { installs } = await gather(
    machineWith([OFFICIAL, CELLAR, INTEL], {
      environment: { PATH: '/opt/homebrew/bin:/usr/local/go/bin' },
      links: { '/opt/homebrew/bin/go': `${CELLAR.goroot}/bin/go` },
    }),
  );
  assert.deepEqual(
    installs.map(({ path, manager, positions, aliases }) => [path, manager, positions, aliases]),
    [
      ['/opt/homebrew/bin/go', 'homebrew', [1], [`${CELLAR.goroot}/bin/go`]],
      ['/usr/local/go/bin/go', 'official', [2], []],
      [`${INTEL.goroot}/bin/go`, 'homebrew', [], []],
    ],
  );
  assert.deepEqual(installs[2]?.header, { format: 'mach-o', architectures: ['amd64'] });
  assert.deepEqual(
    installs[2]?.tools.map(({ name, header }) => [name, header?.architectures]),
    [
      ['go', ['amd64']],
      ['compile', ['amd64']],
      ['link', ['amd64']],
    ],
  );
});

test('go-installs records every variable of go env, and VERSION beside what go version says', async () => {
  const stale = machineWith([OFFICIAL], { environment: { PATH: '/usr/local/go/bin' } });
  const { installs } = await gather({
    ...stale,
    files: { ...stale.files, '/usr/local/go/VERSION': 'go1.21.0\ntime 2023-08-04T20:14:06Z' },
  });
  assert.equal(installs[0]?.env?.['GOFUTURE'], 'unknown to us');
  assert.equal(installs[0]?.versionLine, 'go version go1.26.8 darwin/arm64');
  assert.deepEqual(installs[0]?.versionFile, { version: 'go1.21.0', time: '2023-08-04T20:14:06Z' });
});

test('go-installs finds what version managers keep below a home with spaces and non-ASCII', async () => {
  const home = '/Users/gopher 地鼠';
  const trees = [
    { goroot: `${home}/.gvm/gos/go1.21.13`, version: 'go1.21.13' },
    { goroot: `${home}/.asdf/installs/golang/1.24.9/go`, version: 'go1.24.9' },
    { goroot: `${home}/.local/share/mise/installs/go/1.25.1`, version: 'go1.25.1' },
    { goroot: `${home}/.goenv/versions/1.22.0`, version: 'go1.22.0' },
    { goroot: `${home}/sdk/go1.27.4`, version: 'go1.27.4' },
    { goroot: `${home}/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.23.1.darwin-arm64`, version: 'go1.23.1' },
  ];
  const { installs } = await gather(machineWith(trees, { homeDirectory: home }));
  assert.deepEqual(
    installs.map(({ manager, versionLine }) => [manager, versionLine]),
    [
      ['gvm', 'go version go1.21.13 darwin/arm64'],
      ['asdf', 'go version go1.24.9 darwin/arm64'],
      ['mise', 'go version go1.25.1 darwin/arm64'],
      ['goenv', 'go version go1.22.0 darwin/arm64'],
      ['sdk', 'go version go1.27.4 darwin/arm64'],
      ['module-cache', 'go version go1.23.1 darwin/arm64'],
    ],
  );
});

test('go-installs asks a shim which Go it starts', async () => {
  const shim = '/home/gopher/.asdf/shims/go';
  const tree = { goroot: '/home/gopher/.asdf/installs/golang/1.24.9/go', version: 'go1.24.9' };
  const { installs } = await gather(
    machineWith([tree], {
      environment: { PATH: '/home/gopher/.asdf/shims' },
      files: { [shim]: '#!/usr/bin/env bash\nexec asdf exec go "$@"\n' },
      executables: [shim],
      answer: ({ argv: [go, word] }) =>
        go !== shim
          ? undefined
          : word === 'version'
            ? { stdout: 'go version go1.24.9 darwin/arm64\n' }
            : { stdout: JSON.stringify({ GOROOT: tree.goroot }) },
    }),
  );
  assert.deepEqual(installs[0]?.header, { format: 'script', architectures: [] });
  assert.equal(installs[0]?.goroot, tree.goroot);
  assert.equal(installs[0]?.tools[1]?.header?.architectures[0], 'arm64');
  assert.deepEqual(
    installs.map(({ manager }) => manager),
    ['asdf', 'asdf'],
  );
});

test('go-installs loses none when others hang, crash, talk nonsense or print without end', async () => {
  const bad: Readonly<Record<string, { stdout?: string; exit?: number; stderr?: string } | HostError>> = {
    '/a/go': new HostError('timed-out', 'Cannot run /a/go version: it did not end within 3 s'),
    '/b/go': { exit: 1, stderr: 'go: cannot find GOROOT directory: /gone' },
    '/c/go': { stdout: 'gopher!\n' },
    '/d/go': new HostError(
      'too-much-output',
      'Cannot run /d/go version: it printed more than 16777216 bytes',
    ),
    '/e/go': new HostError('not-executable', 'Cannot run /e/go: the kernel cannot run this format'),
  };
  const { installs } = await gather(
    machineWith([OFFICIAL], {
      environment: { PATH: '/a:/b:/c:/d:/e:/usr/local/go/bin' },
      files: Object.fromEntries(Object.keys(bad).map((path) => [path, MACH_O_AMD64])),
      executables: Object.keys(bad),
      answer: ({ argv: [go] }) => bad[go],
    }),
  );
  assert.deepEqual(
    installs.map(({ trouble }) => trouble !== undefined),
    [true, true, true, true, true, false],
  );
  assert.match(installs[1]?.trouble ?? '', /exit 1, it says "go: cannot find GOROOT directory/);
});

test('go-installs never starts the same file twice, and asks without the variable GOROOT', async () => {
  const started: string[] = [];
  const machine = machineWith([OFFICIAL], {
    environment: { PATH: '/usr/bin:/usr/local/go/bin:/usr/local/go/bin' },
    links: { '/usr/bin/go': '/usr/local/go/bin/go' },
    answer({ argv, environment = {} }) {
      assert.ok('GOROOT' in environment && environment['GOROOT'] === undefined);
      started.push(argv.join(' '));
      return undefined;
    },
  });
  const { installs } = await gather(machine);
  assert.equal(installs.length, 1);
  assert.deepEqual(installs[0]?.positions, [1, 2, 3]);
  assert.deepEqual(started.toSorted(), ['/usr/bin/go env -json', '/usr/bin/go version']);
});

test('go-installs reads, but does not ask, more installs than fit in two seconds', async () => {
  const trees = Array.from({ length: 30 }, (_, index) => ({
    goroot: `/home/gopher/sdk/go1.20.${String(index).padStart(2, '0')}`,
    version: `go1.20.${index}`,
  }));
  const { installs } = await gather(machineWith(trees));
  assert.equal(installs.filter(({ versionLine }) => versionLine !== undefined).length, 24);
  assert.equal(installs.filter(({ versionFile }) => versionFile !== undefined).length, 30);
  assert.match(installs[29]?.trouble ?? '', /Not asked/);
});

test('go-installs says what is odd about PATH', async () => {
  const { path, installs } = await gather({
    environment: { PATH: '/usr/bin::bin:/gone:/etc/passwd:/loop:/secret:/usr/bin' },
    files: {
      '/usr/bin/sh': 'ELF',
      '/etc/passwd': 'root',
      '/secret': new HostError('denied', 'Cannot list /secret'),
    },
    links: { '/loop': '/loop2', '/loop2': '/loop' },
  });
  assert.deepEqual(
    path.map(({ oddity }) => oddity),
    [undefined, 'empty', 'relative', 'missing', 'not-a-directory', 'loop', 'not-a-directory', 'duplicate'],
  );
  assert.deepEqual(installs, []);
});

test('go-installs says where GOROOT points, or that it points nowhere', async () => {
  const machine = machineWith([OFFICIAL], { environment: { PATH: '/usr/local/go/bin', GOROOT: '/gone' } });
  assert.deepEqual((await gather(machine)).gorootVariable, { value: '/gone', exists: false, hasGo: false });
  const good = { ...machine, environment: { GOROOT: '/usr/local/go' } };
  assert.deepEqual((await gather(good)).gorootVariable, {
    value: '/usr/local/go',
    exists: true,
    hasGo: true,
  });
  assert.equal((await gather({})).gorootVariable, undefined);
});

test('go-installs does not take an interrupted run for a machine without Go', async () => {
  const interrupted = new HostError('interrupted', 'Cannot run go: the run was interrupted');
  await assert.rejects(
    gather(
      machineWith([OFFICIAL], { environment: { PATH: '/usr/local/go/bin' }, answer: () => interrupted }),
    ),
    HostError,
  );
});

test('go-installs says which of the managers’ places it could not look into', async () => {
  const locked = {
    ...fakeHost({}),
    list: (path: string) =>
      path.endsWith('/sdk')
        ? Promise.reject(new HostError('denied', `Cannot list ${path}: EACCES`))
        : Promise.resolve(undefined),
  };
  const fact = await goInstallsProbe.gather(locked, {}, { only: [], profile: 'quick', online: false });
  assert.ok(fact.state === 'known');
  const troubled = fact.value.searched.filter(({ trouble }) => trouble !== undefined);
  assert.deepEqual(troubled, [
    { manager: 'sdk', place: '/home/gopher/sdk/*/bin/go', trouble: 'Cannot list /home/gopher/sdk: EACCES' },
  ]);
});

test('go-installs takes no other module of the cache for a toolchain', async () => {
  const other = '/home/gopher/go/pkg/mod/golang.org/x/bin/go';
  const { installs } = await gather({ files: { [other]: MACH_O_ARM64 }, executables: [other] });
  assert.deepEqual(installs, []);
});
