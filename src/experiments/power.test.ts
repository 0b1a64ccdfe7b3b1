import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../host/fake.ts';
import { HostError } from '../host/host.ts';
import { powerSupply } from './power.ts';

const supply = (name: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(files).map(([file, text]) => [`/sys/class/power_supply/${name}/${file}`, `${text}\n`]),
  );
const battery = (status: string) => supply('BAT0', { type: 'Battery', status });
const pmset = (stdout: string) => ({ system: 'darwin', commands: { '/usr/bin/pmset -g batt': { stdout } } });

for (const [name, machine, expected] of [
  [
    'a laptop on its battery',
    { files: { ...battery('Discharging'), ...supply('AC', { type: 'Mains', online: '0' }) } },
    'battery',
  ],
  [
    'a laptop that is plugged in',
    { files: { ...battery('Charging'), ...supply('AC', { type: 'Mains', online: '1' }) } },
    'mains',
  ],
  ['a server', {}, 'unknown'],
  [
    'a desktop whose mouse has a battery',
    { files: supply('mouse', { type: 'Battery', scope: 'Device', status: 'Discharging' }) },
    'unknown',
  ],
  [
    'a machine that refuses',
    { files: { '/sys/class/power_supply/BAT0/type': new HostError('denied', 'Cannot read') } },
    'unknown',
  ],
  [
    'a Mac on its battery',
    pmset("Now drawing from 'Battery Power'\n -InternalBattery-0\t80%; discharging\n"),
    'battery',
  ],
  ['a Mac that is plugged in', pmset("Now drawing from 'AC Power'\n"), 'mains'],
] as const) {
  test(`powerSupply() of ${name} is ${expected}`, async () => {
    assert.equal(await powerSupply(fakeHost(machine)), expected);
  });
}
