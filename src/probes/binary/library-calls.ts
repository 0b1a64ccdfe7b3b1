/**
 * Following the calls of the library-calls specimen: direct branches from function to function, as
 * long as they stay in the packages that compare and search bytes.
 *
 * @module
 */

import { libraryCalls, type LibraryCalls } from '../../evidence/binary/library-calls.ts';
import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { readText, type Host } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { functionWords, type FunctionWords } from './function-words.ts';

/** Functions of the specimen, and the call that is all they do. */
const CALLS = [
  { from: 'main.equal', call: 'bytes.Equal' },
  { from: 'main.index', call: 'strings.Index' },
] as const;

/** The assembly of these packages calls its own bodies, whose names have no package. */
const FOLLOWED =
  /^(?:bytes|strings|internal\/(?:bytealg|stringslite))\.|^runtime\.mem(?:equal|eqbody)|^\w+body$/;

/** Where the assembly lies: internal/bytealg since Go 1.11, package runtime before. */
const FOLDERS = ['internal/bytealg', 'runtime'];

const MOST_FUNCTIONS = 32;

export const libraryCallsProbe = probe({
  gathers: of(libraryCalls, PRODUCTS.libraryCalls),
  needs: { go: goUnderTest, built: of(product, PRODUCTS.libraryCalls) },
  cost: { time: 'seconds' },
  async gather(host, { go, built }) {
    const functions = built.made ? await functionWords(host, built.path) : undefined;
    if (!functions)
      return absent({
        en: `The build made no ${PRODUCTS.libraryCalls}`,
        zh: `构建未产生 ${PRODUCTS.libraryCalls}`,
      });
    const defined = await assembly(host, go.goroot);
    const calls = CALLS.map(({ from, call }) => ({
      call,
      reaches: reachedFrom(functions, from).map(({ name, address, words }) => {
        const at = defined.get(name);
        return { function: name, address, words: [...words], ...(at && { assembly: at }) };
      }),
    }));
    return known({ calls });
  },
});

/** Functions that `from` comes to by direct calls and jumps, without itself. */
function reachedFrom(functions: readonly FunctionWords[], from: string): FunctionWords[] {
  const byAddress = new Map(functions.map((one) => [one.address, one]));
  const found = new Set<FunctionWords>();
  const open = functions.filter(({ name }) => name === from);
  for (let next = open.pop(); next && found.size < MOST_FUNCTIONS; next = open.pop()) {
    for (const [index, word] of next.words.entries()) {
      // b and bl, with a signed offset of 26 bits in words (Arm ARM C4.1.66).
      if ((word & 0x7c000000) !== 0x14000000) continue;
      const target = byAddress.get(next.address + index * 4 + ((word << 6) >> 6) * 4);
      if (!target || found.has(target) || !FOLLOWED.test(target.name)) continue;
      found.add(target);
      open.push(target);
    }
  }
  return [...found];
}

/** Names as the linker writes them, of every function that assembly for arm64 defines. */
async function assembly(
  host: Host,
  goroot: string,
): Promise<Map<string, NonNullable<LibraryCalls['calls'][number]['reaches'][number]['assembly']>>> {
  const defined = new Map<string, { file: string; line: number }>();
  for (const folder of FOLDERS) {
    const names = (await host.list(`${goroot}/src/${folder}`)) ?? [];
    for (const name of names.filter((one) => one.endsWith('_arm64.s'))) {
      const text = (await readText(host, `${goroot}/src/${folder}/${name}`)) ?? '';
      for (const [index, line] of text.split('\n').entries()) {
        const [, prefix = '', own] = /^TEXT\s+([\w/]*)·?(\w+)<?/.exec(line) ?? [];
        if (own === undefined) continue;
        const symbol = symbolOf(line, prefix, own, folder);
        defined.set(symbol, { file: `${folder}/${name}`, line: index + 1 });
      }
    }
  }
  return defined;
}

/** "runtime·memequal" is runtime.memequal, "·Index" belongs to the folder, "indexbody<>" to the file. */
function symbolOf(line: string, prefix: string, own: string, folder: string): string {
  if (!line.includes('·')) return `${prefix}${own}`;
  return `${prefix === '' ? folder : prefix}.${own}`;
}
