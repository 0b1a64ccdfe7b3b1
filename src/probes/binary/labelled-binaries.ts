/**
 * Making the labelled set of the programs that were built here and reading each file of it, all in
 * memory: five hundred copies of two megabytes need not be written.
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';
import type { BinaryIdentity, BinarySlice } from '../../evidence/binary/binary-identity.ts';
import { labelledBinaries, type LabelledBinaries } from '../../evidence/binary/labelled-binaries.ts';
import type { MachineCode } from '../../evidence/binary/machine-code.ts';
import { PRODUCTS, product, type Product } from '../../evidence/binary/product.ts';
import { HostError, type Host } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { labelledSet, type Base, type Made } from './planted-lies.ts';
import { readBinary, withBinary } from './read-binary.ts';
import { readCode } from './read-code.ts';

type LabelledFile = LabelledBinaries['files'][number];

export const labelledBinariesProbe = probe({
  gathers: labelledBinaries,
  needs: {
    darwinArm64: of(product, PRODUCTS.helloArm64),
    darwinAmd64: of(product, PRODUCTS.helloAmd64),
    linuxArm64: of(product, PRODUCTS.helloLinuxArm64),
    linuxAmd64: of(product, PRODUCTS.helloLinuxAmd64),
    stripped: of(product, PRODUCTS.myapp),
    whole: of(product, PRODUCTS.helloArm64Whole),
  },
  cost: { time: 'minutes', profile: 'full' },
  async gather(host, products) {
    const bases: Base[] = [];
    for (const one of Object.values<Product>(products)) {
      const base = one.made ? await baseOf(host, one.path) : undefined;
      if (base) bases.push(base);
    }
    if (bases.length === 0)
      return absent({ en: 'No program could be built here', zh: '本机未能构建任何程序' });
    const files: LabelledFile[] = [];
    for (const made of labelledSet(bases)) files.push(await read(host, made));
    return known({ files });
  },
});

async function baseOf(host: Host, path: string): Promise<Base | undefined> {
  const bytes = await host.readFile(path, 2 ** 26);
  const identity = await readBinary(host, path, { digest: false });
  const slice = identity?.slices[0];
  if (!bytes || !identity || !slice || (identity.container !== 'elf' && identity.container !== 'mach-o'))
    return undefined;
  return { name: path.slice(path.lastIndexOf('/') + 1), bytes, container: identity.container, slice };
}

async function read(host: Host, { bytes, ...made }: Made): Promise<LabelledFile> {
  const sizeBytes = bytes.length;
  const inMemory: Host = {
    ...host,
    withFile: (_, use) =>
      use({
        sizeBytes,
        read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
      }),
  };
  try {
    const reading = await withBinary(inMemory, made.name, { digest: false }, async (identity, images) => {
      try {
        return { identity: inBrief(identity), code: codeInBrief(await readCode(identity, images)) };
      } catch (error) {
        if (error instanceof FormatError) return { identity: inBrief(identity) };
        throw error;
      }
    });
    return { ...made, sizeBytes, ...reading };
  } catch (error) {
    if (error instanceof FormatError) return { ...made, sizeBytes, damage: error.message };
    if (error instanceof HostError && error.refusal !== 'interrupted')
      return { ...made, sizeBytes, damage: error.message };
    if (error instanceof HostError || !(error instanceof Error)) throw error;
    // The one place where an error of our own is evidence: whether files can make us fail is the question.
    return { ...made, sizeBytes, crash: `${error.name}: ${error.message}`.slice(0, 300) };
  }
}

/** Without what says nothing about the architecture, which is most of it. */
function inBrief(identity: BinaryIdentity): BinaryIdentity {
  return { ...identity, slices: identity.slices.map(sliceInBrief) };
}

function sliceInBrief({ elf, macho, symbols, buildInfo, ...slice }: BinarySlice): BinarySlice {
  return {
    ...slice,
    ...(symbols && { symbols: { ...symbols, entryPoints: [], imports: [] } }),
    sections: [],
    ...(buildInfo && { buildInfo: { ...buildInfo, deps: [] } }),
    ...(elf && { elf: { ...elf, versionNeeds: [], undefinedSymbols: [], notes: [] } }),
    ...(macho && {
      macho: {
        fileType: macho.fileType,
        dylibs: [],
        ...(macho.segments && { segments: macho.segments }),
      },
    }),
  };
}

function codeInBrief({ slices }: MachineCode): MachineCode {
  return { slices: slices.map((slice) => ({ ...slice, needs: [], cgoFunctions: [] })) };
}
