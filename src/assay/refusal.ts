/**
 * The one place that turns what the machine refuses, and what bytes do not say, into blocked
 * facts, with a sentence in both languages and what to do about it. Anything else is our bug and
 * goes on to the door, which exits 4.
 *
 * @module
 */

import { FormatError } from '../bytes/error.ts';
import { HostError, type Refusal } from '../host/host.ts';
import { blocked, type Missing } from '../model/fact.ts';
import type { Text } from '../model/text.ts';

export function refusalOf(error: unknown): Missing {
  if (error instanceof FormatError) return blocked({ en: error.message, zh: `格式不符：${error.message}` });
  if (!(error instanceof HostError)) throw error;
  const { why, remedy } = SENTENCES[error.refusal];
  return blocked({ en: error.message, zh: `${why}：${error.message}` }, remedy);
}

export const INTERRUPTED: Text = {
  en: 'The run was interrupted before this was gathered',
  zh: '运行被中断，此项尚未采集',
};

export const RUN_AGAIN: Text = {
  en: 'Run goassay again and let it finish',
  zh: '重新运行 goassay 并等待其完成',
};

const SENTENCES: Readonly<Record<Refusal, { readonly why: string; readonly remedy?: Text }>> = {
  denied: {
    why: '没有权限',
    remedy: { en: 'Give goassay permission to look there, then run it again', zh: '授予相应权限后重新运行' },
  },
  'not-a-file': { why: '不是普通文件' },
  'too-large': { why: '文件过大' },
  'no-such-program': {
    why: '没有这个程序',
    remedy: { en: 'Install that program, then run goassay again', zh: '安装该程序后重新运行' },
  },
  'not-executable': { why: '系统无法执行该格式' },
  'timed-out': {
    why: '超时',
    remedy: {
      en: 'Run that command by hand to see why it hangs, then run goassay again',
      zh: '手动执行该命令以查明其停滞原因，再重新运行',
    },
  },
  'too-much-output': {
    why: '输出过多',
    remedy: {
      en: 'Run that command by hand to see what it prints, then run goassay again',
      zh: '手动执行该命令以查看其输出，再重新运行',
    },
  },
  unreachable: {
    why: '无法连到对方',
    remedy: {
      en: 'Check the network and the address in the Go settings, then run goassay again',
      zh: '检查网络与 Go 设置中的地址，再重新运行',
    },
  },
  'broken-answer': {
    why: '应答不完整或不可用',
    remedy: {
      en: 'Ask that server by hand (curl -v) to see what it answers, then run goassay again',
      zh: '手动请求该服务器（curl -v）以查明其应答，再重新运行',
    },
  },
  interrupted: { why: '运行被中断', remedy: RUN_AGAIN },
  failed: { why: '系统拒绝' },
};
