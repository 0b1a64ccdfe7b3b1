/**
 * Peak memory of a child of 1 to 512 MiB, asked for by a parent that holds 512 MiB itself: within 1 % of
 * what the kernel tells the child about itself. Beside it what hyperfine and the usual
 * getrusage(RUSAGE_CHILDREN) would say, which is the largest of all children so far, the parent's
 * copy included (here by Node's own spawn and /usr/bin/time, which is small itself).
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { metered, meterFor } from '../src/experiments/meter.ts';
import { nodeHost } from '../src/host/node.ts';

const ballast = Buffer.alloc(512 * 2 ** 20, 1);
const host = nodeHost();
let worst = 0;
try {
  const meter = await meterFor(host, 'go');
  const hold = join(await host.scratch('hold'), 'hold');
  execFileSync('go', ['build', '-o', hold, './hold'], { cwd: 'specimens' });
  console.log('held      meter        itself     error    /usr/bin/time   floor');
  for (const mib of [512, 1, 2, 4, 8, 16, 64, 256, 512, 1]) {
    const [run] = await metered(host, meter, [
      { argv: [hold, String(mib)], timeLimitNs: 6e10, outputLimit: 1e6, keep: 100 },
    ]);
    if (!run || run.exit !== 0) throw new Error(`hold failed: ${JSON.stringify(run)}`);
    const truth = Number(run.stdout) * 1024;
    const error = run.peakBytes / truth - 1;
    worst = Math.max(worst, Math.abs(error));
    const { stderr } = spawnSync('/usr/bin/time', ['-f', '%M', hold, String(mib)], { encoding: 'utf8' });
    const time = Number(stderr.trim().split('\n').at(-1)) * 1024;
    const m = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(2)} MiB`.padStart(11);
    console.log(
      `${String(mib).padStart(3)} MiB${m(run.peakBytes)}${m(truth)}  ${(100 * error).toFixed(2).padStart(6)} %  ${m(time)} ${m(run.floorBytes)}`,
    );
  }
} finally {
  host.close();
}
console.log(
  `worst error ${(100 * worst).toFixed(2)} % from a parent of ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB, ${ballast.length / 2 ** 20} of them held (within 1 %: ${worst <= 0.01 ? 'met' : 'NOT MET'})`,
);
