/**
 * Ctrl-C and kill: the first asks gathering to stop, and what was gathered is still judged and
 * written; the second ends the process at once, with nothing of ours left running.
 *
 * @module
 */

import type { Language, Text } from '../model/text.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

export interface Interruption {
  readonly signal: AbortSignal;
  /** What to clean up before dying at once. */
  onSecond(clean: () => void): void;
  /** Gathering is over; later signals still set the exit code but stop nothing. */
  end(): void;
}

const STOPPING: Text = {
  en: 'Interrupted: writing what was gathered. Press Ctrl-C again to stop at once.',
  zh: '已中断：正在写出已采集的内容。再按一次 Ctrl-C 立即停止。',
};

let caught: ExitCode | undefined;

const SIGNALS = [
  ['SIGINT', EXIT.interrupted],
  ['SIGTERM', EXIT.terminated],
  ['SIGHUP', EXIT.terminated],
] as const;

/** Until gathering begins there is nothing to save: a signal ends the process with its exit code. */
export function interruptibleAtOnce(): void {
  for (const [signal, exit] of SIGNALS) process.on(signal, () => process.exit(exit));
}

/** The exit code that a signal asked for, if there was one. */
export function interruptedExit(): ExitCode | undefined {
  return caught;
}

export function interruptible(language: Language): Interruption {
  const controller = new AbortController();
  let clean = (): void => undefined;
  function stop(exit: ExitCode): void {
    if (caught !== undefined) {
      clean();
      process.exit(caught);
    }
    caught = exit;
    process.stderr.write(`\n${STOPPING[language]}\n`);
    controller.abort();
  }
  for (const [signal, exit] of SIGNALS) process.removeAllListeners(signal).on(signal, () => stop(exit));
  return {
    signal: controller.signal,
    onSecond: (work) => {
      clean = work;
    },
    end: () => {
      clean = () => undefined;
    },
  };
}
