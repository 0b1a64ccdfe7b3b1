/**
 * The Go benchmark format, golang.org/design/14313-benchmark-format, read as golang.org/x/perf/benchfmt
 * reads it: result lines, "key: value" lines that hold until they are changed, "Unit" lines that
 * hold for all files. A line that is none of these is ignored; one that almost is becomes an error
 * with its place, and the rest is read.
 *
 * @module
 */

import { tidyUnit } from './benchmark-unit.ts';

export interface BenchmarkValue {
  /** Tidied: in seconds and bytes. */
  readonly value: number;
  readonly unit: string;
  /** As it was written, if that was not tidy. */
  readonly written?: { readonly value: number; readonly unit: string };
}

interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface BenchmarkResult extends Place {
  readonly type: 'result';
  /** Without "Benchmark", with sub-names and GOMAXPROCS: "Encode/format=json-8". */
  readonly name: string;
  readonly iterations: number;
  readonly values: readonly BenchmarkValue[];
  /** The "key: value" lines that hold here, in the order in which the keys came. */
  readonly config: ReadonlyMap<string, string>;
}

export interface BenchmarkError extends Place {
  readonly type: 'error';
  readonly message: string;
}

/** By tidied unit, then by key, such as "better" or "assume". Grows while files are read. */
export type UnitMetadata = Map<string, Map<string, string>>;

/** Every result holds all keys, so that many of them would take memory by the square. */
const MOST_KEYS = 1000;

/** The blanks of Go's unicode.IsSpace. */
const BLANK = '[\\t\\n\\v\\f\\r \\u0085\\u00A0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const BLANKS = new RegExp(`${BLANK}+`);
const KEY_LINE = new RegExp(`^(\\p{Ll}(?:(?!${BLANK}|:)\\P{Lu})*):(?:[ \\t]+(.*))?$`, 'su');

/** Reads a file whole. `units` carries what "Unit" lines of earlier files said. */
export function* readBenchmarks(
  text: string,
  file: string,
  units: UnitMetadata = new Map(),
): Generator<BenchmarkResult | BenchmarkError> {
  let config: ReadonlyMap<string, string> = new Map();
  let line = 0;
  for (const content of linesOf(text)) {
    line += 1;
    const place = { file, line };
    if (content.startsWith('Benchmark')) {
      const record = resultIn(content, place, config);
      if (record) yield record;
    } else if (/^Unit(?!\S)/.test(content)) {
      for (const message of noteUnit(content, units)) yield { type: 'error', message, ...place };
    } else {
      const [, key, value] = KEY_LINE.exec(content) ?? [];
      if (key === undefined) continue;
      if (config.size < MOST_KEYS || config.has(key) || value === undefined)
        config = changed(config, key, value ?? '');
      else yield { type: 'error', message: `more than ${MOST_KEYS} configuration keys`, ...place };
    }
  }
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, text.charCodeAt(to - 1) === 13 && to > from ? to - 1 : to);
    from = to + 1;
  }
}

/** A key whose value is empty is gone; the last one takes its place, as in Go's reader. */
function changed(
  config: ReadonlyMap<string, string>,
  key: string,
  value: string,
): ReadonlyMap<string, string> {
  if (value !== '') return new Map([...config, [key, value]]);
  const entries = [...config];
  const at = entries.findIndex(([name]) => name === key);
  const last = entries.pop();
  if (at < 0) return config;
  if (last && at < entries.length) entries[at] = last;
  return new Map(entries);
}

function resultIn(
  content: string,
  place: Place,
  config: ReadonlyMap<string, string>,
): BenchmarkResult | BenchmarkError | undefined {
  const rest = content.slice('Benchmark'.length);
  const [name = '', ...fields] = rest.split(BLANKS);
  if (fields.length === 0) return undefined; // `go test -v` announces a benchmark by its name alone
  if (fields.at(-1) === '') fields.pop();
  const error = (message: string): BenchmarkError => ({ type: 'error', message, ...place });
  const [count, ...measurements] = fields;
  if (count === undefined) return error('missing iteration count');
  const iterations = wholeNumber(count);
  if (typeof iterations === 'string') return error(`parsing iteration count: ${iterations}`);
  if (measurements.length === 0) return error('missing measurements');
  const values: BenchmarkValue[] = [];
  for (let at = 0; at < measurements.length; at += 2) {
    const value = floatingNumber(measurements[at] ?? '');
    if (typeof value === 'string') return error(`parsing measurement: ${value}`);
    const unit = measurements[at + 1];
    if (unit === undefined) return error('missing units');
    const tidy = tidyUnit(unit);
    const isTidy = value * tidy.factor === value;
    values.push(
      isTidy ? { value, unit } : { value: value * tidy.factor, unit: tidy.unit, written: { value, unit } },
    );
  }
  return { type: 'result', name, iterations, values, config, ...place };
}

/** Returns what is wrong with the line, after taking what is right. */
function noteUnit(content: string, units: UnitMetadata): string[] {
  const [unit, ...pairs] = content
    .split(BLANKS)
    .slice(1)
    .filter((field) => field !== '');
  if (unit === undefined) return ['missing unit'];
  const { unit: tidy } = tidyUnit(unit);
  const known = units.get(tidy) ?? new Map<string, string>();
  units.set(tidy, known);
  return pairs.flatMap((pair) => {
    const at = pair.indexOf('=');
    if (at <= 0) return ['expected key=value'];
    const [key, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const before = known.get(key);
    if (before !== undefined && before !== value)
      return [`metadata ${key} of unit ${unit} already set to ${before}`];
    known.set(key, value);
    return [];
  });
}

const SYNTAX = 'invalid syntax';
const RANGE = 'value out of range';

/** As strconv.Atoi: a decimal number of 64 bits. */
function wholeNumber(text: string): number | string {
  if (!/^[+-]?\d+$/.test(text)) return SYNTAX;
  const value = BigInt(text.replace('+', ''));
  return value >= -(2n ** 63n) && value < 2n ** 63n ? Number(value) : RANGE;
}

/** As strconv.ParseFloat: also hexadecimal, infinity and "nan". */
function floatingNumber(text: string): number | string {
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : RANGE;
  }
  const [, sign, infinity, nan] = /^([+-]?)(inf(?:inity)?)?$|^(nan)$/i.exec(text) ?? [];
  if (infinity !== undefined) return sign === '-' ? -Infinity : Infinity;
  if (nan !== undefined) return NaN;
  const [, minus, whole, part = '', exponent] =
    /^([+-]?)0[xX]([\da-fA-F]*)(?:\.([\da-fA-F]*))?[pP]([+-]?\d+)$/.exec(text) ?? [];
  if (whole === undefined || exponent === undefined || whole + part === '') return SYNTAX;
  const value = Number(`0x${whole}${part}`) * 2 ** (Number(exponent) - 4 * part.length);
  return Number.isFinite(value) ? (minus === '-' ? -value : value) : RANGE;
}
