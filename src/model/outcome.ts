/**
 * Outcomes: the four that a verdict has, the weightiest first.
 *
 * @module
 */

export const OUTCOMES = ['refuted', 'inconclusive', 'confirmed', 'not-applicable'] as const;

export type Outcome = (typeof OUTCOMES)[number];
