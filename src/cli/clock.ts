/**
 * A wall clock that was set while a run went on. Durations come from the monotonic clock and
 * stay right; the reader is told all the same, because dates in the report may not be.
 *
 * @module
 */

import type { Text } from '../model/text.ts';

/** Less than this is the clocks' own difference, or a leap that nobody minds. */
const CLOCK_JUMP_MS = 2_000;

/** What to warn of when `wallMs` passed on the wall clock and `elapsedMs` on the monotonic one. */
export function clockWarnings(wallMs: number, elapsedMs: number): Text[] {
  const jump = wallMs - elapsedMs;
  if (Math.abs(jump) <= CLOCK_JUMP_MS) return [];
  const seconds = (Math.abs(jump) / 1000).toFixed(0);
  const [way, zhWay] = jump < 0 ? ['back', '回拨'] : ['forward', '前拨'];
  return [
    {
      en: `The system clock jumped ${way} by ${seconds} s during the run; durations are from the monotonic clock and are right`,
      zh: `运行期间系统时钟${zhWay}了 ${seconds} 秒；各项时长取自单调时钟，不受影响`,
    },
  ];
}
