/**
 * How much of a build the caches have: the module of a directory, copied, is built again and again
 * with a build cache of our own that writes down what it is asked.
 *
 * Raw requests are no package hits: of three requests about one is a compile. So the record is
 * joined with the action graph of the same build, and what the go command says that it compiled
 * is the truth that the count is held against.
 *
 * @module
 */

import * as z from 'zod';
import { countHits, parseActionGraph, parseCacheRecord } from '../../formats/action-graph.ts';
import { parseGoSum } from '../../formats/gosum.ts';
import { HostError, readText, type Host } from '../../host/host.ts';
import type { CacheArm, CacheMeter } from '../../model/cache-meter.ts';
import { runPrinted } from '../go-command.ts';
import { buildInstrument } from './instrument.ts';
import { joined, readMainFiles, type MainFiles } from './main-files.ts';
import { isExtracted } from './module-directory.ts';

/** Chapter 4.4 of the whitepaper, as printed. */
export const CACHE_RECIPE = 'go build -x -v ./... 2>&1 | grep -E "(vendor|cache|modcache)"';

const TIME_LIMIT_MS = 900_000;

const packageSchema = z.object({
  ImportPath: z.string(),
  Name: z.string(),
  Dir: z.string().optional(),
  Standard: z.boolean().optional(),
  GoFiles: z.array(z.string()).optional(),
  Imports: z.array(z.string()).optional(),
  Module: z
    .object({ Path: z.string(), Version: z.string().optional(), Main: z.boolean().optional() })
    .optional(),
});

type Package = z.infer<typeof packageSchema>;

export interface CacheQuestion {
  readonly go: string;
  readonly directory: string;
  readonly online: boolean;
  readonly onArm?: (arm: CacheArm['arm']) => void;
}

export async function meterCaches(
  host: Host,
  { go, directory, online, onArm }: CacheQuestion,
): Promise<CacheMeter> {
  const files = await readMainFiles(host, go, directory);
  const [main] = files.mains;
  if (!main || files.workspace)
    throw new HostError(
      'failed',
      `Cannot meter ${directory}: it is a workspace; name one of its modules with -C and set GOWORK=off`,
    );
  const meter = await buildInstrument(host, go, 'cachemeter');
  const copy = await copied(host, main.directory, 'module');
  const bench = new Bench(host, go, meter, copy, online);
  await bench.detach(files);
  const before = await extractedModules(host, files, await bench.summedModules());
  const packages = await bench.packages();
  const needed = new Set(
    packages.flatMap(({ Module }) =>
      Module && !Module.Main ? [`${Module.Path}@${Module.Version ?? ''}`] : [],
    ),
  );
  const arms: CacheArm[] = [];
  const run = async (arm: CacheArm['arm'], flags: readonly string[] = []): Promise<void> => {
    onArm?.(arm);
    arms.push(await bench.arm(arm, flags));
  };
  await run('cold');
  await run('warm');
  const recipe = await bench.recipe();
  await bench.touch();
  await run('touched');
  const restore = await bench.edit(packages);
  await run('edited');
  await restore();
  await run('trimmed', ['-trimpath']);
  await bench.vendor();
  await run('vendored', ['-mod=vendor']);
  return {
    module: main.file.module?.path ?? '',
    packages: {
      standard: packages.filter(({ Standard }) => Standard).length,
      own: packages.filter(({ Module }) => Module?.Main).length,
      others: packages.filter(({ Module }) => Module && !Module.Main).length,
    },
    modules: {
      needed: needed.size,
      found: [...needed].filter((name) => before.has(name)).length,
      fetched: [...needed].filter((name) => !before.has(name)).toSorted(),
    },
    arms,
    recipe,
  };
}

/** Without the history, which no build reads. */
async function copied(host: Host, from: string, name: string): Promise<string> {
  const place = await host.scratch('cache-meter');
  const to = await host.scratch(`cache-meter/${name}`);
  const pack = [
    'tar',
    '-C',
    from,
    '--exclude=.git',
    '--exclude=./vendor',
    '-cf',
    `${place}/${name}.tar`,
    '.',
  ] as const;
  const unpack = ['tar', '-C', to, '-xf', `${place}/${name}.tar`] as const;
  for (const argv of [pack, unpack]) {
    const { exit, stderr } = await host.run({ argv, timeLimitMs: TIME_LIMIT_MS });
    if (exit !== 0) throw new HostError('failed', `Cannot copy ${from}: ${stderr.trim()}`);
  }
  return to;
}

async function extractedModules(
  host: Host,
  { environment }: MainFiles,
  modules: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const name of modules) if (await isExtracted(host, environment.GOMODCACHE, name)) found.add(name);
  return found;
}

class Bench {
  readonly #host: Host;
  readonly #go: string;
  readonly #meter: string;
  readonly #directory: string;
  readonly #online: boolean;
  #builds = 0;
  #hasProgram = false;

  constructor(host: Host, go: string, meter: string, directory: string, online: boolean) {
    this.#host = host;
    this.#go = go;
    this.#meter = meter;
    this.#directory = directory;
    this.#online = online;
  }

