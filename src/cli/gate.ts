/**
 * The gate: which findings decide the exit code, and what it is.
 *
 * @module
 */

import { select } from '../assay/select.ts';
import { CLAIMS } from '../claims/index.ts';
import { LEDGER } from '../claims/ledger/index.ts';
import type { Finding, Report } from '../model/report.ts';
import { EXIT, UsageError, type ExitCode } from './exit-codes.ts';

export interface Gate {
  readonly names: readonly string[];
  readonly maxInconclusive: number;
}

export interface GateResult {
  readonly exit: ExitCode;
  readonly refuted: readonly Finding[];
  readonly inconclusive: readonly Finding[];
  /** Gated, but nothing here to know. */
  readonly notApplicable: readonly Finding[];
  readonly gated: number;
}

/** Ids of the gated claims. Throws UnknownNameError, and UsageError for names that no claim stands behind. */
export function gatedClaims({ names }: Gate): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const name of names) {
    const { claims } = select([name], { claims: CLAIMS, ledger: LEDGER });
    if (claims.length === 0)
      throw new UsageError(`Cannot gate on "${name}": no claim of this version answers it`);
    for (const { id } of claims) ids.add(id);
  }
  return ids;
}

export function passGate({ findings }: Report, gate: Gate): GateResult {
  const ids = gatedClaims(gate);
  const gated = findings.filter(({ id }) => ids.has(id));
  const of = (outcome: Finding['verdict']['outcome']): Finding[] =>
    gated.filter(({ verdict }) => verdict.outcome === outcome);
  const refuted = of('refuted');
  const inconclusive = of('inconclusive');
  const exit =
    refuted.length > 0
      ? EXIT.refuted
      : inconclusive.length > gate.maxInconclusive
        ? EXIT.undecided
        : EXIT.met;
  return { exit, refuted, inconclusive, notApplicable: of('not-applicable'), gated: gated.length };
}
