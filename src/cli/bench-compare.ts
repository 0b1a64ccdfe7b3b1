/**
 * `goassay bench compare -- A -- B`: any commands, run against each other.
 *
 * @module
 */

import { join } from 'node:path';
import { plan } from '../assay/plan.ts';
import { COMPARISON_CLAIMS } from '../claims/index.ts';
import { commandComparison } from '../evidence/machine/command-comparison.ts';
import type { Experiment, RoundsSoFar } from '../experiments/experiment.ts';
import { runExperiment } from '../experiments/run.ts';
import type { Host } from '../host/host.ts';
import { compare } from '../laboratory/comparison.ts';
import { known } from '../model/fact.ts';
import type { CaseFile, Inquiry } from '../model/dossier.ts';
import type { Language } from '../model/text.ts';
import { PROBES } from '../probes/index.ts';
import { probe } from '../probes/probe.ts';
import { examine } from './case.ts';
import type { ColourChoice } from './colour.ts';
import { EXIT, UsageError, type ExitCode } from './exit-codes.ts';
import { checkWritable } from './output.ts';
import { roundsLine, sparingly } from './rounds-line.ts';
import { reportOn } from './report-on.ts';
import { parseOutputs, tell } from './tell.ts';

export interface BenchCompareOptions {
  readonly rounds?: number;
  readonly maxRounds: number;
  readonly warmups: number;
  readonly measure: string;
  readonly margin: number;
  readonly cpu?: number;
  readonly cores?: 'efficiency';
  readonly timeLimit: number;
  readonly budget: number;
  readonly outputLimit: number;
  readonly name: readonly string[];
  readonly env: readonly string[];
  readonly seed?: string;
  readonly go: string;
  readonly gate?: 'larger' | 'smaller' | 'different';
  readonly out: string;
  readonly output: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: ColourChoice;
}

export async function benchCompareCommand(
  commands: readonly (readonly string[])[],
  options: BenchCompareOptions,
  language: Language,
): Promise<ExitCode> {
  const { out, quiet = false, json = false } = options;
  checkCommands(commands, options);
  parseOutputs(options.output, out);
  await checkWritable(out);

  const inquiry: Inquiry = { only: COMPARISON_CLAIMS.map(({ id }) => id), profile: 'full', online: false };
  const line = progressOf(quiet, language);
  const comparing = probe({
    gathers: commandComparison,
    cost: { time: 'minutes', alone: true, writes: ['the goassay cache'] },
    async gather(host) {
      const experiment = experimentOf(host, commands, options);
      return known(await runExperiment(host, { ...experiment, onProgress: line.show }));
    },
  });
  const planned = plan(COMPARISON_CLAIMS, [...PROBES, comparing]);
  const file = await examine({ inquiry, plan: planned, language, quiet: true }).finally(line.end);
  const told = await tell(reportOn(file), {
    language,
    colour: options.color,
    shown: json ? 'json' : 'terminal',
    outputs: [`html=${join(out, 'report.html')}`, `json=${join(out, 'report.json')}`, ...options.output],
    directory: out,
    files: [{ path: join(out, 'dossier.json'), content: `${JSON.stringify(file, undefined, 1)}\n` }],
    gate: { names: [], maxInconclusive: 0 },
  });
  return told === EXIT.met ? exitFor(file, options.gate) : told;
}

function checkCommands(
  commands: readonly (readonly string[])[],
  { name, measure }: BenchCompareOptions,
): void {
  const example = 'for example: goassay bench compare -- ./old -- ./new';
  if (commands.length < 2)
    throw new UsageError(
      `Cannot compare: ${commands.length} commands after "--" where two are needed; ${example}`,
    );
  if (commands.length > 20)
    throw new UsageError(`Cannot compare: ${commands.length} commands are more than 20`);
  if (commands.some((argv) => argv.length === 0 || argv[0] === ''))
    throw new UsageError(`Cannot compare: a command between two "--" is empty; ${example}`);
  if (name.length > commands.length)
    throw new UsageError(`Cannot compare: ${name.length} names for ${commands.length} commands`);
  if (!['wall', 'cpu', 'peak'].includes(measure) && !measure.includes(' '))
    throw new UsageError(
      `Unknown measure "${measure}"; known are wall, cpu, peak, and what commands report, such as "JSON ns/op"`,
    );
}

