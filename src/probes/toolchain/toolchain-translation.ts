/**
 * Rosetta 2, asked from the inside. The go command cannot be asked itself, but its children
 * can: a process that a translated process starts runs translated too where its file allows,
 * and macOS ships /usr/sbin/sysctl for both architectures.
 *
 * @module
 */

import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { toolchainTranslation } from '../../evidence/toolchain/toolchain-translation.ts';
import { absent, known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { headerOf } from './go-files.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

const LISTING = `package main

//go:generate /usr/sbin/sysctl -n sysctl.proc_translated

import "syscall"

func main() {
	translated, err := syscall.SysctlUint32("sysctl.proc_translated")
	if err != nil {
		println("error:", err.Error())
		return
	}
	println(translated)
}
`;

export const toolchainTranslationProbe = probe({
  gathers: toolchainTranslation,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'] },
  async gather(host, { go: { path: go, goroot } }) {
    if (host.system !== 'darwin') {
      return absent(
        {
          en: `Rosetta 2 is a part of macOS, and this is ${host.system}`,
          zh: `Rosetta 2 是 macOS 的一部分，而本机系统是 ${host.system}`,
        },
        { en: 'Run goassay on a Mac with Apple silicon', zh: '在 Apple Silicon 的 Mac 上运行 goassay' },
      );
    }
    const directory = await host.scratch('toolchain-translation');
    await host.writeScratch(joinPath(directory, 'main.go'), LISTING);
    const program = joinPath(directory, 'main');
    const hardware = await record('sysctl -n hw.optional.arm64', () =>
      host.run({ argv: ['/usr/sbin/sysctl', '-n', 'hw.optional.arm64'] }),
    );
    const goProcess = await record('go generate main.go', () =>
      runGo(host, { go, args: ['generate', 'main.go'], directory }),
    );
    const build = await record('go build main.go', () =>
      runGo(host, {
        go,
        args: ['build', '-o', program, 'main.go'],
        directory,
        environment: { GOARCH: undefined },
      }),
    );
    const ran =
      build.exit === 0 ? await record('./main', () => host.run({ argv: [program], directory })) : undefined;
    const [goHeader, programHeader] = [
      await headerOf(host, joinPath(goroot, 'bin/go')),
      await headerOf(host, program),
    ];
    return known({
      hardware,
      goProcess,
      listing: LISTING,
      build,
      ...(ran && { program: ran }),
      goArchitectures: goHeader?.architectures ?? [],
      programArchitectures: programHeader?.architectures ?? [],
    });
  },
});
