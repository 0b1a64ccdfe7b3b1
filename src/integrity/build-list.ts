/**
 * The modules that the user's build consists of, as their own go command says, and the files that
 * say what those should be.
 *
 * go is asked offline and without switching to another toolchain, so that nothing is downloaded and
 * nothing unproven is run. Where it cannot answer, go.sum says which modules there are.
 *
 * @module
 */

import * as z from 'zod';
import { parseGoMod, type GoMod } from '../formats/gomod.ts';
import { parseGoSum, type SumLine } from '../formats/gosum.ts';
import { parseGoWork, type GoWork } from '../formats/gowork.ts';
import { HostError, readText, type Host, type Outcome } from '../host/host.ts';
import type { GoSettings } from '../sumdb/sources.ts';

const OFFLINE = { GOTOOLCHAIN: 'local', GOPROXY: 'off' };

export interface Project {
  readonly settings: GoSettings & {
    readonly GOROOT: string;
    readonly GOAUTH?: string | undefined;
    readonly GONOPROXY?: string | undefined;
  };
  /** Of go.mod, or of go.work in a workspace. */
  readonly root: string;
  readonly mods: readonly { readonly directory: string; readonly file: GoMod }[];
  readonly work: GoWork | undefined;
  readonly sums: readonly (SumLine & { readonly file: string })[];
  readonly sumFiles: readonly string[];
  readonly modules: readonly Listed[];
  /** Why go could not list them, if it could not. */
  readonly notListed: string | undefined;
}

export interface Listed {
  readonly path: string;
  readonly version: string;
  /** A directory instead of a version: nothing can vouch for it. */
  readonly local?: string;
}

const envSchema = z.looseObject({
  GOPROXY: z.string(),
  GOSUMDB: z.string(),
  GONOSUMDB: z.string(),
  GOMODCACHE: z.string(),
  GOPATH: z.string(),
  GOROOT: z.string(),
  GOMOD: z.string(),
  GOWORK: z.string().optional(),
  GONOPROXY: z.string().optional(),
  /** Since Go 1.24. */
  GOAUTH: z.string().optional(),
});

const versioned = { Path: z.string(), Version: z.string().optional() };
const listedSchema = z.object({
  ...versioned,
  Main: z.boolean().optional(),
  Replace: z.object({ ...versioned, Dir: z.string().optional() }).optional(),
});

export async function goEnvironment(
  host: Host,
  go: string,
  directory: string,
): Promise<z.infer<typeof envSchema>> {
  const { exit, stdout, stderr } = await host.run({
    argv: [go, 'env', '-json'],
    directory,
    environment: { GOTOOLCHAIN: 'local' },
  });
  if (exit !== 0) throw new HostError('failed', `Cannot ask ${go} env: ${firstLine(stderr)}`);
  const parsed = envSchema.safeParse(JSON.parse(stdout));
  if (!parsed.success)
    throw new HostError(
      'failed',
      `Cannot ask ${go} env: it does not name ${parsed.error.issues[0]?.path.join('.')}`,
    );
  return parsed.data;
}

/**
 * Throws HostError where there is no go.mod, FormatError where a file is none. Without `list` the go
 * command is not asked for the build, and the modules are those of go.sum.
 */
export async function readProject(host: Host, go: string, directory: string, list = true): Promise<Project> {
  const env = await goEnvironment(host, go, directory);
  const { GOMOD: gomod, GOWORK: gowork = '' } = env;
  const isWorkspace = gowork !== '' && gowork !== 'off';
  // In a workspace's own directory there may be no go.mod.
  if (!isWorkspace && (gomod === '' || gomod === '/dev/null' || gomod === 'NUL'))
    throw new HostError(
      'failed',
      `Cannot verify modules: there is no go.mod in ${directory} or above. Run it in a module, or use --goroot`,
    );
  const root = directoryOf(isWorkspace ? gowork : gomod);
  const work = isWorkspace ? parseGoWork((await readText(host, gowork)) ?? '') : undefined;
  const directories = work ? work.use.map((use) => joined(root, use)) : [root];
  const mods: { directory: string; file: GoMod }[] = [];
  for (const one of directories) {
    const text = await readText(host, `${one}/go.mod`);
    if (text === undefined) throw new HostError('failed', `Cannot read ${one}/go.mod: there is none`);
    mods.push({ directory: one, file: parseGoMod(text) });
  }
  const sums: (SumLine & { file: string })[] = [];
  const sumFiles: string[] = [];
  const sumPaths = [
    ...(isWorkspace ? [gowork.replace(/\.work$/, '.work.sum')] : []),
    ...directories.map((one) => `${one}/go.sum`),
  ];
  for (const file of sumPaths) {
    const bytes = await host.readFile(file, 2 ** 26);
    if (!bytes) continue;
    sumFiles.push(file);
    sums.push(...parseGoSum(new TextDecoder().decode(bytes), file).map((line) => ({ ...line, file })));
  }
  const listing = list ? await listAll(host, go, directory) : undefined;
  const listed = listing?.exit === 0 ? listedModules(listing.stdout, root) : undefined;
  return {
    settings: env,
    root,
    mods,
    work,
    sums,
    sumFiles,
    modules: distinct([...(listed ?? []), ...fromSums(sums)]),
    notListed: listed || !listing ? undefined : firstLine(listing.stderr),
  };
}

function listAll(host: Host, go: string, directory: string): Promise<Outcome> {
  return host.run({
    argv: [go, 'list', '-mod=readonly', '-e', '-m', '-json=Path,Version,Main,Replace', 'all'],
    directory,
    environment: OFFLINE,
    timeLimitMs: 120_000,
    outputLimitBytes: 2 ** 26,
  });
}

/** JSON documents one after the other, each ending in a line with a brace alone. */
function listedModules(stdout: string, root: string): Listed[] {
  const documents = stdout.split(/\n(?=\{)/).filter((text) => text.trim() !== '');
  return documents.flatMap((text) => {
    const parsed = listedSchema.safeParse(JSON.parse(text));
    if (!parsed.success || parsed.data.Main) return [];
    const { Path: path, Version: version, Replace: by } = parsed.data;
    if (by && by.Version === undefined)
      return [{ path, version: version ?? '', local: by.Dir ?? joined(root, by.Path) }];
    const of = by ?? parsed.data;
    return of.Version === undefined ? [] : [{ path: of.Path, version: of.Version }];
  });
}

function fromSums(sums: readonly SumLine[]): Listed[] {
  return sums.filter(({ ofGoMod }) => !ofGoMod).map(({ path, version }) => ({ path, version }));
}

function distinct(modules: readonly Listed[]): Listed[] {
  return [...new Map(modules.map((one) => [`${one.path}@${one.version}@${one.local ?? ''}`, one])).values()];
}

export function joined(directory: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${directory}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]?.slice(0, 300) ?? '';
}
