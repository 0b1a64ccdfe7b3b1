/**
 * Completing the printed benchmark of Gosched with what it lacks to be a program, and running it.
 *
 * @module
 */

import { printedGosched } from '../../evidence/runtime/printed-gosched.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import type { Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';

/** As printed, line by line; only the indentation is ours. */
const PRINTED = `func benchmarkGosched() {
	start := time.Now()
	for i := 0; i < 1e6; i++ {
		runtime.Gosched() // 触发 M→P 状态重绑定
	}
	fmt.Printf("1M Gosched: %v\\n", time.Since(start))
}
`;

const PROGRAMS = {
  benchmark: `package main

import (
	"fmt"
	"runtime"
	"time"
)

${PRINTED}
func main() {
	benchmarkGosched()
}
`,
  lowercase: calling('gosched'),
  exported: calling('Gosched'),
} as const;

function calling(name: string): string {
  return `package main\n\nimport "runtime"\n\nfunc main() {\n\truntime.${name}()\n}\n`;
}

export const printedGoschedProbe = probe({
  gathers: printedGosched,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'] },
  async gather(host, { go }) {
    const environment = { GOOS: go.env['GOHOSTOS'], GOARCH: go.env['GOHOSTARCH'] };
    const run = (name: keyof typeof PROGRAMS) => ran(host, go.path, name, environment);
    return known({
      benchmark: await run('benchmark'),
      lowercase: await run('lowercase'),
      exported: await run('exported'),
    });
  },
});

async function ran(
  host: Host,
  go: string,
  name: keyof typeof PROGRAMS,
  environment: Readonly<Record<string, string | undefined>>,
) {
  const directory = await host.scratch(`printed-gosched/${name}`);
  await host.writeScratch(`${directory}/main.go`, PROGRAMS[name]);
  const { exit, stdout, stderr } = await runGo(host, {
    go,
    args: ['run', 'main.go'],
    directory,
    environment,
  });
  return { exit, stdout: stdout.slice(0, 500), stderr: stderr.slice(0, 1000) };
}
