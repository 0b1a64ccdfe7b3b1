/**
 * Which words of a program are reached when the processor has nothing beyond Armv8.0.
 *
 * The variables that say what it has are found, not listed: bytes that a package which asks the
 * processor writes; the byte that chooses between an LSE atomic and a loop of exclusive accesses;
 * and, until nothing new is found, bytes that are set from such ones only, or only where one was
 * tested. Then all of them are assumed to be zero.
 *
 * @module
 */

import { Callers } from './callers.ts';
import { entriesOf, isCall, reached, targetIndex, type CodePart, type Decision } from './code-flow.ts';
import { familyOf } from './families.ts';
import { atZero, staticUses, ZERO, type StaticUses } from './static-values.ts';

export interface Functions {
  readonly parts: readonly CodePart[];
  readonly names: readonly string[];
}

/** Packages that ask the processor: Go's own (fips140deps since 1.24), x/sys, and what others use instead. */
const ASKING =
  /^(vendor\/)?(internal\/cpu|crypto\/internal\/fips140deps\/cpu|golang\.org\/x\/sys\/cpu|github\.com\/klauspost\/cpuid(\/v2)?)\./;

/** Go's runtime functions that do not come back: what follows a call of one is not reached from there. */
const ENDLESS =
  /^runtime\.(gopanic|panic\w*|goPanic\w*|throw|fatal\w*|goexit\d?|unreachableMethod)(\.abi0)?$/;

/**
 * Functions that the runtime calls under a condition that no byte holds. Go 1.26 turns data-independent
 * timing on where it knows of it, and in runtime.mstart1 wherever GODEBUG=dataindependenttiming=1 asks
 * for it (src/runtime/proc.go, read in November 2026).
 */
const ON_DEMAND = /^internal\/runtime\/sys\.(Enable|Disable)DIT(\.abi0)?$/;

/** How many words after a test its two ways are searched for atomics. */
const NEAR = 8;

/** How many words before a store its register's value is looked for. */
const FAR = 32;

/** Flags that are set from flags that are set from flags: three rounds in Go's crypto; the bound is for hostile code. */
const MOST_ROUNDS = 8;

interface Place {
  readonly place: number;
  readonly index: number;
}

export class Guards {
  readonly #functions: Functions;
  readonly #uses: StaticUses;
  readonly #callers: Callers;
  readonly #endless: ReadonlySet<number>;
  readonly #flags = new Set<number>();
  readonly #entries = new Map<number, readonly number[]>();
  readonly #loads = new Map<number, ReadonlyMap<number, number>>();
  /** By function, for the flags that are known: what is reached, where branches lead, whether it tests one. */
  readonly #reached = new Map<number, Uint8Array>();
  readonly #joins = new Map<number, ReadonlySet<number>>();
  readonly #testing = new Map<number, boolean>();
  readonly #live = new Map<number, boolean>();

