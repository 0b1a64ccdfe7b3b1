import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goOf } from '../../../test/sample-go-under-test.ts';
import type { ForeignExecution } from '../../evidence/machine/foreign-execution.ts';
import { LEDGER } from '../../claims/ledger/index.ts';
import { fakeHost, type FakeMachine } from '../../host/fake.ts';
import { HostError } from '../../host/host.ts';
import { ARCH_CHECK_LISTING, ARCH_CHECK_SECTION } from './arch-check-listing.ts';
import { archCheckProbe } from './arch-check.ts';

const GO = '/usr/local/go/bin/go';
const UNDEFINED = '# command-line-arguments\n./arch_check.go:6:33: undefined: runtime.CgoEnabled\n';
const PRINTED = 'GOOS: linux\nGOARCH: amd64\nCGO_ENABLED: true\n';
const COMMANDS = {
  'sh -c go run arch_check.go': { exit: 1, stderr: UNDEFINED },
  [`${GO} run arch_check.go`]: { stderr: PRINTED },
};

const LINUX = {
  system: 'linux',
  kernel: 'Linux 6.1.0',
  unameMachine: 'x86_64',
  processArchitecture: 'amd64',
};

const gather = (machine: FakeMachine, foreign?: ForeignExecution) => {
  const shown = { go: goOf('go1.26.8'), machine: LINUX, foreign, heard: undefined };
  return archCheckProbe.gather(fakeHost(machine), shown, { only: [], profile: 'quick', online: false });
};

test('the listing has the lines that the ledger quotes', () => {
  const quotes = LEDGER.filter(({ id }) => ['W1.14', 'W1.15', 'W1.16'].includes(id));
  assert.equal(quotes.length, 3);
  for (const { quote, section } of quotes) {
    assert.ok(ARCH_CHECK_LISTING.includes(quote), quote);
    assert.equal(section, ARCH_CHECK_SECTION);
  }
});

test('arch-check keeps the compiler’s words and runs the corrected program', async () => {
  const fact = await gather({ commands: COMMANDS });
  assert.ok(fact.state === 'known');
  assert.deepEqual(fact.value.printed, {
    command: 'go run arch_check.go',
    exit: 1,
    stdout: '',
    stderr: UNDEFINED,
  });
  assert.equal(fact.value.corrected.stderr, PRINTED);
  assert.equal(fact.value.translated, undefined);
});

test('arch-check starts the arm64 build by the translator’s name', async () => {
  const qemu = '/usr/bin/qemu-aarch64-static';
  const program = '/scratch/arch-check-corrected/arch_check-linux-arm64';
  const fact = await gather(
    {
      commands: {
        ...COMMANDS,
        [`${GO} build -o ${program} arch_check.go`]: {},
        [`${qemu} ${program}`]: { stderr: PRINTED.replace('amd64', 'arm64') },
      },
    },
    { registrations: [], translators: [{ architecture: 'arm64', path: qemu, version: '' }], rosetta: [] },
  );
  assert.ok(fact.state === 'known');
  assert.equal(fact.value.translated?.translator, qemu);
  assert.match(fact.value.translated?.run?.stderr ?? '', /GOARCH: arm64/);
});

test('arch-check records a build that hangs or prints without end', async () => {
  const refusal = new HostError('too-much-output', 'Cannot run sh: it printed more than 16777216 bytes');
  const fact = await gather({ commands: { ...COMMANDS, 'sh -c go run arch_check.go': refusal } });
  assert.ok(fact.state === 'known');
  assert.equal(fact.value.printed.exit, undefined);
  assert.match(fact.value.printed.trouble ?? '', /16777216/);
});

test('arch-check lets an interrupted run through', async () => {
  const refusal = new HostError('interrupted', 'Cannot run sh: the run was interrupted');
  await assert.rejects(
    gather({ commands: { ...COMMANDS, 'sh -c go run arch_check.go': refusal } }),
    HostError,
  );
});

test('arch-check lets the kernel start the translator where none can be started by name', async () => {
  const program = '/scratch/arch-check-corrected/arch_check-linux-arm64';
  const rosetta = {
    name: 'rosetta',
    interpreter: '/rosetta/rosetta',
    flags: 'OCF',
    architecture: 'arm64',
    isEnabled: true,
  };
  const fact = await gather(
    {
      commands: {
        ...COMMANDS,
        [`${GO} build -o ${program} arch_check.go`]: {},
        [program]: { stderr: PRINTED },
      },
    },
    { registrations: [rosetta], translators: [], rosetta: [] },
  );
  assert.ok(fact.state === 'known');
  assert.deepEqual([fact.value.translated?.translator, fact.value.translated?.run?.exit], ['rosetta', 0]);
});
