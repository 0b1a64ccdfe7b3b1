/**
 * Four meters of the same collections: do they tell one truth? A check of our own, because the paper
 * recommends all four and says nothing of how they relate.
 *
 * @module
 */

import { gcMeters, type GcMeters } from '../../evidence/runtime/gc-meters.ts';
import type { Cut } from '../../formats/gctrace.ts';
import {
  CHECKS,
  countsAgree,
  reconcile,
  type Check,
  type Reconciliation,
} from '../../laboratory/gc-meters.ts';
import { claim } from '../../model/claim.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import type { Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const FEWEST = 100;
const SHARE = 0.99;

export const reconciledGcMeters = claim({
  id: 'reconciled-gc-meters',
  subject: 'runtime',
  answers: [],
  statement: {
    en: 'gctrace, runtime/metrics, MemStats and the execution trace of one run tell the same of every garbage collection.',
    zh: '同一次运行中，gctrace、runtime/metrics、MemStats 与执行跟踪对每次垃圾回收的记录一致。',
  },
  method: {
    en: 'Runs a collecting program with all four meters and holds their readings of each collection against each other: pauses, duration, live heap and heap goal. Allowed for is the step of each meter and nothing else: 1 ns for MemStats, a bucket for runtime/metrics, the digits that gctrace cuts off, a tick for the trace. Which reading must lie within which follows from the runtime’s source. 99 % of the collections must agree; numbers of collections, of stops of the world and of allocated objects must be equal.',
    zh: '运行一个会触发回收的程序，同时使用四种计量，并逐次比对停顿、时长、存活堆与堆目标。只容许各计量自身的刻度：MemStats 为 1 ns，runtime/metrics 为一个桶，gctrace 为其截去的位数，跟踪为一个时钟刻度。各读数的包含关系由运行时源码确定。须有 99 % 的回收一致；回收次数、停止世界次数与分配对象数须完全相等。',
  },
  wouldChange: {
    en: 'Counts that differ, or readings of more than 1 % of the collections that cannot be true together.',
    zh: '计数不等，或超过 1 % 的回收读数不可能同时成立。',
  },
  needs: { meters: gcMeters },

  judge({ meters }) {
    const found = reconcile(meters);
    const { cycles, agreeing, counts, first } = found;
    const figures = [meterTable(meters, found), checkTable(found)];
    if (cycles < FEWEST) {
      return inconclusive(
        {
          en: `The program collected ${cycles} times, fewer than ${FEWEST}`,
          zh: `程序只回收了 ${cycles} 次，少于 ${FEWEST} 次`,
        },
        { figures },
      );
    }
    const share = ((100 * agreeing) / cycles).toFixed(1);
    const { metrics, trace } = counts.stops;
    const { equal, still } = counts.mallocs;
    const said = {
      en: `${agreeing} of ${cycles} collections (${share} %) agree within the steps of the meters; runtime/metrics counts ${metrics} stops of the world and the trace ${trace}; Mallocs is exact in ${equal} of ${still} readings`,
      zh: `${cycles} 次回收中有 ${agreeing} 次（${share} %）在各计量刻度内一致；runtime/metrics 记录 ${metrics} 次停止世界，跟踪记录 ${trace} 次；Mallocs 在 ${still} 次读数中有 ${equal} 次完全相等`,
    };
    if (!countsAgree(found)) {
      const numbers = Object.values(counts.cycles).join(', ');
      return refuted(
        {
          en: `${said.en}; collections by gctrace, runtime/metrics, MemStats and trace: ${numbers}`,
          zh: `${said.zh}；gctrace、runtime/metrics、MemStats 与跟踪的回收次数：${numbers}`,
        },
        { figures },
      );
    }
    if (agreeing < SHARE * cycles) {
      return refuted(
        { en: `${said.en}; the first that does not: ${first}`, zh: `${said.zh}；首个不一致：${first}` },
        { figures },
      );
    }
    return confirmed(said, { figures });
  },
});

