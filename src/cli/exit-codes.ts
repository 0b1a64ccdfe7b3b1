/**
 * Exit codes, as CI reads them. `goassay help exit-codes` prints this table.
 *
 * @module
 */

import type { Text } from '../model/text.ts';

export const EXIT = {
  met: 0,
  refuted: 1,
  usage: 2,
  undecided: 3,
  bug: 4,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_CODES: readonly (readonly [code: ExitCode, meaning: Text])[] = [
  [
    EXIT.met,
    {
      en: 'done; everything gated is met, or nothing was gated',
      zh: '完成；受门控的主张全部成立，或未设门控',
    },
  ],
  [EXIT.refuted, { en: 'a gated claim is refuted', zh: '有受门控的主张被证伪' }],
  [
    EXIT.usage,
    {
      en: 'usage, configuration, unknown name, unreadable input or unwritable output',
      zh: '用法、配置、未知名称、输入不可读或输出不可写',
    },
  ],
  [
    EXIT.undecided,
    {
      en: 'more gated claims are inconclusive than --max-inconclusive allows',
      zh: '受门控主张中证据不足者多于 --max-inconclusive 所允许',
    },
  ],
  [EXIT.bug, { en: 'a bug in goassay', zh: 'goassay 自身的缺陷' }],
  [
    EXIT.interrupted,
    { en: 'interrupted; the partial report is written and says so', zh: '被中断；已写出部分报告并注明' },
  ],
  [
    EXIT.terminated,
    { en: 'terminated; the partial report is written and says so', zh: '被终止；已写出部分报告并注明' },
  ],
];

/** What the user asked for cannot be done as asked; the door prints the message and exits 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
