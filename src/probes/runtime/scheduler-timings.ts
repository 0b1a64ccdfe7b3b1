/**
 * The scheduler specimen in thirty fresh processes, natively, and in thirty more with an execution
 * trace. Under a translator it would time the translator, so then there is nothing to know.
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';
import { isAppleSilicon } from '../../evidence/machine/apple-silicon.ts';
import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { isTranslated } from '../../evidence/machine/translation.ts';
import { schedulerTimings, type SchedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { CLEAN, nativeSpecimen, SCHEDULER_FILES } from '../../experiments/both-architectures.ts';
import { runExperiment } from '../../experiments/run.ts';
import { readyDelays } from '../../formats/gotrace-delays.ts';
import { generationsOf } from '../../formats/gotrace.ts';
import { HostError, type Host } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { wish } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

/** Fresh processes, of either sort. */
const PROCESSES = 30;
const LARGEST_TRACE = 2 ** 26;

export const schedulerTimingsProbe = probe({
  gathers: schedulerTimings,
  needs: { ...LABORATORY, topology: wish(cpuTopology) },
  cost: MEASURES,
  async gather(host, { topology, ...place }, _inquiry, watch) {
    const { heard, go } = place;
    if (heard && isTranslated(heard) === true) {
      return absent({
        en: 'This process is translated: its times would be those of the translator',
        zh: '本进程处于转译之下：所测时间将是转译器的时间',
      });
    }
    const { goarch, path } = await nativeSpecimen(host, place, 'scheduler', SCHEDULER_FILES);
    const observations = await runExperiment(host, {
      go: go.path,
      arms: [{ name: 'native', argv: [path], environment: CLEAN }],
      measure: 'GoschedAmong16 sec/op',
      rounds: PROCESSES,
      stopping: 'fixed',
      onProgress: watch,
    });
    const delays = await tracedDelays(host, path);
    return known({
      goarch,
      goVersion: go.version,
      // The groups of macOS have the names of performance levels.
      processors:
        topology?.model !== undefined
          ? [topology.model]
          : (topology?.groups ?? []).flatMap(({ name }) => name ?? []),
      cpus: topology?.online ?? 0,
      ...(topology && { isApple: isAppleSilicon(place.machine, topology) }),
      ...(delays && { delays }),
      observations,
    });
  },
});

async function tracedDelays(host: Host, path: string): Promise<SchedulerTimings['delays']> {
  const file = `${await host.scratch('scheduler-trace')}/trace.out`;
  const found: NonNullable<SchedulerTimings['delays']> = [];
  for (let process = 0; process < PROCESSES; process += 1) {
    const { exit, stderr } = await host.run({ argv: [path, '-trace', file], environment: CLEAN });
    if (exit !== 0) throw new HostError('failed', `Cannot trace ${path}: ${stderr.slice(0, 300)}`);
    const bytes = await host.readFile(file, LARGEST_TRACE);
    if (!bytes) throw new HostError('failed', `Cannot read ${file}: the program wrote no trace`);
    try {
      const delays = Float64Array.from(readyDelays(generationsOf('trace.out', bytes))).sort();
      const at = (share: number): number => delays[Math.floor(share * (delays.length - 1))] ?? 0;
      found.push({ count: delays.length, p50Ns: at(0.5), p99Ns: at(0.99) });
    } catch (error) {
      if (error instanceof FormatError) return undefined; // Go 1.21 and older
      throw error;
    }
  }
  return found;
}
