import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimTable } from '../../../test/claim-table.ts';
import { preservedArgv0 } from './preserved-argv0.ts';

const registration = (flags: string, isEnabled = true) => ({
  name: 'qemu-aarch64',
  interpreter: '/usr/bin/qemu-aarch64-static',
  flags,
  architecture: 'arm64',
  isEnabled,
});
const foreign = (...registrations: ReturnType<typeof registration>[]) => ({
  registrations,
  translators: [],
  rosetta: [],
});

claimTable(preservedArgv0, [
  { when: 'with flags POCF', outcome: 'confirmed', evidence: { foreign: foreign(registration('POCF')) } },
  {
    when: 'with flags OCF',
    outcome: 'refuted',
    evidence: { foreign: foreign(registration('OCF')) },
    saying: 'flags OCF',
  },
  {
    when: 'when the registration is disabled',
    outcome: 'not-applicable',
    evidence: { foreign: foreign(registration('OCF', false)) },
  },
]);

const command = (more: object): string | undefined =>
  preservedArgv0.judge({ foreign: foreign({ ...registration('OCF'), ...more }) }).mend?.command;

test('preserved-argv0 tells the command that registers the same qemu-user with flag P', () => {
  // Run on Linux 6.18 in a user namespace, without sudo: the kernel then showed "flags: POCF".
  assert.equal(
    command({ magic: '7f454c46', mask: 'ffffffff' }),
    String.raw`echo -1 | sudo tee /proc/sys/fs/binfmt_misc/qemu-aarch64 && printf %s ':qemu-aarch64:M::\x7f\x45\x4c\x46:\xff\xff\xff\xff:/usr/bin/qemu-aarch64-static:POCF' | sudo tee /proc/sys/fs/binfmt_misc/register`,
  );
});

test('preserved-argv0 tells no command for another interpreter, nor for words that a shell would take apart', () => {
  const magic = '7f454c46';
  assert.equal(command({}), undefined);
  assert.equal(command({ magic, interpreter: '/rosetta/rosetta' }), undefined);
  assert.equal(command({ magic, name: "x'; reboot; '" }), undefined);
  assert.equal(command({ magic, interpreter: '/tmp/$(reboot)/qemu-aarch64' }), undefined);
});
