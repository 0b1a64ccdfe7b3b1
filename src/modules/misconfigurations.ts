/** The catalogue of misconfigurations, in the order of their numbers. */

import { MACHINE_CHECKS } from './misconfigured-machine.ts';
import { SOURCE_CHECKS } from './misconfigured-sources.ts';
import { TRUST_CHECKS } from './misconfigured-trust.ts';
import type { ConfigurationFacts, Misconfiguration } from './misconfiguration.ts';

export function misconfigurations(facts: ConfigurationFacts): Misconfiguration[] {
  return [...SOURCE_CHECKS, ...TRUST_CHECKS, ...MACHINE_CHECKS].flatMap((check) => check(facts));
}
