/**
 * Looking at every write of SP in the metrics program for linux/arm64, which is there anyway and has
 * thousands of functions.
 *
 * @module
 */

import { disassemble } from '../../arm64/index.ts';
import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { stackPointerWrites, type StackPointerWrites } from '../../evidence/binary/stack-pointer-writes.ts';
import { absent, known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { functionWords, type FunctionWords } from './function-words.ts';
import { stackMove } from './stack-moves.ts';

const MOST_SWITCHES = 16;

export const stackPointerWritesProbe = probe({
  gathers: of(stackPointerWrites, PRODUCTS.metricsLinux),
  needs: { built: of(product, PRODUCTS.metricsLinux) },
  cost: { time: 'seconds' },
  async gather(host, { built }) {
    const functions = built.made ? await functionWords(host, built.path) : undefined;
    if (!functions)
      return absent({
        en: `The build made no ${PRODUCTS.metricsLinux}`,
        zh: `构建未产生 ${PRODUCTS.metricsLinux}`,
      });
    return known(writesIn(functions));
  },
});

function writesIn(functions: readonly FunctionWords[]): StackPointerWrites {
  const moves = new Map<number, StackPointerWrites['moves'][number]>();
  const switches: StackPointerWrites['switches'] = { count: 0, first: [] };
  for (const { name, address, words } of functions) {
    for (let index = 0; index < words.length; index += 1) {
      const bytes = stackMove(words, index);
      if (bytes === undefined) continue;
      const place = {
        address: address + index * 4,
        function: name,
        text: disassemble(words[index] ?? 0) ?? '',
      };
      if (bytes === 'unknown') {
        switches.count += 1;
        if (switches.first.length < MOST_SWITCHES) switches.first.push(place);
        continue;
      }
      const move = moves.get(bytes);
      if (move) move.count += 1;
      else moves.set(bytes, { bytes, count: 1, first: place });
    }
  }
  return {
    functions: functions.length,
    instructions: functions.reduce((sum, { words }) => sum + words.length, 0),
    moves: [...moves.values()].toSorted((one, other) => one.bytes - other.bytes),
    switches,
  };
}
