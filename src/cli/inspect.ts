/**
 * `goassay inspect`: what binaries are and need, read from the files alone.
 *
 * @module
 */

import { inspect } from '../inspection/inspect.ts';
import { parseRequirements, RequirementError, type Requirement } from '../inspection/requirement.ts';
import { nodeHost } from '../host/node.ts';
import type { Host } from '../host/host.ts';
import type { Inspection } from '../model/inspection.ts';
import type { Language } from '../model/text.ts';
import { readForInspection } from '../probes/binary/read-for-inspection.ts';
import { walk } from '../probes/binary/walk.ts';
import { complaintsOf, type Unmet } from '../reports/inspection/complaint.ts';
import { json, jsonLine } from '../reports/json-text.ts';
import { isColoured, type ColourChoice } from './colour.ts';
import { EXIT, UsageError, type ExitCode } from './exit-codes.ts';
import { writeAll } from './output.ts';
import { VERSION } from './version.ts';

export interface InspectOptions {
  readonly require: readonly string[];
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly verbose?: boolean;
  readonly output: readonly string[];
  readonly color: ColourChoice;
}

const OUTPUTS = ['json', 'jsonl', 'junit', 'sarif', 'terminal'] as const;

type OutputId = (typeof OUTPUTS)[number];

interface Told {
  readonly inspections: readonly Inspection[];
  readonly unmet: readonly Unmet[];
}

export async function inspectCommand(
  paths: readonly string[],
  options: InspectOptions,
  language: Language,
): Promise<ExitCode> {
  const requirements = requirementsOf(options.require);
  const outputs = outputsOf(options.output);
  const host = nodeHost();
  try {
    const { inspections, troubles, others } = await inspectAll(host, paths, (inspection) => {
      if (options.jsonl) process.stdout.write(jsonLine(inspection));
    });
    const unmet = unmetOf(inspections, requirements);
    const told = { inspections, unmet };
    const toStdout = outputs.filter(({ path }) => path === '-');
    if (toStdout.length > 0)
      for (const { id } of toStdout) process.stdout.write(await rendered(id, told, options, language, true));
    else if (options.json) process.stdout.write(await rendered('json', told, options, language, true));
    else if (!options.jsonl) process.stdout.write(await rendered('terminal', told, options, language, true));
    await writeAll(
      await Promise.all(
        outputs
          .filter(({ path }) => path !== '-')
          .map(async ({ id, path }) => ({
            path,
            content: await rendered(id, told, options, language, false),
          })),
      ),
    );
    for (const message of troubles) process.stderr.write(`goassay: ${message}\n`);
    if (inspections.length === 0 && troubles.length === 0) process.stderr.write(nothing(others, language));
    if (requirements.length > 0) process.stderr.write(gateWords(inspections, requirements, unmet, language));
    return exitFor(inspections, unmet, requirements, troubles);
  } finally {
    host.close();
  }
}

async function inspectAll(host: Host, paths: readonly string[], onEach: (inspection: Inspection) => void) {
  const inspections: Inspection[] = [];
  const troubles: string[] = [];
  let others = 0;
  for (const path of paths) {
    await walk(host, path, async (found) => {
      if (found.found === 'other') others += 1;
      else if (found.found === 'trouble') troubles.push(found.message);
      else {
        const read = await readForInspection(host, found);
        if ('trouble' in read) troubles.push(read.trouble);
        else {
          const inspection = inspect(read, found.name);
          inspections.push(inspection);
          onEach(inspection);
        }
      }
    });
  }
  return { inspections, troubles, others };
}

function requirementsOf(lists: readonly string[]): Requirement[] {
  try {
    return lists.flatMap(parseRequirements);
  } catch (error) {
    if (error instanceof RequirementError) throw new UsageError(error.message);
    throw error;
  }
}

function outputsOf(outputs: readonly string[]): { readonly id: OutputId; readonly path: string }[] {
  return outputs.map((output) => {
    const [name = '', ...rest] = output.split('=');
    const id = OUTPUTS.find((one) => one === name);
    if (id === undefined)
      throw new UsageError(`Unknown format "${name}" for inspect; known are ${OUTPUTS.join(', ')}`);
    return { id, path: rest.length === 0 ? '-' : rest.join('=') };
  });
}

function unmetOf(inspections: readonly Inspection[], requirements: readonly Requirement[]): Unmet[] {
  return inspections.flatMap((inspection) =>
    requirements.flatMap(({ text, judge }) => {
      const { answer, because } = judge(inspection);
      return answer === 'met'
        ? []
        : [{ path: inspection.path, requirement: text, isKnown: answer === 'unmet', because }];
    }),
  );
}

/** Each format is loaded where it is asked for. */
async function rendered(
  id: OutputId,
  { inspections, unmet }: Told,
  options: InspectOptions,
  language: Language,
  isShown: boolean,
): Promise<string> {
  switch (id) {
    case 'json':
      return json(inspections.length === 1 ? inspections[0] : inspections);
    case 'jsonl':
      return inspections.map(jsonLine).join('');
    case 'sarif': {
      const { sarif } = await import('../reports/inspection/sarif.ts');
      return sarif(inspections, complaintsOf(inspections, unmet), { name: 'goassay', version: VERSION });
    }
    case 'junit': {
      const { junit } = await import('../reports/inspection/junit.ts');
      return junit(inspections, complaintsOf(inspections, unmet));
    }
    case 'terminal': {
      const { inspectionPages } = await import('../reports/inspection/terminal.ts');
      const columns = process.stdout.isTTY ? Math.max(40, Math.min(process.stdout.columns || 80, 120)) : 80;
      const colour = isShown && isColoured(options.color, process.stdout.isTTY, process.env);
      return inspectionPages(inspections, { language, columns, colour }, options.verbose);
    }
  }
}

function nothing(others: number, language: Language): string {
  return language === 'zh'
    ? `goassay：未找到二进制文件（查看了 ${others} 个文件）\n`
    : `goassay: no binaries found among ${others} files\n`;
}

function gateWords(
  inspections: readonly Inspection[],
  requirements: readonly Requirement[],
  unmet: readonly Unmet[],
  language: Language,
): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const lines = unmet.map(
    ({ path, requirement, isKnown, because }) =>
      `${path}: ${requirement} ${isKnown ? say('is not met', '不满足') : say('cannot be told', '无法判定')}: ${because[language]}`,
  );
  const names = requirements.map(({ text }) => text).join(',');
  return `${[...lines, say(`require ${names}: ${inspections.length} files, ${unmet.length} failures`, `要求 ${names}：${inspections.length} 个文件，${unmet.length} 处不满足`)].join('\n')}\n`;
}

/** A file that was named and cannot be read weighs most after a requirement that is not met. */
function exitFor(
  inspections: readonly Inspection[],
  unmet: readonly Unmet[],
  requirements: readonly Requirement[],
  troubles: readonly string[],
): ExitCode {
  if (unmet.some(({ isKnown }) => isKnown)) return EXIT.refuted;
  if (troubles.length > 0) return EXIT.usage;
  if (unmet.length > 0 || (requirements.length > 0 && inspections.length === 0)) return EXIT.undecided;
  return EXIT.met;
}
