/**
 * `goassay inspect` as its users start it, against `llvm-objdump -d` of the same program: at most a
 * fifth of its time (goal: an eighth). A large program: below 1.5 s and 300 MB. A program
 * made 4 GiB long by a hole: below 1 s and 150 MB. Page hashes of a signed program: at least 500 MB/s.
 *
 *     node bench/inspect.ts ARM64-PROGRAM [LARGE-ARM64-PROGRAM [SIGNED-DARWIN-PROGRAM]]
 *
 * Such programs are lib/tsgo of the npm packages @typescript/native-preview-linux-arm64 (23 MB,
 * stripped) and …-darwin-arm64, and kube-apiserver of k8s.io/kubernetes.
 *
 * @module
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeHost } from '../src/host/node.ts';
import { Problems } from '../src/probes/binary/problems.ts';
import { withBinary } from '../src/probes/binary/read-binary.ts';
import { readSignature } from '../src/probes/binary/signature.ts';
import { interleaved, median, told } from './interleaved.ts';

const [program, large, signed] = process.argv.slice(2);
if (program === undefined) throw new Error('Give the path of an arm64 program');
const directory = mkdtempSync(join(tmpdir(), 'goassay-bench-'));
const inspect = (path: string): [string, ...string[]] => ['./goassay', 'inspect', '--json', path];

try {
  const times = interleaved(
    [
      {
        name: 'llvm-objdump -d',
        argv: ['sh', '-c', 'exec llvm-objdump -d "$1" >"$2"', 'sh', program, join(directory, 'listing')],
      },
      { name: 'goassay inspect', argv: inspect(program) },
    ],
    7,
  );
  for (const [name, values] of times) console.log(name.padEnd(24), told(values));
  const [theirs = [], own = []] = times.values();
  console.log(`1/${(median(theirs) / median(own)).toFixed(1)} of its time (at most 1/5, goal 1/8)`);

  const sparse = join(directory, 'sparse');
  const build = { cwd: 'specimens/hello', env: { ...process.env, GOOS: 'linux', GOARCH: 'arm64' } };
  execFileSync('go', ['build', '-o', sparse, 'main.go'], build);
  truncateSync(sparse, 2 ** 32);
  for (const [name, path, figure] of [
    ['large program', large, 'below 1500 ms, 300 MB'],
    ['sparse file of 4 GiB', sparse, 'below 1000 ms, 150 MB'],
  ] as const) {
    if (path === undefined) continue;
    const [values = []] = interleaved([{ name, argv: inspect(path) }], 5).values();
    console.log(name.padEnd(24), `${told(values)}, peak ${peakMegabytes(inspect(path))} MB (${figure})`);
  }
  if (signed !== undefined) await pageHashes(signed);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** Resident, of the largest process, as GNU time tells it. */
function peakMegabytes(argv: readonly string[]): string {
  const { stderr } = spawnSync('/usr/bin/time', ['-f', '%M', ...argv], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return (Number(stderr?.trim().split('\n').at(-1)) / 1024).toFixed(0);
}

async function pageHashes(path: string): Promise<void> {
  const host = nodeHost();
  await withBinary(host, path, { digest: false }, async ({ slices }, images) => {
    for (const [index, { macho }] of slices.entries()) {
      const part = images[index]?.part;
      const signature = macho?.signature;
      if (!part || signature?.offset === undefined || signature.sizeBytes === undefined) continue;
      const range = { offset: signature.offset - part.start, sizeBytes: signature.sizeBytes };
      const bytes = signature.pages * signature.pageSize;
      const rates: number[] = [];
      for (let round = 0; round < 20; round += 1) {
        const started = performance.now();
        await readSignature(part, range, new Problems());
        rates.push(bytes / 1000 / (performance.now() - started));
      }
      console.log('page hashes'.padEnd(24), `median ${median(rates).toFixed(0)} MB/s (at least 500)`);
    }
  });
  host.close();
}
