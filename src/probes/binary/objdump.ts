/**
 * Running the objdumps at hand the way the paper prints them. Only counts are kept: the text of
 * one small Go program is six megabytes.
 *
 * @module
 */

import { objdump } from '../../evidence/binary/objdump.ts';
import { PRODUCTS, product, type Product } from '../../evidence/binary/product.ts';
import { HostError, type Host } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { probe } from '../probe.ts';

const NAMES = /^(g?objdump|llvm-objdump(-\d+)?|aarch64-linux-gnu-objdump)$/;

/** "  401000:\td2800000 \tmov\tx0, #0x0" in GNU's and LLVM's layouts alike. */
const INSTRUCTION = /^\s*[0-9a-f]+:\s+(?:[0-9a-f]{2,8} ?)+\s*([a-z][\w.]*)/;

/** Those the paper names, and the spellings without the suffix. */
const COUNTED = new Set(['movq', 'callq', 'mov', 'call']);

/** MOVQ between vector registers has that name in every syntax; the paper means mov with a size suffix. */
const VECTOR = /%[xyz]?mm/;

const OUTPUT_LIMIT = 2 ** 27;

export const objdumpProbe = probe({
  gathers: objdump,
  needs: {
    elf: of(product, PRODUCTS.helloLinuxArm64),
    macho: of(product, PRODUCTS.helloArm64),
    amd64: of(product, PRODUCTS.helloLinuxAmd64),
  },
  cost: { time: 'seconds' },
  async gather(host, { elf, macho, amd64 }) {
    const paths = await objdumps(host);
    if (paths.length === 0) {
      return absent(
        { en: 'There is no objdump on PATH', zh: 'PATH 中没有 objdump' },
        {
          en: 'Install binutils or LLVM, or Xcode’s command line tools',
          zh: '安装 binutils、LLVM 或 Xcode 命令行工具',
        },
      );
    }
    const tools = [];
    for (const path of paths) tools.push(await describe(host, path, elf, macho, amd64));
    return known({ tools });
  },
});

async function describe(host: Host, path: string, elf: Product, macho: Product, amd64: Product) {
  const version = await host.run({ argv: [path, '--version'] });
  const header = await host.run({ argv: [path, '-f', elf.path] });
  const format = /file format (\S+)/.exec(header.stdout)?.[0];
  const window = await firstCode(host, path, amd64);
  const { counted, ...disassembly } = await disassemble(host, [path, '-d', ...window, amd64.path], amd64);
  return {
    path,
    version: version.stdout.split('\n')[0] ?? '',
    printed: [await printedRun(host, path, elf), await printedRun(host, path, macho)],
    ...(format !== undefined && { arm64Format: format }),
    amd64: { ...disassembly, mnemonics: counted },
  };
}

/** Mnemonics repeat themselves: 30,000 instructions tell what a million do, in a fraction of a second. */
const CODE_BYTES = 2 ** 17;

/** Arguments that keep to the beginning of the code; none if the tool does not say where that is. */
async function firstCode(host: Host, path: string, { path: file }: Product): Promise<readonly string[]> {
  const { stdout } = await host.run({ argv: [path, '-h', file] });
  const address = /^\s*\d+\s+\.text\s+[0-9a-f]+\s+([0-9a-f]+)/m.exec(stdout)?.[1];
  if (address === undefined) return [];
  const start = parseInt(address, 16);
  return [`--start-address=0x${start.toString(16)}`, `--stop-address=0x${(start + CODE_BYTES).toString(16)}`];
}

async function printedRun(host: Host, path: string, { path: file, ...rest }: Product) {
  const { counted: _, ...run } = await disassemble(host, [path, '-arch', 'arm64', '-d', file], {
    path: file,
    ...rest,
  });
  return run;
}

async function disassemble(host: Host, argv: readonly [string, ...string[]], { path }: Product) {
  const { exit, stdout, stderr } = await host.run({
    argv,
    outputLimitBytes: OUTPUT_LIMIT,
    timeLimitMs: 60_000,
  });
  const counted: Record<string, number> = {};
  let instructions = 0;
  for (const line of stdout.split('\n')) {
    const mnemonic = INSTRUCTION.exec(line)?.[1];
    if (mnemonic === undefined) continue;
    instructions += 1;
    if (!COUNTED.has(mnemonic)) continue;
    const name = mnemonic === 'movq' && VECTOR.test(line) ? 'movq %xmm' : mnemonic;
    counted[name] = (counted[name] ?? 0) + 1;
  }
  return {
    binary: path.slice(path.lastIndexOf('/') + 1),
    exit,
    stderr: stderr.slice(0, 600),
    instructions,
    counted,
  };
}

/** Each once, however many directories of PATH show the same file. */
async function objdumps(host: Host): Promise<string[]> {
  const found = new Map<string, string>();
  for (const directory of (host.variable('PATH') ?? '').split(':')) {
    if (!directory.startsWith('/')) continue;
    for (const name of await names(host, directory)) {
      if (!NAMES.test(name)) continue;
      const real = await host.realPath(`${directory}/${name}`);
      if (real !== undefined && !found.has(real)) found.set(real, `${directory}/${name}`);
    }
  }
  return [...found.values()].slice(0, 6);
}

async function names(host: Host, directory: string): Promise<readonly string[]> {
  try {
    return (await host.list(directory)) ?? [];
  } catch (error) {
    if (error instanceof HostError) return []; // one unreadable directory on PATH hides nothing of the others
    throw error;
  }
}
