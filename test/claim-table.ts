/**
 * The table that every claim's test is made of: evidence on the left, the outcome it must come
 * to on the right. A claim that cannot be refuted, or cannot be confirmed, is no claim, so the
 * table must show both.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../src/assay/judge.ts';
import type { AnyClaim, Claim } from '../src/model/claim.ts';
import { known } from '../src/model/fact.ts';
import { needOf, type Needs, type Shown } from '../src/model/kind.ts';
import type { Dossier } from '../src/model/dossier.ts';
import type { Outcome } from '../src/model/outcome.ts';
import { verdictSchema } from '../src/model/verdict.ts';

export interface Case<N extends Needs> {
  /** Reads after "⟨claim⟩ is ⟨outcome⟩ …": "when the loop has a vector instruction". */
  readonly when: string;
  readonly outcome: Outcome;
  readonly evidence: Shown<N>;
  /** Words the English sentence must contain: the deciding figures. */
  readonly saying?: string | RegExp;
}

/** Declares a test for each case, judged through the engine with every value checked by its kind's schema. */
export function claimTable<N extends Needs>(claim: Claim<N>, cases: readonly Case<N>[]): void {
  test(`${claim.id} can come out both ways`, () => {
    const outcomes = new Set(cases.map(({ outcome }) => outcome));
    assert.ok(
      outcomes.has('confirmed') && outcomes.has('refuted'),
      'the table must show it confirmed and refuted',
    );
  });
  for (const { when, outcome, evidence, saying } of cases) {
    test(`${claim.id} is ${outcome} ${when}`, () => {
      const verdict = judge(claim as AnyClaim, dossiersOf(claim, evidence)); // judge() settles needs by itself
      assert.equal(verdict.outcome, outcome, verdict.because.en);
      verdictSchema.parse(verdict);
      for (const words of [verdict.because, ...verdict.warnings])
        assert.ok(words.en !== '' && words.zh !== '');
      if (typeof saying === 'string') assert.ok(verdict.because.en.includes(saying), verdict.because.en);
      if (saying instanceof RegExp) assert.match(verdict.because.en, saying);
    });
  }
}

function dossiersOf<N extends Needs>(claim: Claim<N>, evidence: Shown<N>): Dossier[] {
  const dossiers = new Map<string, Dossier>();
  for (const [name, asked] of Object.entries(claim.needs)) {
    const { kind, subject } = needOf(asked);
    const value = (evidence as Readonly<Record<string, unknown>>)[name]; // Shown<N> has the names of N
    if (value === undefined) continue;
    const dossier = dossiers.get(subject) ?? {
      subject: { name: subject, kind: kind.subject, title: { en: subject, zh: subject } },
      facts: {},
    };
    dossier.facts[kind.id] = { ...known(value), sources: [] };
    dossiers.set(subject, dossier);
  }
  return [...dossiers.values()];
}
