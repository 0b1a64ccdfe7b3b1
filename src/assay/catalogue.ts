/**
 * Which claims speak of a case file: those of the paper, or those about commands of the user's.
 *
 * @module
 */

import { CLAIMS, COMPARISON_CLAIMS } from '../claims/index.ts';
import type { AnyClaim } from '../model/claim.ts';
import type { CaseFile } from '../model/dossier.ts';

export function claimsFor({ inquiry }: CaseFile): readonly AnyClaim[] {
  const isComparison = COMPARISON_CLAIMS.some(({ id }) => inquiry.only.includes(id));
  return isComparison ? [...COMPARISON_CLAIMS, ...CLAIMS] : CLAIMS;
}