function meterTable({ trace }: GcMeters, { counts, pauseNs }: Reconciliation): TableFigure {
  const ms = (ns: number): string => (ns / 1e6).toFixed(3);
  const between = ({ atLeast, below }: Cut): string => `${ms(atLeast)} – ${ms(below)}`;
  const { cycles, stops } = counts;
  return table(
    { en: 'Four meters, one truth', zh: '四种计量，同一事实' },
    [
      { en: 'meter', zh: '计量' },
      { en: 'collections', zh: '回收次数' },
      { en: 'stops of the world', zh: '停止世界次数' },
      { en: 'paused altogether, ms', zh: '停顿总计（ms）' },
      { en: 'step', zh: '刻度' },
    ],
    [
      ['MemStats', cycles.memStats, '', ms(pauseNs.memStats), '1 ns'],
      [
        'runtime/metrics',
        cycles.metrics,
        stops.metrics,
        between(pauseNs.metrics),
        { en: 'a bucket, a quarter of a power of two', zh: '一个桶，即一个二倍区间的四分之一' },
      ],
      [
        'gctrace',
        cycles.gctrace,
        '',
        between(pauseNs.gctrace),
        {
          en: '1 µs, or two digits; 1 ms from 10 ms on; its clock runs a little longer',
          zh: '1 µs 或两位有效数字；10 ms 起为 1 ms；计时区间略长',
        },
      ],
      [
        { en: 'execution trace', zh: '执行跟踪' },
        cycles.trace,
        stops.trace,
        ms(pauseNs.trace),
        {
          en: `${trace.tickNs.toFixed(0)} ns; with asking for the stop and starting the world again`,
          zh: `${trace.tickNs.toFixed(0)} ns；含请求停止与重新启动世界的时间`,
        },
      ],
    ],
  );
}

const CHECK_NAMES: Readonly<Record<Check, Text>> = {
  'pause in buckets': {
    en: 'PauseNs lies in the sum of its buckets of /sched/pauses/total/gc',
    zh: 'PauseNs 落在 /sched/pauses/total/gc 各桶之和内',
  },
  'pause within gctrace': {
    en: 'PauseNs is no longer than the first and last clock of gctrace',
    zh: 'PauseNs 不长于 gctrace 首末两个计时之和',
  },
  'pause within trace': {
    en: 'PauseNs is no longer than the stops in the trace',
    zh: 'PauseNs 不长于跟踪中的停止区间',
  },
  'gctrace within trace': {
    en: 'the clocks of gctrace are no longer than the collection in the trace up to the end of its last stop',
    zh: 'gctrace 的计时不长于跟踪中从回收开始到末次停止结束的区间',
  },
  'trace within gctrace': {
    en: 'the trace’s time from the first stop to the end of marking is shorter than the clocks of gctrace',
    zh: '跟踪中从首次停止到标记结束的区间短于 gctrace 的计时',
  },
  'live heap': {
    en: 'the live heap is the same in runtime/metrics and the trace, and in gctrace to the MB',
    zh: '存活堆在 runtime/metrics 与跟踪中相同，在 gctrace 中按 MB 相同',
  },
  'heap goal': {
    en: 'the next goal is the same in runtime/metrics, MemStats and the trace',
    zh: '下一堆目标在 runtime/metrics、MemStats 与跟踪中相同',
  },
};

function checkTable({ cycles, unread, missed }: Reconciliation): TableFigure {
  const read = cycles - unread;
  return table(
    { en: 'What is held against what, collection by collection', zh: '逐次回收的比对' },
    [
      { en: 'check', zh: '比对' },
      { en: 'collections that meet it', zh: '满足的回收次数' },
    ],
    CHECKS.map((check) => [CHECK_NAMES[check], `${read - (missed.get(check) ?? 0)} / ${cycles}`]),
  );
}
