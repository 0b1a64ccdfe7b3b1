/**
 * Whether it is known what the figures were taken on: of this run, by the facts that are filed with them,
 * and of the printed table, by its heading. The list is one for both.
 *
 * @module
 */

import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { installedMemory } from '../../evidence/machine/installed-memory.ts';
import { noiseFloor } from '../../evidence/machine/noise-floor.ts';
import { system } from '../../evidence/machine/system.ts';
import { isTranslated, translation } from '../../evidence/machine/translation.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { printedBaseline } from '../../evidence/toolchain/printed-baseline.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { wish } from '../../model/kind.ts';
import type { Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

interface Condition {
  readonly name: Text;
  /** As it stands in this run; undefined if it is not recorded. */
  readonly here: string | undefined;
  readonly printed: RegExp;
}

export const statedConditions = claim({
  id: 'stated-conditions',
  subject: 'runtime',
  answers: ['W1.19'],
  statement: {
    en: 'It is stated with the figures which Go, which processor and how much memory they were taken with.',
    zh: '各数字均写明测量所用的 Go 版本、CPU 与内存。',
  },
  method: {
    en: 'Looks for the Go version, the cores by kind, the memory, the system with its kernel, the power supply and the state of translation in the dossier of this run, where its figures stand, and scores the heading of the printed table by the same list.',
    zh: '在本次运行的案卷（其数字所在之处）中查找 Go 版本、按种类的核心、内存、系统与内核、电源与转译状态，并以同一清单对照所印表格的标题。',
  },
  wouldChange: {
    en: 'A run with figures and without one of these facts.',
    zh: '某次运行有数字而缺少其中一项事实。',
  },
  needs: {
    go: wish(goUnderTest),
    machine: wish(system),
    topology: wish(cpuTopology),
    memory: wish(installedMemory),
    heard: wish(translation),
    figures: wish(noiseFloor),
    baseline: printedBaseline,
  },

  judge({ go, machine, topology, memory, heard, figures, baseline: { heading } }) {
    const translated = heard && isTranslated(heard);
    const conditions: Condition[] = [
      { name: { en: 'Go version', zh: 'Go 版本' }, here: go?.version, printed: /Go \d+\.\d+(\.\d+)?/ },
      {
        name: { en: 'processor and cores by kind', zh: '处理器与各类核心数' },
        here: topology?.groups
          .map(({ cpus, name }) => `${cpus} × ${name ?? topology.model ?? '?'}`)
          .join(' + '),
        printed: /\d+\+\d+|\d+P\+\d+E/, // "10-core" does not say how many of which kind
      },
      {
        name: { en: 'memory', zh: '内存' },
        here: memory && `${(memory.totalBytes / 2 ** 30).toFixed(1)} GiB`,
        printed: /\d+ ?GB/,
      },
      {
        name: { en: 'system and kernel', zh: '系统与内核' },
        here: machine && [machine.release, machine.kernel].filter((part) => part !== undefined).join(', '),
        printed: /macOS|Darwin|Linux/,
      },
      {
        name: { en: 'power supply', zh: '电源' },
        here: powerOf(figures?.power),
        printed: /电源|mains|battery/,
      },
      {
        name: { en: 'translation', zh: '转译状态' },
        here: translated === undefined ? undefined : translated ? 'translated' : 'native',
        printed: /Rosetta|转译|translat/,
      },
    ];
    const missing = conditions.filter(({ here }) => here === undefined || here === '');
    const printed = conditions.filter((one) => one.printed.test(heading)).length;
    const score = {
      en: `the printed heading states ${printed} of ${conditions.length}`,
      zh: `所印标题写明 ${conditions.length} 项中的 ${printed} 项`,
    };
    const shown = [
      table(
        { en: 'What the figures were taken on', zh: '测量条件' },
        [
          { en: 'condition', zh: '条件' },
          { en: 'in this run', zh: '本次运行' },
          { en: 'in the printed heading', zh: '所印标题' },
        ],
        conditions.map(({ name, here, printed: pattern }) => [
          name,
          here ?? { en: 'not recorded', zh: '未记录' },
          pattern.exec(heading)?.[0] ?? '–',
        ]),
      ),
    ];
    if (!figures) {
      return inconclusive(
        {
          en: `This run measured nothing, so there is no figure to state conditions with; ${score.en}`,
          zh: `本次运行未作测量，没有可注明条件的数字；${score.zh}`,
        },
        { figures: shown, remedy: { en: 'goassay run --profile full', zh: 'goassay run --profile full' } },
      );
    }
    const [first] = missing;
    if (first) {
      return refuted(
        {
          en: `${missing.map(({ name }) => name.en).join(', ')}: not recorded in this run; ${score.en}`,
          zh: `${missing.map(({ name }) => name.zh).join('、')}：本次运行未记录；${score.zh}`,
        },
        { figures: shown },
      );
    }
    return confirmed(
      {
        en: `All ${conditions.length} conditions are recorded with the figures of this run; ${score.en}`,
        zh: `本次运行的数字均附有全部 ${conditions.length} 项条件；${score.zh}`,
      },
      { figures: shown },
    );
  },
});

/** "unknown" is what a machine without a battery in sight says, and is said as that. */
function powerOf(power: 'mains' | 'battery' | 'unknown' | undefined): string | undefined {
  return power === 'unknown' ? 'the system tells of no battery and no mains' : power;
}
