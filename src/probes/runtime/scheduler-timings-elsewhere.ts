/**
 * The timings of another machine, from its dossier. The file is somebody else's, so it is checked
 * whole before one fact of it is taken over.
 *
 * @module
 */

import { schedulerTimingsElsewhere } from '../../evidence/runtime/scheduler-timings-elsewhere.ts';
import { schedulerTimings } from '../../evidence/runtime/scheduler-timings.ts';
import { readText } from '../../host/host.ts';
import { caseFileSchema, factIn } from '../../model/dossier.ts';
import { absent, blocked, known } from '../../model/fact.ts';
import { needOf } from '../../model/kind.ts';
import { verbatim } from '../../model/text.ts';
import { probe } from '../probe.ts';
import { parsedJson } from './parsed-json.ts';

export const schedulerTimingsElsewhereProbe = probe({
  gathers: schedulerTimingsElsewhere,
  cost: { time: 'instant' },
  async gather(host, _shown, { besidePath }) {
    if (besidePath === undefined) {
      return absent(
        { en: 'No dossier of another machine was given', zh: '未给出另一台机器的案卷' },
        {
          en: 'goassay run --profile full --beside DOSSIER',
          zh: 'goassay run --profile full --beside DOSSIER',
        },
      );
    }
    const text = await readText(host, besidePath);
    if (text === undefined) return blocked(verbatim(`Cannot read ${besidePath}: there is no such file`));
    const file = caseFileSchema.safeParse(parsedJson(text));
    if (!file.success)
      return blocked(verbatim(`Cannot use ${besidePath}: it is no dossier of this version of goassay`));
    const fact = factIn(file.data.dossiers, needOf(schedulerTimings));
    const value = fact?.state === 'known' ? schedulerTimings.schema.safeParse(fact.value) : undefined;
    if (!value?.success) {
      return absent(
        {
          en: `The dossier ${besidePath} has no timings of the scheduler`,
          zh: `案卷 ${besidePath} 中没有调度器的计时`,
        },
        { en: 'goassay run --profile full, there', zh: '在那台机器上运行 goassay run --profile full' },
      );
    }
    return known(value.data);
  },
});
