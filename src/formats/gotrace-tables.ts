/**
 * What a generation of a trace holds beside its events: strings, stacks, samples of the processor
 * profile and the clocks. Numbers of strings and stacks mean nothing outside their generation.
 *
 * Source: Go's internal/trace/tracev2/events.go for the layout and its limits.
 *
 * @module
 */

import { STRUCTURE } from './gotrace-events.ts';
import type { TraceBytes } from './gotrace-bytes.ts';

export interface Frame {
  readonly pc: number;
  /** Numbers of strings. */
  readonly function: number;
  readonly file: number;
  readonly line: number;
}

export interface ProfileSample {
  readonly ticks: number;
  readonly thread: number;
  readonly processor: number;
  /** 0 where none ran. */
  readonly goroutine: number;
  readonly stack: number;
}

/** One moment on three clocks; from Go 1.25 on. */
export interface ClockSnapshot {
  readonly ticks: number;
  readonly monotonicNs: number;
  readonly wall: { readonly seconds: number; readonly nanoseconds: number };
}

export interface Tables {
  /** 0 is the empty string and is not listed. */
  readonly strings: Map<number, string>;
  readonly stacks: Map<number, readonly Frame[]>;
  readonly samples: ProfileSample[];
  ticksPerSecond: number | undefined;
  clock: ClockSnapshot | undefined;
}

const LONGEST_STRING = 1024;
const DEEPEST_STACK = 128;

const decoder = new TextDecoder();

export function readStrings(bytes: TraceBytes, { strings }: Tables): void {
  while (!bytes.isAtEnd) {
    expect(bytes, STRUCTURE.string, 'a string');
    const id = bytes.number();
    const size = bytes.number();
    if (size > LONGEST_STRING) throw bytes.error(`a string of ${size} bytes is too long`);
    if (strings.has(id)) throw bytes.error(`string ${id} comes twice`);
    strings.set(id, decoder.decode(bytes.take(size)));
  }
}

export function readStacks(bytes: TraceBytes, { stacks }: Tables): void {
  while (!bytes.isAtEnd) {
    expect(bytes, STRUCTURE.stack, 'a stack');
    const id = bytes.number();
    const depth = bytes.number();
    if (depth > DEEPEST_STACK) throw bytes.error(`a stack of ${depth} frames is too deep`);
    if (stacks.has(id)) throw bytes.error(`stack ${id} comes twice`);
    const frames: Frame[] = [];
    for (let frame = 0; frame < depth; frame += 1)
      frames.push({
        pc: bytes.number(),
        function: bytes.number(),
        file: bytes.number(),
        line: bytes.number(),
      });
    stacks.set(id, frames);
  }
}

export function readSamples(bytes: TraceBytes, { samples }: Tables): void {
  while (!bytes.isAtEnd) {
    expect(bytes, STRUCTURE.sample, 'a sample');
    samples.push({
      ticks: bytes.number(),
      thread: bytes.number(),
      processor: bytes.number(),
      goroutine: bytes.number(),
      stack: bytes.number(),
    });
  }
}

/** From the frequency on; `ticks` is the time of the batch. */
export function readClocks(bytes: TraceBytes, tables: Tables, ticks: number): void {
  let time = ticks;
  while (!bytes.isAtEnd) {
    const type = bytes.byte();
    if (type === STRUCTURE.frequency && tables.ticksPerSecond === undefined) {
      tables.ticksPerSecond = bytes.number();
      if (tables.ticksPerSecond === 0) throw bytes.error('the frequency of the clock is 0');
    } else if (type === STRUCTURE.clockSnapshot && tables.clock === undefined) {
      time += bytes.number();
      tables.clock = {
        ticks: time,
        monotonicNs: bytes.number(),
        wall: { seconds: bytes.number(), nanoseconds: bytes.number() },
      };
    } else {
      throw bytes.error(`${type} stands where a frequency or a clock belongs, or comes twice`);
    }
  }
}

function expect(bytes: TraceBytes, type: number, what: string): void {
  const found = bytes.byte();
  if (found !== type) throw bytes.error(`${found} stands where ${what} belongs`);
}
