/**
 * Whether benchmark figures can be checked: for each row of the printed table, whether this run holds the
 * raw samples from which its own figure, with n and interval, is computed again here and now. The
 * printed table has one number each and none behind it.
 *
 * @module
 */

import type { Observations } from '../../evidence/observations.ts';
import { jsonIteratorBenchmarks } from '../../evidence/runtime/json-iterator-benchmarks.ts';
import { translatedStart } from '../../evidence/runtime/translated-start.ts';
import { translatedToolchain } from '../../evidence/runtime/translated-toolchain.ts';
import { printedBaseline } from '../../evidence/toolchain/printed-baseline.ts';
import { compare } from '../../laboratory/comparison.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { wish } from '../../model/kind.ts';
import type { Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { digits } from './ratio-verdict.ts';

interface Row {
  readonly scene: Text;
  readonly observations: Observations | undefined;
  readonly measure: string | undefined;
}

export const recomputableFigures = claim({
  id: 'recomputable-figures',
  subject: 'runtime',
  answers: ['W1.01'],
  statement: {
    en: 'The report holds benchmark data that can be checked: every figure can be computed again from samples.',
    zh: '报告附有可核查的基准数据：每个数字均可由样本重新计算。',
  },
  method: {
    en: 'Takes the experiments that stand for the rows of the printed table (json-iterator, whole builds, their memory) and the start of hello, and computes each ratio again from the runs in the dossier: n, interval, the machine’s state. A figure without one valid round has no samples behind it.',
    zh: '取对应所印表格各行的实验（json-iterator、完整构建及其内存）与 hello 的启动，由案卷中的各次运行重新计算比值：n、区间与机器状态。没有一轮有效的数字即无样本支撑。',
  },
  wouldChange: {
    en: 'An experiment that ran and has no valid round behind its figure.',
    zh: '某项实验已运行，而其数字没有任何有效轮次支撑。',
  },
  needs: {
    json: wish(jsonIteratorBenchmarks),
    builds: wish(translatedToolchain),
    starts: wish(translatedStart),
    baseline: printedBaseline,
  },

  judge({ json, builds, starts, baseline }) {
    const rows: readonly Row[] = [
      {
        scene: { en: 'json-iterator benchmarks', zh: 'json-iterator 基准测试' },
        observations: json?.observations,
        measure: json?.observations.design.measure,
      },
      { scene: { en: 'whole builds', zh: '完整构建' }, observations: builds?.observations, measure: 'wall' },
      {
        scene: { en: 'peak memory of builds', zh: '构建的内存峰值' },
        observations: builds?.observations,
        measure: 'peak',
      },
      {
        scene: { en: 'start of hello', zh: 'hello 的启动' },
        observations: starts?.observations,
        measure: 'wall',
      },
    ];
    const figures = rows.map(({ scene, observations, measure }) => ({
      scene,
      comparison: observations && measure !== undefined ? compare(observations, { measure }) : undefined,
    }));
    const shown = [
      table(
        {
          en: 'Figures, computed again from the runs in the dossier',
          zh: '由案卷中的各次运行重新计算的数字',
        },
        [
          { en: 'scene', zh: '场景' },
          { en: 'rounds', zh: '轮数' },
          { en: 'translated ÷ native', zh: '转译 ÷ 原生' },
          { en: '95 % interval', zh: '95 % 区间' },
          { en: 'printed samples', zh: '所印样本' },
        ],
        figures.map(({ scene, comparison }) => [
          scene,
          comparison?.rounds ?? { en: 'not run', zh: '未运行' },
          comparison && comparison.rounds > 0 ? digits(comparison.ratio.estimate) : '–',
          comparison && comparison.rounds > 0
            ? `${digits(comparison.ratio.low)} – ${digits(comparison.ratio.high)}`
            : '–',
          0,
        ]),
      ),
    ];
    const paper = {
      en: `the ${baseline.rows.length} printed rows carry no sample`,
      zh: `所印 ${baseline.rows.length} 行没有任何样本`,
    };
    const empty = figures.filter(({ comparison }) => comparison?.rounds === 0);
    if (empty.length > 0) {
      return refuted(
        {
          en: `${empty.map(({ scene }) => scene.en).join(', ')}: run, and no valid round is behind the figure; ${paper.en}`,
          zh: `${empty.map(({ scene }) => scene.zh).join('、')}：已运行，但数字背后没有有效轮次；${paper.zh}`,
        },
        { figures: shown },
      );
    }
    const absent = figures.filter(({ comparison }) => !comparison);
    if (absent.length > 0) {
      return inconclusive(
        {
          en: `Not run here: ${absent.map(({ scene }) => scene.en).join(', ')}; the other ${figures.length - absent.length} figures can be computed again; ${paper.en}`,
          zh: `本机未运行：${absent.map(({ scene }) => scene.zh).join('、')}；其余 ${figures.length - absent.length} 个数字可重新计算；${paper.zh}`,
        },
        {
          figures: shown,
          remedy: {
            en: 'goassay run --profile full --online, where a translator is',
            zh: '在有转译器的机器上运行 goassay run --profile full --online',
          },
        },
      );
    }
    const total = figures.reduce((sum, { comparison }) => sum + (comparison?.rounds ?? 0), 0);
    return confirmed(
      {
        en: `All ${figures.length} figures are computed again from ${total} rounds of raw runs in the dossier; ${paper.en}`,
        zh: `全部 ${figures.length} 个数字均由案卷中 ${total} 轮原始运行重新计算；${paper.zh}`,
      },
      { figures: shown },
    );
  },
});
