/**
 * What the probes that measure have in common: the machine and its Go, and that they run alone, in
 * the full profile only.
 *
 * @module
 */

import { foreignExecution } from '../../evidence/machine/foreign-execution.ts';
import { system } from '../../evidence/machine/system.ts';
import { translation } from '../../evidence/machine/translation.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { wish } from '../../model/kind.ts';
import type { Cost } from '../probe.ts';

export const LABORATORY = {
  go: goUnderTest,
  machine: system,
  foreign: foreignExecution,
  heard: wish(translation),
} as const;

export const MEASURES: Cost = {
  time: 'minutes',
  alone: true,
  profile: 'full',
  writes: ['the Go build cache', 'the meter, in the user’s cache directory'],
};
