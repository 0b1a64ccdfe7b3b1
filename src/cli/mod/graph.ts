/**
 * `goassay mod graph`: what minimal version selection comes to, in words, data and pictures, and
 * the questions why, path and cut.
 *
 * @module
 */

import type { Host } from '../../host/host.ts';
import { nodeHost } from '../../host/node.ts';
import type { ModuleGraph } from '../../model/module-graph.ts';
import type { Language } from '../../model/text.ts';
import { chainBetween, cutOf, whyModule } from '../../modules/graph-questions.ts';
import { runGo } from '../../probes/go-command.ts';
import { readMainFiles } from '../../probes/modules/main-files.ts';
import { markVendored, vendorFindings } from '../../probes/modules/marked-graph.ts';
import { readModuleGraph } from '../../probes/modules/module-graph.ts';
import { json } from '../../reports/json-text.ts';
import { dot } from '../../reports/module-graph/dot.ts';
import { html } from '../../reports/module-graph/html.ts';
import { svg } from '../../reports/module-graph/svg.ts';
import { buildListText, requirementsText, troublesOf } from '../../reports/module-graph/terminal.ts';
import { EXIT, UsageError, type ExitCode } from '../exit-codes.ts';
import { writeAll } from '../output.ts';
import { refusalAsUsage } from './refusal.ts';

export interface GraphOptions {
  readonly directory: string;
  readonly go: string;
  readonly why: readonly string[];
  readonly path: readonly string[];
  readonly cut: readonly string[];
  readonly online?: boolean;
  readonly vendor?: boolean;
  readonly output: readonly string[];
  readonly json?: boolean;
}

const FORMATS: Readonly<Record<string, (graph: ModuleGraph, language: Language) => string>> = {
  list: buildListText,
  edges: requirementsText,
  json: (graph) => json(graph),
  dot,
  svg,
  html,
};

/** A graph with holes exits 3: what it selects may not be what a build takes. */
export async function graphCommand(options: GraphOptions, language: Language): Promise<ExitCode> {
  const outputs = options.output.map(outputOf);
  const paths = options.path.map(pairOf);
  const host = nodeHost();
  try {
    const graph = await refusalAsUsage(() => gather(host, options));
    const imports = new Map<string, readonly string[] | undefined>();
    for (const module of options.why) imports.set(module, await importChain(host, options, module));
    const questions = answersTo(graph, options, paths, imports);
    const toStdout = outputs.filter(({ path }) => path === '-');
    if (toStdout.length > 0) for (const { render } of toStdout) process.stdout.write(render(graph, language));
    else if (options.json) process.stdout.write(json(questions.length > 0 ? { questions } : graph));
    else if (questions.length > 0)
      process.stdout.write(questions.map((one) => answerText(one, language)).join(''));
    else process.stdout.write(buildListText(graph, language));
    const files = outputs.filter(({ path }) => path !== '-');
    await writeAll(files.map(({ path, render }) => ({ path, content: render(graph, language) })));
    for (const trouble of troublesOf(graph)) process.stderr.write(`goassay: ${trouble[language]}\n`);
    if (graph.unread.length === 0) return EXIT.met;
    process.stderr.write(
      language === 'zh'
        ? 'goassay: 图不完整：上述 go.mod 无法读取；运行 go mod download，或加 --online\n'
        : 'goassay: the graph is incomplete: these go.mod files could not be read; run go mod download, or give --online\n',
    );
    return EXIT.undecided;
  } finally {
    host.close();
  }
}

async function gather(host: Host, { directory, go, online, vendor }: GraphOptions): Promise<ModuleGraph> {
  const files = await readMainFiles(host, go, directory);
  if (online) {
    // The go command fetches, from where the user's own settings point; what it prints is not used.
    const { exit, stderr } = await host.run({
      argv: [go, 'mod', 'graph'],
      directory,
      timeLimitMs: 600_000,
      outputLimitBytes: 2 ** 28,
    });
    if (exit !== 0) process.stderr.write(`goassay: go mod graph: ${stderr.trim()}\n`);
  }
  const graph = await readModuleGraph(host, files);
  return vendor ? markVendored(graph, await vendorFindings(host, go, directory)) : graph;
}

