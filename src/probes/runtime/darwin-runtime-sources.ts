import { darwinRuntimeSources, type SourceLine } from '../../evidence/runtime/darwin-runtime-sources.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { readText, type Host } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { probe } from '../probe.ts';

/**
 * Functions by the names they had in one release or another: `getncpu` until 1.21 or so,
 * `getCPUCount` after it; a trampoline in assembly since darwin calls go through libSystem (1.12).
 */
const CPU_COUNT = /^func (?:getncpu|getCPUCount)\(/;
const NANOTIME = /^TEXT runtime·nanotime_trampoline\(/;
const NANOTIME_CALLER = /^func nanotime1\(/;

export const darwinRuntimeSourcesProbe = probe({
  gathers: darwinRuntimeSources,
  needs: { go: goUnderTest },
  cost: { time: 'instant' },
  async gather(host, { go }) {
    const root = `${go.goroot}/src/runtime`;
    const cpuCount = await blocks(host, root, 'os_darwin.go', CPU_COUNT);
    const nanotime = [
      ...(await blocks(host, root, 'sys_darwin_arm64.s', NANOTIME)),
      ...(await blocks(host, root, 'sys_darwin.go', NANOTIME_CALLER)),
    ];
    if (cpuCount.length === 0 && nanotime.length === 0) {
      return absent({
        en: `GOROOT ${go.goroot} has no runtime source for darwin`,
        zh: `GOROOT ${go.goroot} 中没有面向 darwin 的运行时源代码`,
      });
    }
    return known({ cpuCount, nanotime });
  },
});

/** A block goes from its first line to the line before the next blank one at the margin, or to a closing brace. */
async function blocks(host: Host, root: string, file: string, first: RegExp): Promise<SourceLine[]> {
  const lines = ((await readText(host, `${root}/${file}`)) ?? '').split('\n');
  const start = lines.findIndex((line) => first.test(line));
  if (start < 0) return [];
  const length = lines.slice(start + 1).findIndex((line) => /^(?:}|TEXT |GLOBL )/.test(line));
  return lines
    .slice(start, length < 0 ? start + 40 : start + length + 2)
    .map((text, index) => ({ file: `runtime/${file}`, line: start + index + 1, text }))
    .filter(({ text }) => text.trim() !== '');
}
