/**
 * Looking a port up in the table of origins: the common ground of the claims on the paper's milestones.
 *
 * @module
 */

import type { PortOrigins } from '../../evidence/toolchain/port-origins.ts';
import { parseGoRelease, type GoRelease } from '../../formats/go-version.ts';
import type { TimelineFigure } from '../../model/figure.ts';
import type { Text } from '../../model/text.ts';

export interface Origin {
  readonly port: string;
  /** "go1.16". */
  readonly version: string;
  readonly release: GoRelease;
  readonly source: string;
}

/** Undefined if the table lacks it, or names no release or no source. */
export function originOf({ origins }: PortOrigins, wanted: string): Origin | undefined {
  const found = origins.find(({ port }) => port === wanted);
  const release = found && parseGoRelease(found.release);
  return found && release && found.source !== ''
    ? { port: wanted, version: found.release, release, source: found.source }
    : undefined;
}

export function noOrigin(port: string): Text {
  return { en: `The table has no sourced origin of ${port}`, zh: `起始版本表中没有注明出处的 ${port} 条目` };
}

/** All dated origins; those of `marked` ports are what the verdict hangs on. */
export function originsFigure({ origins }: PortOrigins, marked: readonly string[]): TimelineFigure {
  const dated = origins.flatMap(({ port, release, date, source }) =>
    date === undefined ? [] : [{ port, release, date, source }],
  );
  return {
    type: 'timeline',
    title: { en: 'Where arm64 began in Go', zh: 'Go 中 arm64 的起点' },
    events: dated
      .toSorted((one, other) => (one.date < other.date ? -1 : 1))
      .map(({ port, release, date, source }) => ({
        date,
        label: { en: `${release}: ${port} (${source})`, zh: `${release}：${port}（${source}）` },
        mark: marked.includes(port),
      })),
  };
}
