/**
 * What a Go tree says without being run: VERSION, and the headers of the commands that build.
 * What cannot be read is left out here; the claims say which witness is missing.
 *
 * @module
 */

import type { GoInstall, Header } from '../../evidence/toolchain/go-installs.ts';
import { containerOf } from '../../formats/container.ts';
import { parseGoVersionFile, type GoVersionFile } from '../../formats/go-version.ts';
import { readText, type Host } from '../../host/host.ts';
import { attempt, nothing } from './attempt.ts';
import { joinPath } from './search-path.ts';

/** Holds every header that containerOf() looks at, a fat file's table of slices included. */
const FIRST_BYTES = 4096;

export async function headerOf(host: Host, path: string): Promise<Header | undefined> {
  const first = await attempt(() => host.withFile(path, (file) => file.read(0, FIRST_BYTES)), nothing);
  const container = first && containerOf(first);
  return container && { format: container.format, architectures: [...container.architectures] };
}

export async function versionFileOf(host: Host, goroot: string): Promise<GoVersionFile | undefined> {
  const text = await attempt(() => readText(host, joinPath(goroot, 'VERSION')), nothing);
  return text === undefined
    ? undefined
    : attempt(() => Promise.resolve(text).then(parseGoVersionFile), nothing);
}

/** bin/go, and compile and link for each host that the tree has tools for; those that are there. */
export async function toolsOf(host: Host, goroot: string): Promise<GoInstall['tools']> {
  const hosts = (await attempt(() => host.list(joinPath(goroot, 'pkg/tool')), nothing)) ?? [];
  const wanted = [
    { name: 'go', path: joinPath(goroot, 'bin/go') },
    ...hosts.flatMap((name) =>
      ['compile', 'link'].map((tool) => ({ name: tool, path: joinPath(goroot, 'pkg/tool', name, tool) })),
    ),
  ];
  const tools: GoInstall['tools'] = [];
  for (const { name, path } of wanted) {
    if ((await attempt(() => host.status(path), nothing)) === undefined) continue;
    const header = await headerOf(host, path);
    tools.push({ name, path, ...(header && { header }) });
  }
  return tools;
}
