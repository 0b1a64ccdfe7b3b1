/**
 * The main module or workspace that a directory belongs to, as the Go command there sees it.
 *
 * @module
 */

import * as z from 'zod';
import { parseGoMod } from '../../formats/gomod.ts';
import { parseGoWork } from '../../formats/gowork.ts';
import type { MainModule, Workspace } from '../../modules/main-modules.ts';
import { HostError, readText, type Host } from '../../host/host.ts';
import { runGo } from '../go-command.ts';

const environmentSchema = z.object({
  GOMOD: z.string(),
  GOWORK: z.string(),
  GOMODCACHE: z.string(),
  GOVERSION: z.string(),
  GOFLAGS: z.string(),
});

export interface MainFiles {
  readonly mains: readonly MainModule[];
  readonly workspace: Workspace | undefined;
  readonly environment: z.infer<typeof environmentSchema>;
}

/** Throws HostError where there is no module, FormatError where a file is damaged. */
export async function readMainFiles(host: Host, go: string, directory: string): Promise<MainFiles> {
  const args = ['env', '-json', ...Object.keys(environmentSchema.shape)];
  const { exit, stdout, stderr } = await runGo(host, { go, args, directory });
  if (exit !== 0) throw new HostError('failed', `Cannot run go env in ${directory}: ${stderr.trim()}`);
  const environment = environmentSchema.parse(JSON.parse(stdout));
  const { GOMOD, GOWORK } = environment;
  if (GOWORK !== '' && GOWORK !== 'off') {
    const workspace = { directory: parentOf(GOWORK), file: parseGoWork(await textOf(host, GOWORK)) };
    const mains: MainModule[] = [];
    for (const use of workspace.file.use)
      mains.push(await mainModule(host, joined(workspace.directory, use)));
    return { mains, workspace, environment };
  }
  if (GOMOD === '' || GOMOD === '/dev/null') {
    throw new HostError(
      'failed',
      `Cannot find a module in ${directory}: there is no go.mod there or above; change to a module or name one with -C`,
    );
  }
  return { mains: [await mainModule(host, parentOf(GOMOD))], workspace: undefined, environment };
}

async function mainModule(host: Host, directory: string): Promise<MainModule> {
  return { directory, file: parseGoMod(await textOf(host, `${directory}/go.mod`)) };
}

async function textOf(host: Host, path: string): Promise<string> {
  const text = await readText(host, path);
  if (text === undefined) throw new HostError('failed', `Cannot read ${path}: there is no such file`);
  return text;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

/** A directory as go.work and replace name it: absolute, or from where the file lies. */
export function joined(directory: string, path: string): string {
  if (path.startsWith('/')) return path;
  const parts: string[] = [];
  for (const part of `${directory}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
