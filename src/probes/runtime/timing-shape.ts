/**
 * Starting the timing-shape specimen natively and, where something translates, translated. The claim
 * is told which was which only to be checked by it.
 *
 * @module
 */

import * as z from 'zod';
import { timingShape, type TimingShape } from '../../evidence/runtime/timing-shape.ts';
import {
  bothArchitectures,
  CLEAN,
  nativeSpecimen,
  type Place,
} from '../../experiments/both-architectures.ts';
import { HostError, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';
import { parsedJson } from './parsed-json.ts';

const RUNS = 5;

export const timingShapeProbe = probe({
  gathers: timingShape,
  needs: LABORATORY,
  cost: { ...MEASURES, time: 'seconds' },
  async gather(host, place) {
    const { arms, means } = await armsOf(host, place);
    const runs: TimingShape['runs'] = [];
    for (let round = 0; round < RUNS; round += 1)
      for (const { arm, argv } of arms) runs.push({ arm, ...(await shaped(host, argv)) });
    return known({ runs, ...(means !== undefined && { means }) });
  },
});

interface StartedArm {
  readonly arm: 'native' | 'translated';
  readonly argv: readonly [string, ...string[]];
}

async function armsOf(
  host: Host,
  place: Place,
): Promise<{ readonly arms: readonly StartedArm[]; readonly means?: string }> {
  const both = await bothArchitectures(host, place, 'timing-shape');
  if ('state' in both) {
    const { path } = await nativeSpecimen(host, place, 'timing-shape');
    return { arms: [{ arm: 'native', argv: [path] }] };
  }
  const started = (arm: StartedArm['arm']): StartedArm => {
    const [program = '', ...rest] = both[arm];
    return { arm, argv: [program, ...rest] };
  };
  return { arms: [started('native'), started('translated')], means: both.pair.means };
}

const printed = z.object({
  goarch: z.string(),
  nanoseconds: z.object({ aes: z.number(), sha256: z.number(), crc32: z.number(), integer: z.number() }),
});

async function shaped(host: Host, argv: StartedArm['argv']) {
  const { exit, stdout, stderr, durationMs } = await host.run({ argv, environment: CLEAN });
  if (exit !== 0) throw new HostError('failed', `Cannot run ${argv.join(' ')}: ${stderr.slice(0, 300)}`);
  const told = printed.safeParse(parsedJson(stdout));
  if (!told.success)
    throw new HostError('failed', `Cannot use ${argv.join(' ')}: it printed ${stdout.slice(0, 100)}`);
  return { ...told.data, wallMs: durationMs };
}
