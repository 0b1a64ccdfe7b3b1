/**
 * Running the metrics specimen, which prints JSON documents, one per line.
 *
 * @module
 */

import type { Product } from '../../evidence/binary/product.ts';
import { HostError, type Host } from '../../host/host.ts';

/** The documents that the specimen prints for these flags. Throws HostError if it does not run or prints no JSON. */
export async function askSpecimen(
  host: Host,
  program: Product,
  flags: readonly string[],
): Promise<unknown[]> {
  const what = `${program.path} ${flags.join(' ')}`;
  if (!program.made) {
    throw new HostError(
      'failed',
      `Cannot run ${what}: its build failed: ${program.stderr.trim().split('\n')[0] ?? ''}`,
    );
  }
  const { exit, signal, stdout, stderr } = await host.run({
    argv: [program.path, ...flags],
    timeLimitMs: 30_000,
  });
  if (exit !== 0) {
    throw new HostError(
      'failed',
      `Cannot use ${what}: it ended with ${exit ?? signal}: ${stderr.slice(0, 300)}`,
    );
  }
  return stdout
    .trim()
    .split('\n')
    .map((line) => parseLine(line, what));
}

function parseLine(line: string, what: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new HostError('failed', `Cannot use ${what}: it printed no JSON: ${line.slice(0, 100)}`);
  }
}
