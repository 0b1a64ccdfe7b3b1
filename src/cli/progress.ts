/**
 * Progress on standard error: one line that is rewritten on a terminal, a plain line per step
 * anywhere else.
 *
 * @module
 */

import type { Progress } from '../assay/gather.ts';
import type { RoundsSoFar } from '../experiments/experiment.ts';
import type { Language, Text } from '../model/text.ts';
import type { AnyProbe } from '../probes/probe.ts';
import { roundsLine, sparingly } from './rounds-line.ts';

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Of the experiment that runs: the interval narrows. */
  readonly showRounds: (rounds: RoundsSoFar, probe: AnyProbe) => void;
  /** Clears the line, so that what follows starts clean. */
  readonly end: () => void;
}

const STATES: Readonly<Record<string, Text>> = {
  known: { en: 'known', zh: '已知' },
  absent: { en: 'nothing to know here', zh: '此处无可采集' },
  blocked: { en: 'could not look', zh: '未能采集' },
};

export function progressLine(stream: NodeJS.WriteStream, language: Language, plain: boolean): ProgressLine {
  const running = new Set<string>();
  const isLive = stream.isTTY && !plain;
  const isDue = sparingly();
  let counter = '';
  const rewrite = (line: string): void => {
    const width = Math.floor((stream.columns || 80) / (language === 'zh' ? 2 : 1)) - 2;
    stream.write(`\r\u001B[2K${line.slice(0, width)}`);
  };
  const nameOf = (probe: AnyProbe): string => {
    const title = probe.gathers.kind.title[language];
    const about = probe.gathers.subject.split(':')[1];
    return about === undefined ? title : `${title} (${about})`;
  };
  return {
    show({ probe, step, state, durationMs, done, total }) {
      const name = nameOf(probe);
      counter = `[${done}/${total}]`;
      if (step === 'started') running.add(name);
      else running.delete(name);
      if (isLive) {
        const now = [...running].at(-1) ?? '';
        rewrite(`${counter} ${now}`);
      } else if (step === 'finished' && state !== undefined) {
        const seconds = ((durationMs ?? 0) / 1000).toFixed(1);
        stream.write(`${counter} ${name}: ${STATES[state]?.[language] ?? state} (${seconds} s)\n`);
      }
    },
    showRounds(rounds, probe) {
      if (rounds.done === 0) return;
      if (!isLive && !isDue(rounds)) return;
      const line = `${counter} ${nameOf(probe)}: ${roundsLine(rounds, language)}`;
      if (isLive) rewrite(line);
      else stream.write(`${line}\n`);
    },
    end() {
      if (isLive) stream.write('\r\u001B[2K');
    },
  };
}
