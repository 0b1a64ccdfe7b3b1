/**
 * Planning: only the probes that the chosen claims need, with the probes those need in turn,
 * cheap ones first. Nothing runs here; `--plan` prints what comes out.
 *
 * @module
 */

import type { AnyClaim } from '../model/claim.ts';
import { needId, needOf, type Needs } from '../model/kind.ts';
import type { AnyProbe } from '../probes/probe.ts';

export interface Plan {
  readonly claims: readonly AnyClaim[];
  /** Every probe after the ones it needs; among equals the cheap ones first, those that measure last. */
  readonly probes: readonly AnyProbe[];
}

export function plan(claims: readonly AnyClaim[], probes: readonly AnyProbe[]): Plan {
  const byNeed = new Map(probes.map((probe) => [needId(probe.gathers), probe]));
  const wanted = new Set<AnyProbe>();

  function want(needs: Needs): void {
    for (const asked of Object.values(needs)) {
      const probe = byNeed.get(needId(needOf(asked)));
      if (!probe || wanted.has(probe)) continue;
      want(probe.needs);
      wanted.add(probe);
    }
  }
  for (const { needs } of claims) want(needs);
  return { claims, probes: inOrder([...wanted], byNeed) };
}

/** Needed ones first; within that, by cost. A Set keeps the order in which things were added. */
function inOrder(probes: readonly AnyProbe[], byNeed: ReadonlyMap<string, AnyProbe>): AnyProbe[] {
  const ordered = new Set<AnyProbe>();
  function add(probe: AnyProbe): void {
    if (ordered.has(probe)) return;
    for (const asked of Object.values<Needs[string]>(probe.needs)) {
      const needed = byNeed.get(needId(needOf(asked)));
      if (needed) add(needed);
    }
    ordered.add(probe);
  }
  for (const probe of probes.toSorted((one, other) => weight(one) - weight(other))) add(probe);
  return [...ordered];
}

const TIMES = ['instant', 'seconds', 'minutes'] as const;

function weight({ cost }: AnyProbe): number {
  return TIMES.indexOf(cost.time) + (cost.alone ? TIMES.length : 0) - (cost.early ? 0.5 : 0);
}
