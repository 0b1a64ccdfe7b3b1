import type { CpuTopology } from '../../evidence/machine/cpu-topology.ts';
import type { System } from '../../evidence/machine/system.ts';

/** Apple's implementer code in MIDR_EL1; macOS gives names instead. */
const APPLE = '0x61';

/** By what every core says of itself, so that it holds under Linux too. */
export function isAppleSilicon({ system }: System, { groups }: CpuTopology): boolean {
  if (groups.length === 0) return false;
  return groups.every(
    ({ implementer, name }) =>
      implementer === APPLE || (system === 'darwin' && /^Apple M\d/.test(name ?? '')),
  );
}
