import type { CpuTopology } from './cpu-topology.ts';
import type { System } from './system.ts';

/** Apple's implementer code in MIDR_EL1; macOS gives a name instead. */
const APPLE = '0x61';
const APPLE_MODEL = /^Apple M\d/;

/**
 * By what every core says of itself, so that it holds under Linux too. Cores of macOS have the names of
 * performance levels, so there the model of the whole processor speaks for them.
 */
export function isAppleSilicon({ system }: System, { groups, model }: CpuTopology): boolean {
  if (groups.length === 0) return false;
  if (system === 'darwin' && APPLE_MODEL.test(model ?? '')) return true;
  return groups.every(
    ({ implementer, name }) => implementer === APPLE || (system === 'darwin' && APPLE_MODEL.test(name ?? '')),
  );
}
