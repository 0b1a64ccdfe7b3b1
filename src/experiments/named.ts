/**
 * The experiments by name, for `goassay bench list` and `goassay bench run NAME`. One is a name, what
 * it asks, and the claims that answer; their needs say which probes run.
 *
 * @module
 */

import type { Text } from '../model/text.ts';

export interface NamedExperiment {
  readonly name: string;
  readonly asks: Text;
  /** Claim ids. */
  readonly claims: readonly string[];
}

export const NAMED_EXPERIMENTS: readonly NamedExperiment[] = [
  {
    name: 'noise-floor',
    asks: {
      en: 'How small a difference can be seen on this machine?',
      zh: '在本机上能分辨多小的差异？',
    },
    claims: ['five-percent-resolution'],
  },
];
