/**
 * What the meter adds to a process of 100 ms: less than 1 %. The process uses 100 ms of processor time by
 * its own account; what is told beyond that is starting and ending it, and what measuring adds. hyperfine
 * measures the same program in the same rounds, with nothing but fork, exec and wait: the difference to
 * it is the meter's own, in processor time and in the shortest wall time (a busy machine only adds).
 */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metered, meterFor } from '../src/experiments/meter.ts';
import { nodeHost } from '../src/host/node.ts';
import { median, told } from './interleaved.ts';

const ROUNDS = Number(process.argv[2] ?? 15);
/** Of `hyperfine --export-json`, in seconds. */
interface HyperfineFile {
  readonly results: readonly {
    readonly user: number;
    readonly system: number;
    readonly times: readonly number[];
  }[];
}

const host = nodeHost();
try {
  const meter = await meterFor(host, 'go');
  const directory = await host.scratch('burn');
  const burn = join(directory, 'burn');
  execFileSync('go', ['build', '-ldflags', '-s -w', '-o', burn, './burn'], { cwd: 'specimens' });
  const command = { argv: [burn, '100'], timeLimitNs: 6e10, outputLimit: 1e6, keep: 100 };
  const [ours, theirs, difference]: [number[], number[], number[]] = [[], [], []];
  const [wall, rivalWall]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const measureOurs = async (): Promise<number> => {
      const runs = await metered(host, meter, [command, command, command]);
      if (runs.some(({ exit }) => exit !== 0)) throw new Error(`burn failed: ${JSON.stringify(runs)}`);
      wall.push(...runs.map(({ wallNs }) => wallNs / 1e6));
      return runs.reduce((sum, { userNs, systemNs }) => sum + (userNs + systemNs) / 3e6, 0);
    };
    const measureTheirs = (): number => {
      const json = join(directory, 'hyperfine.json');
      const args = ['-N', '--runs', '3', '--warmup', '0', '--export-json', json, `${burn} 100`];
      execFileSync('hyperfine', args, { stdio: 'ignore' });
      const [result] = (JSON.parse(readFileSync(json, 'utf8')) as HyperfineFile).results;
      rivalWall.push(...(result?.times ?? []).map((seconds) => seconds * 1000));
      return ((result?.user ?? NaN) + (result?.system ?? NaN)) * 1000;
    };
    const isFirst = round % 2 === 0;
    const before = isFirst ? undefined : measureTheirs();
    const one = await measureOurs();
    const other = before ?? measureTheirs();
    ours.push(one);
    theirs.push(other);
    difference.push(one - other);
  }
  const added = median(difference) / 100;
  console.log(`processor time by the meter ${told(ours)}, by hyperfine -N ${told(theirs)}; means of 3`);
  console.log(
    `shortest wall time by the meter ${Math.min(...wall).toFixed(2)} ms, by hyperfine ${Math.min(...rivalWall).toFixed(2)} ms`,
  );
  console.log(
    `the meter adds ${(100 * added).toFixed(2)} % (median of ${difference.length} differences; less than 1 %: ${added < 0.01 ? 'met' : 'NOT MET'})`,
  );
} finally {
  host.close();
}
