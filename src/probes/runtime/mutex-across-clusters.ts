/**
 * The scheduler specimen's mutex, confined to processors of one cluster or to as many of two. The
 * specimen confines itself before Go counts the processors, and reports how many it got.
 *
 * @module
 */

import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { mutexAcrossClusters } from '../../evidence/runtime/mutex-across-clusters.ts';
import { CLEAN, nativeSpecimen, SCHEDULER_FILES } from '../../experiments/both-architectures.ts';
import { runExperiment } from '../../experiments/run.ts';
import { absent, blocked, known } from '../../model/fact.ts';
import { wish } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';
import { processorClusters } from './processor-clusters.ts';

/** With more the lock is contended no more than with these. */
const MOST_PROCESSORS = 8;

export const mutexAcrossClustersProbe = probe({
  gathers: mutexAcrossClusters,
  needs: { ...LABORATORY, topology: wish(cpuTopology) },
  cost: MEASURES,
  async gather(host, { topology, ...place }, _inquiry, watch) {
    if (host.system !== 'linux') {
      return blocked({
        en: 'macOS confines no process to a processor, and which one it chose is not told',
        zh: 'macOS 不能将进程限定于某个处理器，也不告知所选的处理器',
      });
    }
    const found = await processorClusters(host);
    const [one = [], other = []] = found?.clusters ?? [];
    const half = Math.floor(Math.min(one.length, 2 * other.length, MOST_PROCESSORS) / 2);
    if (!found || half < 1) {
      return absent({
        en: 'The processors of this machine form one cluster, as far as the system tells',
        zh: '据系统所示，本机的处理器只有一个簇',
      });
    }
    const within = one.slice(0, 2 * half);
    const across = [...one.slice(0, half), ...other.slice(0, half)];
    const groupOf = (cpu: number) => topology?.groups.findIndex(({ numbers }) => numbers?.includes(cpu));
    const { path } = await nativeSpecimen(host, place, 'scheduler', SCHEDULER_FILES);
    const observations = await runExperiment(host, {
      go: place.go.path,
      arms: [
        { name: 'within', argv: [path, '-mutex', '-cpus', within.join()], environment: CLEAN },
        { name: 'across', argv: [path, '-mutex', '-cpus', across.join()], environment: CLEAN },
      ],
      measure: 'MutexContended p99-sec',
      rounds: 30,
      stopping: 'fixed',
      onProgress: watch,
    });
    return known({
      shared: found.shared,
      clusters: found.clusters.map((cluster) => [...cluster]),
      within,
      across,
      ...(topology && { areAlike: new Set(across.map(groupOf)).size === 1 }),
      observations,
    });
  },
});
