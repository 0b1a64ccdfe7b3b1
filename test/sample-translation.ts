/** Witnesses to the hardware as the probe records them, for the tables of claims. */

import type { Translation } from '../src/evidence/machine/translation.ts';

/** The hardware by the witness that no translator fakes, and what uname says, which one may fake. */
export function hardware(says: string, uname = says): Translation {
  return {
    witnesses: [
      { id: 'hw.optional.arm64', about: 'hardware', says, raw: '1', weight: 'decisive' },
      { id: 'uname -m', about: 'hardware', says: uname, raw: uname, weight: 'hint' },
    ],
  };
}
