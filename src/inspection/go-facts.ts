/**
 * What Go left in a slice about itself, and what it was read from.
 *
 * @module
 */

import type { BinarySlice } from '../evidence/binary/binary-identity.ts';
import type { InspectedSlice } from '../model/inspection.ts';

type GoFacts = NonNullable<InspectedSlice['go']>;

/** Undefined if nothing says that Go made it. */
export function goFactsOf({
  buildInfo,
  goVersionText,
  functionTable,
  buildId,
}: BinarySlice): GoFacts | undefined {
  const functions = functionTable?.functions;
  const counted = functions === undefined ? {} : { functions };
  if (buildInfo) {
    const { goVersion, path, main, deps, settings } = buildInfo;
    return {
      version: goVersion,
      evidence: 'build information',
      ...(path !== '' && { path }),
      ...(main && { main: { ...main } }),
      deps: deps.map((dependency) => ({ ...dependency })),
      settings: Object.fromEntries(settings),
      ...counted,
    };
  }
  const bare = { deps: [], settings: {}, ...counted };
  if (goVersionText) return { version: goVersionText.text, evidence: 'version string', ...bare };
  if (functionTable) return { evidence: 'function table', ...bare };
  return buildId?.go === undefined ? undefined : { evidence: 'build id', ...bare };
}