  constructor(functions: Functions, isFlag: (address: number) => boolean) {
    const { parts, names } = functions;
    this.#functions = functions;
    this.#uses = staticUses(parts);
    this.#endless = new Set(
      parts.flatMap(({ from }, place) => (ENDLESS.test(names[place] ?? '') ? [from] : [])),
    );
    this.#callers = new Callers(parts);
    this.#findFlags(isFlag);
    this.#spreadFlags();
  }

  isReached({ place, index }: Place): boolean {
    return this.#reachedIn(place)[index - (this.#functions.parts[place]?.from ?? 0)] === 1;
  }

  /** Whether reached calls lead to a function from one that nobody calls, or that is called by pointers only. */
  isLive(place: number): boolean {
    const known = this.#live.get(place);
    if (known !== undefined) return known;
    if (ON_DEMAND.test(this.#functions.names[place] ?? '')) return false;
    /** By caller: the function that it calls, on the way to the one that is asked for. */
    const leadsTo = new Map<number, number>([[place, -1]]);
    const open = [place];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const callers = this.#callers.of(at);
      if (callers.length === 0 || this.#live.get(at) === true) {
        for (let live = at; live >= 0; live = leadsTo.get(live) ?? -1) this.#live.set(live, true);
        return true;
      }
      for (const call of callers) {
        if (leadsTo.has(call.place) || this.#live.get(call.place) === false || !this.isReached(call))
          continue;
        leadsTo.set(call.place, at);
        open.push(call.place);
      }
    }
    // Nor are those on the way: every chain to them was tried.
    for (const other of leadsTo.keys()) this.#live.set(other, false);
    return false;
  }

  #reachedIn(place: number): Uint8Array {
    const known = this.#reached.get(place);
    if (known) return known;
    const part = this.#functions.parts[place];
    if (part === undefined) return new Uint8Array(0);
    const returns = (call: number): boolean => !this.#endless.has(targetIndex(part, call));
    const entries = this.#entries.get(place) ?? entriesOf(part, returns);
    this.#entries.set(place, entries);
    const { starts, indexes, variables } = this.#uses.tests;
    const decisions = new Map<number, Decision>();
    for (let row = starts.at(place); row < starts.at(place + 1); row += 1) {
      if (this.#flags.has(variables.at(row)))
        decisions.set(indexes.at(row), atZero(part.words[indexes.at(row)] ?? 0));
    }
    const found = reached(part, entries, (index) => decisions.get(index), returns);
    this.#reached.set(place, found);
    return found;
  }

  #findFlags(isFlag: (address: number) => boolean): void {
    const { stores, tests } = this.#uses;
    for (const [place, part] of this.#functions.parts.entries()) {
      const [first, last] = [stores.starts.at(place), stores.starts.at(place + 1)];
      if (first < last && ASKING.test(this.#functions.names[place] ?? '')) {
        for (let row = first; row < last; row += 1) this.#flags.add(stores.variables.at(row));
      }
      for (let row = tests.starts.at(place); row < tests.starts.at(place + 1); row += 1) {
        const variable = tests.variables.at(row);
        if (this.#flags.has(variable)) continue;
        if (isFlag(variable) || choosesAtomics(part, tests.indexes.at(row))) this.#flags.add(variable);
      }
    }
  }

  /** Adds variables that are set from flags only, or only where a flag was tested, until there are no more. */
  #spreadFlags(): void {
    const stores = this.#storesByVariable();
    for (let round = 0, before = -1; round < MOST_ROUNDS && before !== this.#flags.size; round += 1) {
      before = this.#flags.size;
      for (const [variable, all] of stores) {
        if (all.every((store) => this.#follows(store))) this.#flags.add(variable);
      }
      this.#reached.clear();
      this.#joins.clear();
      this.#testing.clear();
    }
  }

  /** Without variables that are only set to zero, and not by an initialiser. */
  #storesByVariable(): ReadonlyMap<number, readonly (Place & { readonly value: number })[]> {
    const { starts, indexes, variables, values } = this.#uses.stores;
    const byVariable = new Map<number, (Place & { readonly value: number })[]>();
    for (const place of this.#functions.parts.keys()) {
      for (let row = starts.at(place); row < starts.at(place + 1); row += 1) {
        const store = { place, index: indexes.at(row), value: values.at(row) };
        const known = byVariable.get(variables.at(row));
        if (known) known.push(store);
        else byVariable.set(variables.at(row), [store]);
      }
    }
    for (const [variable, all] of byVariable) {
      if (!all.some(({ value, place }) => value !== ZERO || this.#isInitialiser(place)))
        byVariable.delete(variable);
    }
    return byVariable;
  }

  /** A variable that its package sets to zero is a condition that never holds on this system. */
  #isInitialiser(place: number): boolean {
    return /\.init(\.\d+)?$/.test(this.#functions.names[place] ?? '');
  }

  #follows(store: Place & { readonly value: number }): boolean {
    if (store.value === ZERO || this.#flags.has(store.value)) return true;
    if (!this.#testsFlag(store.place)) return false;
    return !this.isReached(store) || this.#storesZero(store);
  }

  #testsFlag(place: number): boolean {
    const known = this.#testing.get(place);
    if (known !== undefined) return known;
    const { starts, variables } = this.#uses.tests;
    let found = false;
    for (let row = starts.at(place); row < starts.at(place + 1); row += 1)
      found ||= this.#flags.has(variables.at(row));
    this.#testing.set(place, found);
    return found;
  }

  /** Where branches lead to that are reached. */
  #joinsIn(place: number, part: CodePart): ReadonlySet<number> {
    const known = this.#joins.get(place);
    if (known) return known;
    const seen = this.#reachedIn(place);
    const joins = new Set<number>();
    for (let at = part.from; at < part.to; at += 1) {
      if (seen[at - part.from] === 1 && !isCall(part.words[at] ?? 0)) joins.add(targetIndex(part, at));
    }
    this.#joins.set(place, joins);
    return joins;
  }

  /** Loads by index: the variable. Few functions are asked for them. */
  #loadsIn(place: number, part: CodePart): ReadonlyMap<number, number> {
    const known = this.#loads.get(place);
    if (known) return known;
    const loads = new Map<number, number>();
    staticUses([part], (index, variable) => loads.set(index, variable));
    this.#loads.set(place, loads);
    return loads;
  }

  /** Whether what sets the stored register, of the words that are reached, sets it to zero or to a flag. */
  #storesZero({ place, index }: Place): boolean {
    const part = this.#functions.parts[place];
    if (part === undefined) return false;
    const seen = this.#reachedIn(place);
    const joins = this.#joinsIn(place, part);
    const register = (part.words[index] ?? 0) & 31;
    let at = index;
    do {
      // Another way leads here, on which the register may have been set to something else.
      if (joins.has(at)) return false;
      do at -= 1;
      while (at >= part.from && seen[at - part.from] !== 1);
      if (at < Math.max(part.from, index - FAR)) return false;
    } while (((part.words[at] ?? 0) & 31) !== register || familyOf(part.words[at] ?? 0) === 'branch');
    const word = part.words[at] ?? 0;
    const isZero = (word & 0x7fffffff) === (0x2a1f03e0 | register) || (word & 0x7fffffe0) === 0x52800000;
    return isZero || this.#flags.has(this.#loadsIn(place, part).get(at) ?? Number.NaN);
  }
}

/** Whether one way from a branch comes to an LSE atomic and the other to an exclusive access. */
function choosesAtomics(part: CodePart, index: number): boolean {
  const one = firstAtomic(part, index + 1);
  if (one === undefined) return false;
  const other = firstAtomic(part, targetIndex(part, index));
  return other !== undefined && other !== one;
}

/** By the encodings of Arm ARM C4.1.94, since every test of a byte in the program is looked at. */
function firstAtomic({ words, to }: CodePart, start: number): 'lse' | 'exclusive' | undefined {
  for (let at = Math.max(start, 0); at < Math.min(start + NEAR, to); at += 1) {
    const word = words[at] ?? 0;
    if ((word & 0x1c000000) === 0x14000000) return undefined;
    if ((word & 0x3fa00000) === 0x08000000 || (word & 0xbfa00000) >>> 0 === 0x88200000) return 'exclusive';
    if ((word & 0x3fa00000) === 0x08a00000 || (word & 0xbfa00000) === 0x08200000) return 'lse';
    if ((word & 0x3f200c00) === 0x38200000 && (word & 0xf000) !== 0xc000) return 'lse';
  }
  return undefined;
}
