/**
 * The lines that GODEBUG=gctrace=1 prints, one a collection, of every Go since 1.5.
 *
 *     gc 101 @0.767s 1%: 0.16+1.5+0.006 ms clock, 0.33+0/0.25/0.11+0.012 ms cpu, 5->5->5 MB, 12 MB goal, 2 P (forced)
 *
 * The form is declared subject to change, so fields are found by their units and order, and what a
 * release adds between commas is kept by its name: "0 MB stacks" came with Go 1.18. Three clocks are
 * the rule; Go 1.5 had five phases. Durations are cut off, not rounded: whole milliseconds from 10 ms
 * on, else two digits and no more than three decimals, so a printed 0.16 is at least 0.16 and less
 * than 0.17.
 *
 * Source: package runtime, "GODEBUG", and fmtNSAsMS in runtime/mgc.go.
 *
 * @module
 */

import { FormatError } from '../bytes/error.ts';

/** From `atLeast` to less than `below`. */
export interface Cut {
  readonly atLeast: number;
  readonly below: number;
}

export interface GctraceLine {
  /** Number of the collection, from 1 on. */
  readonly number: number;
  /** Since the program started, when the collection began. */
  readonly startedMs: Cut;
  /** Of the processor time so far. */
  readonly percentInCollection: number;
  /** Wall-clock time of the phases: first stop of the world, concurrent marking, last stop. */
  readonly clockNs: readonly Cut[];
  /** Processor time of the phases; marking in its parts: assists, background, idle. */
  readonly cpuNs: readonly (readonly Cut[])[];
  /** When it began, when it ended, and live after it. */
  readonly heapMiB: readonly [began: number, ended: number, live: number];
  readonly goalMiB: number;
  /** Further sizes by name, such as "stacks" and "globals". */
  readonly sizesMiB: ReadonlyMap<string, number>;
  readonly processors: number;
  /** By runtime.GC. */
  readonly forced: boolean;
  /** Words in brackets, such as "checking for goroutine leaks". */
  readonly notes: readonly string[];
}

const LINE =
  /^gc (\d{1,12}) @(\d{1,12}\.\d{3})s (\d{1,3})%((?: \([^()]{1,80}\))*): ([\d.+]{1,300}) ms clock, ([\d.+/]{1,300}) ms cpu, (\d{1,9})->(\d{1,9})->(\d{1,9}) MB, (\d{1,15}) MB goal, ((?:\d{1,9} MB [a-z ]{1,40}, )*)(\d{1,6}) P((?: \([^()]{1,80}\))*)$/;

/** Throws FormatError for a line of another form, such as one that another thread wrote into. */
export function gctraceLine(line: string): GctraceLine {
  const found = LINE.exec(line);
  if (!found) throw formatError(line);
  const [, number, started = '', percent, early = '', clock = '', cpu = '', began, ended, live, goal, more = '', processors, late = ''] = found; // prettier-ignore
  const startedMs = Math.round(Number(started) * 1000);
  const notes = [...(early + late).matchAll(/\(([^()]+)\)/g)].map(([, words = '']) => words);
  return {
    number: Number(number),
    startedMs: { atLeast: startedMs, below: startedMs + 1 },
    percentInCollection: Number(percent),
    clockNs: clock.split('+').map((text) => milliseconds(text, line)),
    cpuNs: cpu.split('+').map((part) => part.split('/').map((text) => milliseconds(text, line))),
    heapMiB: [Number(began), Number(ended), Number(live)],
    goalMiB: Number(goal),
    sizesMiB: new Map(
      [...more.matchAll(/(\d+) MB ([a-z ]+), /g)].map(([, size, name = '']) => [name, Number(size)]),
    ),
    processors: Number(processors),
    forced: notes.includes('forced'),
    notes: notes.filter((words) => words !== 'forced'),
  };
}

/** False for a line of another form, such as one that another thread wrote into. */
export function isGctraceLine(line: string): boolean {
  try {
    gctraceLine(line);
    return true;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

/** A printed "0" is less than a microsecond; else the last digit printed is where it was cut. */
function milliseconds(text: string, line: string): Cut {
  const [, whole, decimals = ''] = /^(\d{1,12})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  if (whole === undefined) throw formatError(line);
  const scale = 10 ** (6 - decimals.length);
  const atLeast = Number(whole + decimals) * scale;
  return { atLeast, below: atLeast === 0 ? 1000 : atLeast + scale };
}

function formatError(line: string): FormatError {
  return new FormatError(`Cannot read gctrace: a line of another form, “${line.slice(0, 200)}”`, 0);
}
