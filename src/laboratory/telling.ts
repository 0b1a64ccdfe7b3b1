/**
 * What the laboratory says, in both languages: doubts, faults and the machine's state become
 * warnings beside a verdict.
 *
 * @module
 */

import type { Observations } from '../evidence/observations.ts';
import type { Text } from '../model/text.ts';
import type { Doubt } from '../stats/doubt.ts';
import type { Comparison } from './comparison.ts';
import { placementTexts } from './placement.ts';
import { settingOf, type Fault } from './validity.ts';

export function percent(share: number, places = 1): string {
  return `${(100 * share).toFixed(places)} %`;
}

/** A number of three digits that mean something. */
export function figureOf(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '0';
  return value !== 0 && Math.abs(value) < 1e-3
    ? value.toExponential(2)
    : String(Number(value.toPrecision(4)));
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

export function doubtText(doubt: Doubt): Text {
  switch (doubt.doubt) {
    case 'too-few':
      return {
        en: `${doubt.have} values are too few, ${doubt.need} are needed`,
        zh: `仅有 ${doubt.have} 个值，至少需要 ${doubt.need} 个`,
      };
    case 'percentile-beyond-sample':
      return {
        en: `The ${percent(doubt.probability, 1)} quantile needs ${doubt.need} values, there are ${doubt.have}`,
        zh: `${percent(doubt.probability, 1)} 分位数需要 ${doubt.need} 个值，实有 ${doubt.have} 个`,
      };
    case 'all-equal':
      return { en: 'All values are the same', zh: '所有值相同' };
    case 'unreachable-level':
      return {
        en: `So few runs cannot reach p ≤ ${doubt.level.toPrecision(2)}, whatever they show: at best ${doubt.smallestP.toPrecision(2)}`,
        zh: `运行次数太少，无论结果如何 p 都不可能 ≤ ${doubt.level.toPrecision(2)}，最小只能到 ${doubt.smallestP.toPrecision(2)}`,
      };
    case 'approximate':
      return {
        en: `p is approximated by the normal distribution (n = ${doubt.n})`,
        zh: `p 由正态分布近似得出（n = ${doubt.n}）`,
      };
    case 'not-positive':
      return { en: 'Some values are not positive, so there is no ratio', zh: '有非正值，无法求比值' };
    case 'two-modes':
      return {
        en: `The values form two clusters, around ${figureOf(doubt.low)} and ${figureOf(doubt.high)} (${percent(doubt.share, 0)} in the higher one): one number describes neither`,
        zh: `数值分成两簇，约为 ${figureOf(doubt.low)} 与 ${figureOf(doubt.high)}（${percent(doubt.share, 0)} 在较高一簇），单个数字无法概括`,
      };
    case 'drift':
      return {
        en: `The ratio itself changed ${doubt.changes} times while it was measured`,
        zh: `测量期间比值本身发生了 ${doubt.changes} 次变化`,
      };
  }
}

const FAULTS: Readonly<Record<Fault, Text>> = {
  failed: { en: 'failed', zh: '失败' },
  'not reported': { en: 'did not report the measure', zh: '未报告该指标' },
  slept: { en: 'the machine slept', zh: '机器休眠' },
  'clock jumped': { en: 'the clock jumped', zh: '时钟跳变' },
  throttled: { en: 'a processor was slowed down for its heat', zh: '处理器因过热降频' },
  swapped: { en: 'the machine swapped', zh: '机器发生换页' },
  'held back': { en: 'a CPU quota held it back', zh: '受 CPU 配额限制' },
};

/** "3 of 40 runs do not count: failed (run 37 of B: exit 2, …)". */
export function faultTexts({ faults, rounds }: Comparison, { arms, runs }: Observations): Text[] {
  return [...new Set(faults.map(({ fault }) => fault))].map((fault) => {
    const list = faults.filter((one) => one.fault === fault);
    const first = list[0]?.run;
    const place = first
      ? runs.filter(({ arm, round }) => arm === first.arm && round >= 0).indexOf(first) + 1
      : 0;
    const name = arms[first?.arm ?? 0]?.name ?? '';
    const how = first && fault === 'failed' ? endingOf(first) : { en: '', zh: '' };
    return {
      en: `${counted(list.length, 'run does', 'runs do')} not count: ${FAULTS[fault].en}, the first of them run ${place} of ${name}${how.en && `: ${how.en}`}. ${rounds} rounds are valid`,
      zh: `${list.length} 次运行不计入：${FAULTS[fault].zh}，最早为 ${name} 的第 ${place} 次${how.zh && `：${how.zh}`}。有效轮数 ${rounds}`,
    };
  });
}

export function endingOf(run: Observations['runs'][number]): Text {
  const said = run.error ?? run.stderr?.trim().split('\n').at(-1)?.slice(0, 200);
  const more = said === undefined || said === '' ? '' : ` (${said})`;
  switch (run.ended) {
    case 'exit':
      return { en: `exit status ${run.exit}${more}`, zh: `退出码 ${run.exit}${more}` };
    case 'signal':
      return { en: `ended by ${run.signal}${more}`, zh: `被信号终止：${run.signal}${more}` };
    case 'time limit':
      return { en: 'did not end within its time limit', zh: '超过时间限制' };
    case 'output limit':
      return { en: 'printed more than its limit', zh: '输出超过限制' };
    case 'not started':
      return { en: `could not be started${more}`, zh: `无法启动${more}` };
  }
}

/** What a reader must know of the machine and of how the experiment ended. */
export function settingTexts(observations: Observations): Text[] {
  const setting = settingOf(observations);
  const { design } = observations;
  const texts: (Text | false)[] = [
    (setting.cpuPressure ?? 0) > 0.1 && {
      en: `The machine was busy: during ${percent(Math.min(1, setting.cpuPressure ?? 0), 0)} of a typical run some task waited for a processor. That makes noise, not bias, because the order was dealt by chance`,
      zh: `机器繁忙：一次典型运行中有 ${percent(Math.min(1, setting.cpuPressure ?? 0), 0)} 的时间存在等待处理器的任务。次序随机分配，故只增噪声，不致偏差`,
    },
    (setting.steal ?? 0) > 0.02 && {
      en: `The hypervisor took ${percent(setting.steal ?? 0)} of the time of a typical run`,
      zh: `虚拟机管理程序在一次典型运行中占去 ${percent(setting.steal ?? 0)} 的时间`,
    },
    (setting.others ?? 0) > 0.3 && {
      en: `Other processes kept ${figureOf(setting.others ?? 0)} processors busy`,
      zh: `其他进程占用了 ${figureOf(setting.others ?? 0)} 个处理器`,
    },
    (setting.frequencyByArm ?? 1) > 1.03 && {
      en: `Before one arm the processor was ${percent((setting.frequencyByArm ?? 1) - 1)} slower than before the other`,
      zh: `某一方运行前处理器比另一方慢 ${percent((setting.frequencyByArm ?? 1) - 1)}`,
    },
    setting.onBattery && { en: 'The machine ran on its battery', zh: '机器使用电池供电' },
    setting.unpinned > 0 && {
      en: `${counted(setting.unpinned, 'run', 'runs')} could not be confined to processor ${design.cpu}`,
      zh: `${setting.unpinned} 次运行未能限定在处理器 ${design.cpu} 上`,
    },
    ...placementTexts(observations, setting),
    setting.leftBehind > 0 && {
      en: `${counted(setting.leftBehind, 'run', 'runs')} left processes behind, which were ended; what those did does not count`,
      zh: `${setting.leftBehind} 次运行遗留了子进程，已被结束；其开销不计入`,
    },
    setting.differingOutput && {
      en: 'The commands print different things: do they do the same work?',
      zh: '各命令输出不同：它们做的是同一件事吗？',
    },
    observations.ended === 'interrupted' && {
      en: 'It was interrupted; complete rounds are kept and judged',
      zh: '运行被中断；已完成的各轮保留并用于判定',
    },
    observations.ended === 'time is up' && {
      en: 'The time was used up before all rounds were run',
      zh: '时间用尽，未完成全部轮次',
    },
    observations.ended === 'an arm failed' && {
      en: 'It was ended because a command failed three times in a row',
      zh: '某个命令连续三次失败，实验提前结束',
    },
  ];
  return texts.filter((text) => text !== false);
}
