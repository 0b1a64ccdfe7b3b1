/**
 * A million changed binaries: each must give a value or say what is wrong with it, soon.
 *
 *     node bench/mutations.ts [COUNT]
 *
 * Prints how many had a value, the slowest reading and the memory at its highest. Exits 1 at the
 * first error that is not a FormatError or HostError.
 *
 * @module
 */

import { FormatError } from '../src/bytes/error.ts';
import { fakeHost } from '../src/host/fake.ts';
import { HostError } from '../src/host/host.ts';
import { readFunctions } from '../src/probes/binary/functions.ts';
import { withBinary } from '../src/probes/binary/read-binary.ts';
import { mutations } from '../test/mutations.ts';
import { tinyPrograms } from '../test/tiny-programs.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const programs = Object.entries(tinyPrograms());
const start = performance.now();
let values = 0;
let slowest = { tookMs: 0, what: '' };
for (const [name, whole] of programs) {
  const host = fakeHost({ files: { '/tmp/app': whole } });
  for (const mutation of mutations(whole, Math.ceil(count / programs.length), 7)) {
    const begin = performance.now();
    try {
      await withBinary(host, '/tmp/app', { digest: false }, async ({ slices }, images) => {
        for (const [index, image] of images.entries()) {
          const slice = slices[index];
          if (slice) await readFunctions(image, slice);
        }
      });
      values += 1;
    } catch (error) {
      if (!(error instanceof FormatError) && !(error instanceof HostError)) {
        console.error(`${name}, ${mutation}:`, error);
        process.exit(1);
      }
    }
    const tookMs = performance.now() - begin;
    if (tookMs > slowest.tookMs) slowest = { tookMs, what: `${name}, ${mutation}` };
  }
}
console.log({
  count,
  values,
  seconds: Math.round((performance.now() - start) / 1000),
  slowest: `${Math.round(slowest.tookMs)} ms: ${slowest.what}`,
  peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
});
