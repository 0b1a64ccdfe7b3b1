/**
 * `goassay bench stat OLD NEW…`: Go benchmark files, summed up and compared as benchstat does, to
 * the last blank, and beyond that as data, Markdown and a page.
 *
 * @module
 */

import { readFile, stat } from 'node:fs/promises';
import { readBenchmarks, type UnitMetadata } from '../formats/benchfmt.ts';
import {
  documentOf,
  figuresOf,
  regressions,
  type Adjustment,
  type BenchmarkDocument,
} from '../laboratory/benchstat/document.ts';
import type { Labelled } from '../laboratory/benchstat/projection.ts';
import { QueryError } from '../laboratory/benchstat/query.ts';
import { tablesOf, type Question, type Tables } from '../laboratory/benchstat/tables.ts';
import { asCsv, asText } from '../laboratory/benchstat/text.ts';
import { percent } from '../laboratory/telling.ts';
import { verbatim, type Language } from '../model/text.ts';
import { figuresMarkdown, figuresPage } from '../reports/figures.ts';
import { json } from '../reports/json-text.ts';
import { EXIT, UsageError, type ExitCode } from './exit-codes.ts';
import { writeAll } from './output.ts';

const FORMATS = ['text', 'csv', 'markdown', 'html', 'json'] as const;

export interface BenchStatOptions extends Question {
  readonly format: (typeof FORMATS)[number];
  readonly json?: boolean;
  readonly adjust: Adjustment;
  readonly gate?: number;
  readonly output: readonly string[];
}

export { FORMATS as STAT_FORMATS };

const LARGEST = 2 ** 29;

export async function benchStatCommand(
  paths: readonly string[],
  options: BenchStatOptions,
  language: Language,
): Promise<ExitCode> {
  const outputs = outputsOf(options);
  const units: UnitMetadata = new Map();
  const errors: string[] = [];
  const results: Labelled[] = [];
  for (const { path, label } of inputsOf(paths)) {
    for (const record of readBenchmarks(await textOf(path), path, units)) {
      if (record.type === 'result') results.push({ ...record, label });
      else errors.push(`${record.file}:${record.line}: ${record.message}`);
    }
  }
  for (const error of errors) process.stderr.write(`${error}\n`);
  const all = asked(results, units, options);
  const { alpha, confidence, adjust: adjustment } = options;
  const document = documentOf(all, errors, { alpha, confidence, adjustment });
  if (results.length === 0) process.stderr.write(nothing(language));
  for (const { format } of outputs.filter(({ path }) => path === '-'))
    process.stdout.write(rendered(format, all, document, language));
  await writeAll(
    outputs
      .filter(({ path }) => path !== '-')
      .map(({ format, path }) => ({ path, content: rendered(format, all, document, language) })),
  );
  return options.gate === undefined ? EXIT.met : passGate(all, errors, options, options.gate, language);
}

/** "label=path", "-" for standard input; the same path twice is told apart by "#0" and "#1". */
function inputsOf(paths: readonly string[]): { path: string; label: string }[] {
  const inputs = paths.map((argument) => {
    const at = argument.indexOf('=');
    return at < 0
      ? { path: argument, label: argument, isLabelled: false }
      : { path: argument.slice(at + 1), label: argument.slice(0, at), isLabelled: true };
  });
  const bare = inputs.filter(({ isLabelled }) => !isLabelled);
  return inputs.map((input) => {
    const same = bare.filter(({ path }) => path === input.path);
    const isOne = input.isLabelled || same.length === 1;
    return { path: input.path, label: isOne ? input.label : `${input.path}#${same.indexOf(input)}` };
  });
}

async function textOf(path: string): Promise<string> {
  try {
    if (path === '-') {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    }
    const { size } = await stat(path);
    if (size > LARGEST) throw new UsageError(`Cannot read ${path}: it is larger than ${LARGEST} bytes`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`Cannot read ${path}: ${code}. Give files that hold the output of go test -bench`);
  }
}

function asked(results: readonly Labelled[], units: UnitMetadata, question: Question): Tables {
  try {
    return tablesOf(results, units, question);
  } catch (error) {
    if (error instanceof QueryError) throw new UsageError(error.message);
    throw error;
  }
}

function outputsOf({ format, json: isJson, output }: BenchStatOptions) {
  const named = output.map((one) => {
    const [name = '', ...rest] = one.split('=');
    const found = FORMATS.find((known) => known === name);
    if (found === undefined)
      throw new UsageError(`Unknown format "${name}" for bench stat; known are ${FORMATS.join(', ')}`);
    return { format: found, path: rest.length === 0 ? '-' : rest.join('=') };
  });
  const isShown = named.some(({ path }) => path === '-');
  return isShown ? named : [...named, { format: isJson ? ('json' as const) : format, path: '-' }];
}

function rendered(
  format: BenchStatOptions['format'],
  all: Tables,
  document: BenchmarkDocument,
  language: Language,
): string {
  switch (format) {
    case 'text':
      return asText(all);
    case 'csv': {
      const { csv, warnings } = asCsv(all);
      process.stderr.write(warnings);
      return csv;
    }
    case 'json':
      return json(document);
    case 'markdown':
    case 'html': {
      const page = {
        title: { en: 'Go benchmarks compared', zh: 'Go 基准测试比较' },
        notices: document.errors.map(verbatim),
        figures: figuresOf(document),
      };
      return format === 'html' ? figuresPage(page, language) : figuresMarkdown(page, language);
    }
  }
}

/** A gate looks at many benchmarks at once, so its p is adjusted by Holm unless another way is asked for. */
function passGate(
  all: Tables,
  errors: readonly string[],
  { alpha, confidence, adjust }: BenchStatOptions,
  share: number,
  language: Language,
): ExitCode {
  const document = documentOf(all, errors, {
    alpha,
    confidence,
    adjustment: adjust === 'none' ? 'holm' : adjust,
  });
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const worse = regressions(document, share);
  const undecided = document.comparisons.filter(({ tooFew }) => tooFew);
  const lines = [
    ...worse.map(({ row, column, unit, base, centre, adjustedP }) =>
      say(
        `gate: ${row} ${unit} is ${percent(Math.abs(centre / base - 1))} worse in ${column} (p = ${adjustedP.toFixed(3)})`,
        `门控：${row} ${unit} 在 ${column} 中变差 ${percent(Math.abs(centre / base - 1))}（p = ${adjustedP.toFixed(3)}）`,
      ),
    ),
    ...undecided.map(({ row, column, unit, n }) =>
      say(
        `gate: ${row} ${unit} in ${column} cannot be decided with n = ${n.join(' + ')}`,
        `门控：${column} 中的 ${row} ${unit} 样本太少（n = ${n.join(' + ')}），无法判定`,
      ),
    ),
    ...(document.comparisons.length === 0 ? [say('gate: nothing to compare', '门控：没有可比较的内容')] : []),
    say(
      `gate ${percent(share)}: ${document.comparisons.length} comparisons, ${worse.length} worse, ${undecided.length} undecided`,
      `门控 ${percent(share)}：比较 ${document.comparisons.length} 项，变差 ${worse.length} 项，无法判定 ${undecided.length} 项`,
    ),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
  if (worse.length > 0) return EXIT.refuted;
  return undecided.length > 0 || document.comparisons.length === 0 ? EXIT.undecided : EXIT.met;
}

function nothing(language: Language): string {
  return language === 'zh' ? 'goassay：未找到任何基准测试结果\n' : 'goassay: no benchmark results found\n';
}