  /** Directories that replace modules are copied too: vendoring fails where their path has a blank. */
  async detach({ mains }: MainFiles): Promise<void> {
    let copies = 0;
    for (const { directory, file } of mains) {
      for (const { old, new: to } of file.replace) {
        if (to.version !== undefined) continue;
        const name = old.version === undefined ? old.path : `${old.path}@${old.version}`;
        const copy = await copied(this.#host, joined(directory, to.path), `replaced${(copies += 1)}`);
        await this.#run(['mod', 'edit', `-replace=${name}=${copy}`]);
      }
    }
  }

  /** Those whose content go.sum vouches for; the go command takes packages from no others. */
  async summedModules(): Promise<string[]> {
    const text = (await readText(this.#host, `${this.#directory}/go.sum`)) ?? '';
    return parseGoSum(text).flatMap(({ path, version, ofGoMod }) => (ofGoMod ? [] : [`${path}@${version}`]));
  }

  async packages(): Promise<Package[]> {
    const { stdout } = await this.#run([
      'list',
      '-deps',
      '-json=ImportPath,Name,Dir,Standard,GoFiles,Imports,Module',
      './...',
    ]);
    const objects = stdout.split(/(?<=^\})\n/m).filter((text) => text.trim() !== '');
    const packages = objects.map((text) => packageSchema.parse(JSON.parse(text)));
    this.#hasProgram = packages.some(({ Name, Module }) => Name === 'main' && Module?.Main);
    return packages;
  }

  async arm(arm: CacheArm['arm'], flags: readonly string[]): Promise<CacheArm> {
    const place = await this.#host.scratch(`cache-meter/build${(this.#builds += 1)}`);
    const [record, graph] = [`${place}/record`, `${place}/graph.json`];
    // A new place each time: a program that is there already would not be asked about.
    const out = this.#hasProgram ? ['-o', `${place}/out/`] : [];
    const started = this.#host.elapsed();
    await this.#run(['build', ...flags, `-debug-actiongraph=${graph}`, ...out, './...'], record);
    const durationMs = this.#host.elapsed() - started;
    const requests = parseCacheRecord((await readText(this.#host, record)) ?? '');
    const bytes = await this.#host.readFile(graph, 2 ** 28);
    const count = countHits(parseActionGraph(new TextDecoder().decode(bytes)), requests);
    const gets = requests.filter(({ command }) => command === 'get');
    return {
      arm,
      gets: gets.length,
      getHits: gets.filter(({ isHit }) => isHit).length,
      packages: count.packages,
      hits: count.hits,
      misses: count.missed.length,
      compiled: count.compiled.length,
      agrees: count.missed.join() === count.compiled.join(),
      missed: count.missed.slice(0, 50),
      durationMs,
    };
  }

  async recipe(): Promise<CacheMeter['recipe']> {
    const environment = { GOCACHEPROG: this.#helper('/dev/null'), GOWORK: 'off' };
    const { stdout } = await runPrinted(this.#host, {
      go: this.#go,
      script: CACHE_RECIPE,
      directory: this.#directory,
      environment,
      timeLimitMs: TIME_LIMIT_MS,
    });
    const lines = stdout.split('\n').filter((line) => line !== '');
    return {
      lines: lines.length,
      withCache: lines.filter((line) => line.includes('cache')).length,
      withVendor: lines.filter((line) => line.includes('vendor')).length,
    };
  }

  async touch(): Promise<void> {
    await this.#host.run({ argv: ['find', this.#directory, '-name', '*.go', '-exec', 'touch', '{}', '+'] });
  }

  /** Adds a variable to a package of the module that imports no other of it; returns what undoes it. */
  async edit(packages: readonly Package[]): Promise<() => Promise<void>> {
    const own = packages.filter(({ Module }) => Module?.Main);
    const paths = new Set(own.map(({ ImportPath }) => ImportPath));
    const leaf =
      own.find(
        ({ Imports = [], GoFiles = [] }) => GoFiles.length > 0 && !Imports.some((path) => paths.has(path)),
      ) ?? own[0];
    const path = `${leaf?.Dir ?? ''}/${leaf?.GoFiles?.[0] ?? ''}`;
    const text = leaf && (await readText(this.#host, path));
    if (text === undefined)
      throw new HostError(
        'failed',
        `Cannot edit a package of ${this.#directory}: it has no Go file of its own`,
      );
    await this.#host.writeScratch(path, `${text}\nvar goassayEdit = 1\n`);
    return () => this.#host.writeScratch(path, text);
  }

  async vendor(): Promise<void> {
    await this.#run(['mod', 'vendor']);
  }

  #helper(record: string): string {
    return `${this.#meter} -store ${this.#directory}-store -record ${record}`;
  }

  async #run(args: readonly string[], record?: string) {
    const environment = {
      GOWORK: 'off',
      GOTOOLCHAIN: 'local',
      ...(!this.#online && { GOPROXY: 'off' }),
      ...(record !== undefined && { GOCACHEPROG: this.#helper(record) }),
    };
    const outcome = await this.#host.run({
      argv: [this.#go, ...args],
      directory: this.#directory,
      environment,
      timeLimitMs: TIME_LIMIT_MS,
      outputLimitBytes: 2 ** 28,
    });
    if (outcome.exit === 0) return outcome;
    const hint = this.#online ? '' : '; if modules are missing, run go mod download or give --online';
    throw new HostError(
      'failed',
      `Cannot run go ${args[0] ?? ''} on the copy: ${outcome.stderr.trim().slice(0, 800)}${hint}`,
    );
  }
}