function outputOf(output: string) {
  const [name = '', ...rest] = output.split('=');
  const render = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!render) {
    throw new UsageError(
      `Unknown format "${name}" for mod graph; known are ${Object.keys(FORMATS).join(', ')}`,
    );
  }
  return { render, path: rest.length === 0 ? '-' : rest.join('=') };
}

function pairOf(pair: string): readonly [from: string, to: string] {
  const [from = '', to = '', ...more] = pair.split(',');
  if (from === '' || to === '' || more.length > 0) {
    throw new UsageError(`Cannot ask for the path "${pair}": it is not two modules; give --path FROM,TO`);
  }
  return [from, to];
}

type Answer =
  | ({
      readonly question: 'why';
      readonly module: string;
      /** Packages from the main module to one of the module, as `go mod why -m` has them; undefined if Go cannot say. */
      readonly imports: readonly string[] | undefined;
    } & ReturnType<typeof whyModule>)
  | {
      readonly question: 'path';
      readonly from: string;
      readonly to: string;
      readonly chain: readonly string[] | undefined;
    }
  | { readonly question: 'cut'; readonly module: string; readonly modules: readonly string[] | undefined };

function answersTo(
  graph: ModuleGraph,
  { why, cut }: GraphOptions,
  paths: readonly (readonly [string, string])[],
  imports: ReadonlyMap<string, readonly string[] | undefined>,
): Answer[] {
  const known = new Set(graph.requirements.flat().map((name) => name.replace(/@.*$/, '')));
  for (const path of [...why, ...cut, ...paths.flat()]) {
    if (known.has(path) || graph.main.includes(path)) continue;
    throw new UsageError(`Cannot answer about ${path}: no module of that path is in the graph`);
  }
  return [
    ...why.map((module) => ({
      question: 'why' as const,
      module,
      imports: imports.get(module),
      ...whyModule(graph, module),
    })),
    ...paths.map(([from, to]) => ({
      question: 'path' as const,
      from,
      to,
      chain: chainBetween(graph, from, to),
    })),
    ...cut.map((module) => ({ question: 'cut' as const, module, modules: cutOf(graph, module) })),
  ];
}

/** Which imports need a module is for the go command to say: it knows build constraints and tests of tests. */
async function importChain(
  host: Host,
  { go, directory }: GraphOptions,
  module: string,
): Promise<readonly string[] | undefined> {
  const { exit, stdout } = await runGo(host, { go, args: ['mod', 'why', '-m', module], directory });
  if (exit !== 0) return undefined;
  const lines = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.some((line) => line.startsWith('(')) ? [] : lines;
}

function answerText(answer: Answer, language: Language): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const chain = (names: readonly string[]): string => names.map((name) => `${name}\n`).join('');
  switch (answer.question) {
    case 'why': {
      const { module, shortest = [], decisive, onlyIndirect, imports } = answer;
      const only = onlyIndirect
        ? say(' (only an "// indirect" line leads there)', '（仅由“// indirect”行引入）')
        : '';
      const decides = say('# what decides its version', '# 决定其版本者');
      const isSame = decisive?.join() === shortest.join();
      const head =
        imports === undefined
          ? say('# imports: go mod why cannot say', '# 导入链：go mod why 无法给出')
          : say('# imports', '# 导入链');
      const needed =
        imports?.length === 0
          ? say('(the main module needs no package of it)\n', '（主模块不需要其中任何包）\n')
          : chain(imports ?? []);
      return `# ${module}${only}\n${chain(shortest)}${decisive && !isSame ? `${decides}\n${chain(decisive)}` : ''}${head}\n${needed}\n`;
    }
    case 'path': {
      const { from, to, chain: names } = answer;
      return `# ${from} → ${to}\n${names ? chain(names) : say('(nothing leads there)\n', '（没有通路）\n')}\n`;
    }
    case 'cut': {
      const { module, modules } = answer;
      const words =
        modules === undefined
          ? say('(a main module requires it directly)\n', '（主模块直接需要它）\n')
          : modules.length === 0
            ? say('(nothing but an "// indirect" line leads there)\n', '（仅由“// indirect”行引入）\n')
            : chain(modules);
      return `# ${say(`without these, ${module} would be gone`, `去掉以下模块，${module} 便不再出现`)}\n${words}\n`;
    }
  }
}
