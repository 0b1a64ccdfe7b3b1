/**
 * Reading what the scheduler is written like in GOROOT. Which files belong to a target is asked of
 * `go list`, so that build constraints are Go's business.
 *
 * @module
 */

import { schedulerSources, type SchedulerSources } from '../../evidence/runtime/scheduler-sources.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { HostError, readText, type Host } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';

type Line = SchedulerSources['casgstatus'][number];

export const schedulerSourcesProbe = probe({
  gathers: schedulerSources,
  needs: { go: goUnderTest },
  cost: { time: 'instant' },
  async gather(host, { go }) {
    const lines = await linesOf(host, `${go.goroot}/src/runtime/proc.go`);
    if (!lines) {
      return absent({
        en: `GOROOT ${go.goroot} has no runtime/proc.go`,
        zh: `GOROOT ${go.goroot} 中没有 runtime/proc.go`,
      });
    }
    const selected = (goos: string) => runtimeFiles(host, go.path, goos);
    return known({
      darwinArm64: await selected('darwin'),
      linuxArm64: await selected('linux'),
      casgstatus: bodyOf(lines, 'casgstatus'),
      acquireRelease: lines.filter(({ text }) => /\batomic\.(LoadAcq|StoreRel)\w*\(/.test(code(text))),
      goschedImpl: bodyOf(lines, 'goschedImpl'),
      procresizeCallers: lines.flatMap((line, index) => {
        if (!/(?<!func )\bprocresize\(/.test(code(line.text))) return [];
        return [{ ...line, within: functionAt(lines, index) }];
      }),
    });
  },
});

async function linesOf(host: Host, path: string): Promise<Line[] | undefined> {
  const text = await readText(host, path);
  return text?.split('\n').map((line, index) => ({ file: 'runtime/proc.go', line: index + 1, text: line }));
}

function code(text: string): string {
  return text.replace(/\/\/.*$/, '');
}

/** From its first line to the brace at the margin. */
function bodyOf(lines: readonly Line[], name: string): Line[] {
  const start = lines.findIndex(({ text }) => text.startsWith(`func ${name}(`));
  if (start < 0) return [];
  const length = lines.slice(start).findIndex(({ text }) => text === '}');
  return lines.slice(start, start + length + 1).filter(({ text }) => text.trim() !== '');
}

function functionAt(lines: readonly Line[], index: number): string {
  for (let at = index; at >= 0; at -= 1) {
    const name = /^func (?:\([^)]*\) )?(\w+)\(/.exec(lines[at]?.text ?? '')?.[1];
    if (name !== undefined) return name;
  }
  return '';
}

async function runtimeFiles(host: Host, go: string, goos: string): Promise<string[]> {
  const { exit, stdout, stderr } = await runGo(host, {
    go,
    args: ['list', '-f', '{{range .GoFiles}}{{.}}\n{{end}}{{range .SFiles}}{{.}}\n{{end}}', 'runtime'],
    environment: { GOOS: goos, GOARCH: 'arm64', CGO_ENABLED: '0' },
    directory: await host.scratch('outside-any-module'),
  });
  if (exit !== 0) throw new HostError('failed', `Cannot list package runtime: ${stderr.slice(0, 300)}`);
  return stdout.split('\n').filter((name) => name !== '');
}
