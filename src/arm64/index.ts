/**
 * AArch64 instruction words: their text in LLVM's spelling, the architecture feature they need beyond
 * Armv8.0, and their class. One table of rows says all three.
 *
 * @module
 */

export { classOf, disassemble, featureOf } from './lookup.ts';
export type { InstructionClass } from './row.ts';
export { lister, type CodeSymbols, type Lister, type ListingOptions } from './listing.ts';
export { census, censusByFunction, censusOf, type Census } from './census.ts';
export { FAMILIES, familyOf, type Family } from './families.ts';
