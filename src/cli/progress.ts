/**
 * Progress on standard error: one line that is rewritten on a terminal, a plain line per step
 * anywhere else.
 *
 * @module
 */

import type { Progress } from '../assay/gather.ts';
import type { Language, Text } from '../model/text.ts';

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
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
  return {
    show({ probe, step, state, durationMs, done, total }) {
      const title = probe.gathers.kind.title[language];
      const about = probe.gathers.subject.split(':')[1];
      const name = about === undefined ? title : `${title} (${about})`;
      if (step === 'started') running.add(name);
      else running.delete(name);
      if (isLive) {
        const now = [...running].at(-1) ?? '';
        const line = `[${done}/${total}] ${now}`;
        stream.write(
          `\r\u001B[2K${line.slice(0, Math.floor((stream.columns || 80) / (language === 'zh' ? 2 : 1)) - 2)}`,
        );
      } else if (step === 'finished' && state !== undefined) {
        const seconds = ((durationMs ?? 0) / 1000).toFixed(1);
        stream.write(`[${done}/${total}] ${name}: ${STATES[state]?.[language] ?? state} (${seconds} s)\n`);
      }
    },
    end() {
      if (isLive) stream.write('\r\u001B[2K');
    },
  };
}
