/**
 * Reading programs for arm64 and amd64 as A64 and counting three mnemonics: what was built here, the
 * tools of the toolchain, and programs of the system until there are enough.
 *
 * @module
 */

import { disassemble } from '../../arm64/index.ts';
import { FormatError } from '../../bytes/error.ts';
import { mnemonicCounts, type MnemonicCounts } from '../../evidence/binary/mnemonic-counts.ts';
import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { HostError, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { of, wish } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { attempt, nothing } from '../toolchain/attempt.ts';
import type { Image } from './image.ts';
import { withBinary } from './read-binary.ts';
import { within } from './part.ts';
import { wordsOf } from './words.ts';

/** The ledger wants 50 at least. */
const WANTED = 64;

const SYSTEM_PROGRAMS = '/usr/bin';

/** Of each slice: a mnemonic that a text of this size lacks is no mark of anything, and a tape keeps what is read. */
const MOST_BYTES = 2 ** 20;

/** Larger programs of the system tell no more. */
const LARGEST_PROGRAM = 2 ** 20;

type Text = MnemonicCounts['texts'][number];

export const mnemonicCountsProbe = probe({
  gathers: mnemonicCounts,
  needs: {
    go: wish(goUnderTest),
    helloArm64: wish(of(product, PRODUCTS.helloArm64)),
    helloAmd64: wish(of(product, PRODUCTS.helloAmd64)),
    myapp: wish(of(product, PRODUCTS.myapp)),
    helloLinuxArm64: wish(of(product, PRODUCTS.helloLinuxArm64)),
    helloLinuxAmd64: wish(of(product, PRODUCTS.helloLinuxAmd64)),
    metricsLinux: wish(of(product, PRODUCTS.metricsLinux)),
    metricsDarwin: wish(of(product, PRODUCTS.metricsDarwin)),
  },
  cost: { time: 'seconds' },
  async gather(host, { go, ...products }) {
    const built = Object.values(products).flatMap((one) => (one?.made === true ? [one.path] : []));
    const tools = go ? await toolsOf(host, go.goroot) : [];
    const texts: Text[] = [];
    for (const path of built) texts.push(...(await textsOf(host, path)));
    // Small ones first: a hundred of them are read in the time that one of Go's tools takes.
    for (const path of [...(await filesIn(host, SYSTEM_PROGRAMS, LARGEST_PROGRAM)), ...tools]) {
      if (texts.length >= WANTED) break;
      texts.push(...(await textsOf(host, path)));
    }
    return known({ texts });
  },
});

async function toolsOf(host: Host, goroot: string): Promise<string[]> {
  const folders = (await attempt(() => host.list(`${goroot}/pkg/tool`), nothing)) ?? [];
  const paths = await filesIn(host, `${goroot}/bin`);
  for (const folder of folders) paths.push(...(await filesIn(host, `${goroot}/pkg/tool/${folder}`)));
  return paths;
}

async function filesIn(host: Host, directory: string, largest = Infinity): Promise<string[]> {
  const names = (await attempt(() => host.list(directory), nothing)) ?? [];
  const paths: string[] = [];
  for (const name of names) {
    const path = `${directory}/${name}`;
    const status = await host.status(path);
    if (status?.type === 'file' && status.sizeBytes <= largest) paths.push(path);
  }
  return paths;
}

/** None for what is no program for arm64 or amd64, or cannot be read. */
async function textsOf(host: Host, path: string): Promise<Text[]> {
  try {
    const texts = await withBinary(host, path, { digest: false }, async ({ slices }, images) => {
      const found: Text[] = [];
      for (const [index, { architecture, code = [] }] of slices.entries()) {
        const image = images[index];
        if (!image || !['arm64', 'amd64'].includes(architecture)) continue;
        const counts = await count(image, code);
        if (counts.words > 0) found.push({ path, architecture, ...counts });
      }
      return found;
    });
    return texts ?? [];
  } catch (error) {
    if (error instanceof FormatError) return [];
    if (error instanceof HostError && error.refusal !== 'interrupted') return [];
    throw error;
  }
}

async function count(
  { part }: Image,
  code: readonly { readonly offset: number; readonly sizeBytes: number }[],
): Promise<Omit<Text, 'path' | 'architecture'>> {
  const counts = { words: 0, movk: 0, br: 0, ldp: 0 };
  let left = MOST_BYTES;
  for (const { offset, sizeBytes } of code) {
    const range = within(part, { offset: offset - part.start, sizeBytes: Math.min(sizeBytes, left) });
    left -= range.sizeBytes;
    const words = wordsOf(await part.read(range));
    counts.words += words.length;
    for (const word of words) {
      if (!mayBeOne(word)) continue;
      const [mnemonic] = (disassemble(word) ?? '').split(' ');
      if (mnemonic === 'movk' || mnemonic === 'br' || mnemonic === 'ldp') counts[mnemonic] += 1;
    }
  }
  return counts;
}

/** MOVK, BR and LDP by their fixed bits (Arm ARM C4.1); what passes is decoded. */
function mayBeOne(word: number): boolean {
  return (
    (word & 0x7f800000) === 0x72800000 ||
    (word & 0xfffffc1f) >>> 0 === 0xd61f0000 ||
    (word & 0x3a400000) === 0x28400000
  );
}
