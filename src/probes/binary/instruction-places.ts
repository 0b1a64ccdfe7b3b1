/**
 * Naming the words of some extensions, function by function. Words that a load means as its literal
 * are constants among the code and no instructions: the frame size of runtime.call67108864 reads as SVE.
 *
 * @module
 */

import { disassemble, featureOf } from '../../arm64/index.ts';
import { instructionPlaces, type InstructionPlaces } from '../../evidence/binary/instruction-places.ts';
import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { absent, known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { probe, type AnyProbe } from '../probe.ts';
import { functionWords, type FunctionWords } from './function-words.ts';

const LOOKED_FOR = /^(?:aes|sha|sm[34]|sve|sme)/;

const MOST_NAMES = 64;

/** The metrics program is the largest that is built anyway; the other one uses crypto/aes. */
const PROGRAMS = [PRODUCTS.metricsLinux, PRODUCTS.libraryCalls];

export const instructionPlacesProbes: readonly AnyProbe[] = PROGRAMS.map((name) =>
  probe({
    gathers: of(instructionPlaces, name),
    needs: { built: of(product, name) },
    cost: { time: 'seconds' },
    async gather(host, { built }) {
      const functions = built.made ? await functionWords(host, built.path) : undefined;
      if (!functions) return absent({ en: `The build made no ${name}`, zh: `构建未产生 ${name}` });
      return known(placesIn(functions));
    },
  }),
);

export function placesIn(functions: readonly FunctionWords[]): InstructionPlaces {
  const groups = new Map<string, InstructionPlaces['groups'][number]>();
  for (const { name, address, words } of functions) {
    let literals: ReadonlySet<number> | undefined;
    for (const [index, word] of words.entries()) {
      const feature = featureOf(word);
      if (feature === undefined || !LOOKED_FOR.test(feature)) continue;
      literals ??= literalsOf(words);
      if (literals.has(index)) continue;
      const [mnemonic = ''] = (disassemble(word) ?? '').split(' ');
      const key = `${feature} ${mnemonic}`;
      const group = groups.get(key) ?? {
        feature,
        mnemonic,
        words: 0,
        functions: [],
        address: address + index * 4,
      };
      groups.set(key, group);
      group.words += 1;
      if (group.functions.length < MOST_NAMES && !group.functions.includes(name)) group.functions.push(name);
    }
  }
  return {
    functions: functions.length,
    instructions: functions.reduce((sum, { words }) => sum + words.length, 0),
    groups: [...groups.values()],
  };
}

/** Indexes of words that `ldr` takes as constants (Arm ARM C4.1.94, load register literal). */
function literalsOf(words: Uint32Array): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, word] of words.entries()) {
    if ((word & 0x3b000000) !== 0x18000000) continue;
    // A signed offset of 19 bits in words; of eight bytes if bit 30 says so.
    const literal = index + ((word << 8) >> 13);
    found.add(literal);
    if ((word & 0x40000000) !== 0) found.add(literal + 1);
  }
  return found;
}