function experimentOf(
  host: Host,
  commands: readonly (readonly string[])[],
  options: BenchCompareOptions,
): Experiment {
  const { rounds, maxRounds, warmups, measure, margin, cpu, cores, timeLimit, budget, outputLimit, seed } =
    options;
  if (cores !== undefined && host.system !== 'darwin')
    throw new UsageError('Cannot ask for a sort of core here: --cores is for macOS; use --cpu N');
  const environment = environmentOf(host, options.env);
  return {
    go: options.go,
    arms: commands.map((argv, index) => ({
      name: options.name[index] ?? nameOf(commands, index),
      argv,
      environment,
    })),
    measure,
    rounds: rounds ?? maxRounds,
    stopping: rounds === undefined ? 'when-known' : 'fixed',
    margin,
    warmups,
    timeLimitMs: timeLimit * 1000,
    timeBudgetMs: budget * 1000,
    outputLimitBytes: outputLimit,
    ...(cpu !== undefined && { cpu }),
    ...(cores !== undefined && { cores }),
    ...(seed !== undefined && { seed }),
  };
}

/** The command itself where that is short and tells them apart, else a letter. */
function nameOf(commands: readonly (readonly string[])[], index: number): string {
  const words = commands.map((argv) => argv.join(' '));
  const own = words[index] ?? '';
  const isTelling = own.length <= 40 && words.filter((one) => one === own).length === 1;
  return isTelling ? own : `${String.fromCharCode(65 + index)}: ${own.slice(0, 36)}`;
}

function environmentOf(host: Host, list: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    list.flatMap((entry) => {
      const at = entry.indexOf('=');
      const name = at < 0 ? entry : entry.slice(0, at);
      const value = at < 0 ? host.variable(name) : entry.slice(at + 1);
      return value === undefined || name === '' ? [] : [[name, value]];
    }),
  );
}

/** A line on standard error that is written again while the interval narrows. */
function progressOf(quiet: boolean, language: Language) {
  const { stderr } = process;
  const isDue = sparingly();
  return {
    show: (rounds: RoundsSoFar): void => {
      if (quiet || rounds.done === 0) return;
      const line = roundsLine(rounds, language);
      if (stderr.isTTY) stderr.write(`\r\u001B[2K${line.slice(0, (stderr.columns || 80) - 2)}`);
      else if (isDue(rounds)) stderr.write(`${line}\n`);
    },
    end: (): void => {
      if (stderr.isTTY && !quiet) stderr.write('\r\u001B[2K');
    },
  };
}

/** Without a gate only an experiment that could not be made is an error. */
function exitFor(file: CaseFile, gate: BenchCompareOptions['gate']): ExitCode {
  const fact = file.dossiers.find(({ facts }) => Object.hasOwn(facts, commandComparison.id))?.facts[
    commandComparison.id
  ];
  const observed = fact?.state === 'known' ? commandComparison.schema.safeParse(fact.value) : undefined;
  if (!observed?.success) return EXIT.undecided;
  const relations = observed.data.arms
    .slice(1)
    .map((_, index) => compare(observed.data, { other: index + 1 }));
  if (gate === undefined) return relations.every(({ rounds }) => rounds === 0) ? EXIT.undecided : EXIT.met;
  const isMet = ({ relation }: (typeof relations)[number]): boolean | undefined => {
    if (relation === 'unknown') return undefined;
    if (relation === 'the same') return true;
    return gate !== 'different' && relation !== gate;
  };
  const answers = relations.map(isMet);
  if (answers.includes(false)) return EXIT.refuted;
  return answers.includes(undefined) ? EXIT.undecided : EXIT.met;
}
