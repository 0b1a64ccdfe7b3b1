/**
 * Asking llvm-mc, where it is, for the mnemonics in other instruction sets, and disassembling what
 * the Go compiler makes for its other ports. `go tool objdump` is built when first asked for since
 * Go 1.25, which takes ten CPU seconds: a quick run uses it only where it was shipped.
 *
 * @module
 */

import {
  ASKED_MNEMONICS,
  foreignMnemonics,
  type ForeignMnemonics,
} from '../../evidence/binary/foreign-mnemonics.ts';
import { goUnderTest, type GoUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import type { Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { runGo } from '../go-command.ts';
import { attempt, nothing } from '../toolchain/attempt.ts';
import { record } from '../toolchain/record.ts';

/** The first is a control: an llvm-mc without AArch64 tells nothing. */
const LINES = [
  { triple: 'aarch64', assembly: 'movk x0, #1' },
  { triple: 'armv7', assembly: 'ldr r0, [r1]' },
  { triple: 'thumbv7', assembly: 'ldr r0, [r1]' },
  { triple: 's390x', assembly: 'ldr %f0, %f2' },
  { triple: 's390x', assembly: 'br %r14' },
  { triple: 'armv7', assembly: 'movk r0, #1' },
  { triple: 'thumbv7', assembly: 'movk r0, #1' },
] as const;

const GOARCHS = ['386', 'amd64', 'arm', 'loong64', 'mips64le', 'ppc64le', 'riscv64', 's390x'];

const FILE = 'codegen.go';

export const foreignMnemonicsProbe = probe({
  gathers: foreignMnemonics,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'] },
  async gather(host, { go }, { profile }) {
    const directory = await host.scratch('foreign-mnemonics');
    const assembled = await assembleAll(host, directory);
    const shipped = `${go.goroot}/pkg/tool/${go.env['GOHOSTOS']}_${go.env['GOHOSTARCH']}/objdump`;
    const hasObjdump = (await host.status(shipped)) !== undefined;
    const disassembled = profile === 'full' || hasObjdump ? await disassembleAll(host, go, directory) : [];
    return known({ assembled, disassembled });
  },
});

async function assembleAll(host: Host, directory: string): Promise<ForeignMnemonics['assembled']> {
  if (!(await attempt(() => host.run({ argv: ['llvm-mc', '--version'] }), nothing))) return [];
  const assembled: ForeignMnemonics['assembled'] = [];
  for (const [index, { triple, assembly }] of LINES.entries()) {
    const file = `line-${index}.s`;
    await host.writeScratch(`${directory}/${file}`, `${assembly}\n`);
    const argv = ['llvm-mc', `-triple=${triple}`, file] as const;
    assembled.push({
      triple,
      assembly,
      run: await record(argv.join(' '), () => host.run({ argv, directory })),
    });
  }
  return assembled;
}

async function disassembleAll(
  host: Host,
  { path: go }: GoUnderTest,
  directory: string,
): Promise<ForeignMnemonics['disassembled']> {
  await host.writeScratch(`${directory}/${FILE}`, await host.specimen(`codegen/${FILE}`));
  const all: ForeignMnemonics['disassembled'] = [];
  for (const goarch of GOARCHS) {
    const object = `${goarch}.o`;
    const compiled = await runGo(host, {
      go,
      args: ['tool', 'compile', '-p', 'codegen', '-o', object, FILE],
      directory,
      environment: { GOOS: 'linux', GOARCH: goarch },
    });
    if (compiled.exit !== 0) continue;
    const { stdout } = await runGo(host, { go, args: ['tool', 'objdump', '-gnu', object], directory });
    all.push({ goarch, ...counted(stdout) });
  }
  return all;
}

/** GNU's text stands behind Go's: "MOVW 0x14(R13), R0    // ldr r0, [sp, #20]". */
function counted(listing: string): Pick<ForeignMnemonics['disassembled'][number], 'instructions' | 'found'> {
  const texts = Array.from(listing.matchAll(/\/\/ ([a-z][^\t\n]*)/g), ([, text = '']) => text.trim());
  const found = ASKED_MNEMONICS.flatMap((mnemonic) => {
    const hits = texts.filter((text) => text.split(' ')[0] === mnemonic);
    return hits[0] === undefined ? [] : [{ mnemonic, count: hits.length, first: hits[0] }];
  });
  return { instructions: texts.length, found };
}
