/**
 * Timing compare-and-swap between the processors of the machine, pair by pair, natively.
 *
 * @module
 */

import { isTranslated } from '../../evidence/machine/translation.ts';
import { coreLatency } from '../../evidence/runtime/core-latency.ts';
import { CLEAN, nativeSpecimen } from '../../experiments/both-architectures.ts';
import { runExperiment } from '../../experiments/run.ts';
import { cpuList } from '../../formats/cpu-list.ts';
import { readText } from '../../host/host.ts';
import { absent, blocked, known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

/** Pairs grow with the square: of more processors as many are taken, evenly spread. */
const MOST_CPUS = 16;

export const coreLatencyProbe = probe({
  gathers: coreLatency,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, place, _inquiry, watch) {
    if (host.system !== 'linux') {
      return blocked({
        en: 'macOS confines no thread to a processor',
        zh: 'macOS 不能将线程限定于某个处理器',
      });
    }
    if (place.heard && isTranslated(place.heard) === true) {
      return absent({
        en: 'This process is translated: its times would be those of the translator',
        zh: '本进程处于转译之下：所测时间将是转译器的时间',
      });
    }
    // Those that this process may use, where a container has not all.
    const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(
      (await readText(host, '/proc/self/status')) ?? '',
    )?.[1];
    const online = cpuList(allowed ?? '');
    if (online.length < 2)
      return absent({ en: 'There is one processor to use here', zh: '此处仅有一个可用处理器' });
    const step = Math.max(1, online.length / MOST_CPUS);
    const cpus = Array.from(
      { length: Math.min(MOST_CPUS, online.length) },
      (_, index) => online[Math.floor(index * step)] ?? 0,
    );
    const { path } = await nativeSpecimen(host, place, 'core-latency');
    const observations = await runExperiment(host, {
      go: place.go.path,
      arms: [{ name: 'native', argv: [path, '-cpus', cpus.join()], environment: CLEAN }],
      measure: `Pair/${cpus[0]}_${cpus[1]} sec/op`,
      rounds: 20,
      stopping: 'fixed',
      onProgress: watch,
    });
    return known({ cpus, online: online.length, observations });
  },
});
