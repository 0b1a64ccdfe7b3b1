/**
 * AArch64 instruction words: their text in LLVM's spelling, the architecture feature they need beyond
 * Armv8.0, and their class. One table of rows says all three.
 *
 * @module
 */

export { classOf, disassemble, featureOf } from './lookup.ts';
export type { InstructionClass } from './row.ts';
export { nameAt } from './code-symbols.ts';
export { goSyntax } from './go-syntax.ts';
export { lister, type CodeSymbols, type Lister, type ListingOptions } from './listing.ts';
export { census, censusByFunction, censusOf, type Census } from './census.ts';
export { FAMILIES, familyOf, type Family } from './families.ts';
export { needsOf, type Code, type Need, type NeedPlace } from './needs.ts';
export { floorOf, includes, levelOf, LEVELS, unguarded, type CpuFloor } from './levels.ts';
export { beyond, parseGoarm64, type Goarm64 } from './goarm64.ts';
export { CORES, lackingOn, lackingOnCore, MACHINES, type Machine } from './machines.ts';
