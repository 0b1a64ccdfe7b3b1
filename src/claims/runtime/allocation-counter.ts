/**
 * /gc/heap/allocs:bytes counts every byte allocated since the start: it exists, it is declared
 * cumulative, and it grows by what is allocated.
 *
 * @module
 */

import { allocationCounter as allocationCounterKind } from '../../evidence/runtime/allocation-counter.ts';
import { metricsCatalogue } from '../../evidence/runtime/metrics-catalogue.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { metricFigure, metricNamed } from './metric-names.ts';

/** What else the program allocates between the two readings may be this share. */
const TOLERANCE = 0.01;

export const allocationCounter = claim({
  id: 'allocation-counter',
  subject: 'runtime',
  answers: ['W2.27'],
  statement: {
    en: '/gc/heap/allocs:bytes is a counter of all bytes allocated on the heap since the program started.',
    zh: '/gc/heap/allocs:bytes 是程序启动以来堆分配字节总量的计数器。',
  },
  method: {
    en: 'Reads the metric before and after allocating 64 MiB, and checks that metrics.All() declares it cumulative.',
    zh: '在分配 64 MiB 前后各读取一次，并检查 metrics.All() 是否声明其为累计值。',
  },
  wouldChange: {
    en: 'A growth that differs from the allocation by more than 1 %, or a metric that is not cumulative.',
    zh: '增量与分配量相差超过 1%，或该指标并非累计值。',
  },
  needs: { catalogue: metricsCatalogue, reading: allocationCounterKind },

  judge({ catalogue, reading }) {
    const metric = metricNamed(catalogue, reading.name);
    if (!metric || reading.missing) {
      return refuted({
        en: `${catalogue.goVersion} has no metric ${reading.name}`,
        zh: `${catalogue.goVersion} 没有指标 ${reading.name}`,
      });
    }
    const { before, after, allocated } = reading;
    if (before === undefined || after === undefined || allocated === undefined) {
      return inconclusive({ en: `${reading.name} was not read twice`, zh: `未能两次读取 ${reading.name}` });
    }
    const growth = after - before;
    const figures = [metricFigure([metric])];
    const said = {
      en: `${reading.name} grew by ${growth} bytes while ${allocated} were allocated`,
      zh: `分配 ${allocated} 字节期间，${reading.name} 增加了 ${growth}`,
    };
    if (!metric.cumulative) {
      return refuted(
        { en: `${said.en}, and it is not declared cumulative`, zh: `${said.zh}，且未声明为累计值` },
        { figures },
      );
    }
    const isRight = Math.abs(growth - allocated) <= allocated * TOLERANCE;
    return isRight
      ? confirmed(
          { en: `${said.en}, and it is declared cumulative`, zh: `${said.zh}，且声明为累计值` },
          { figures },
        )
      : refuted(
          { en: `${said.en}, which is more than 1 % apart`, zh: `${said.zh}，相差超过 1%` },
          { figures },
        );
  },
});
