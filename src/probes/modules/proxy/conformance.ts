/**
 * The conformance of a module proxy: all checks against one address, and what the real Go command
 * makes of it.
 *
 * @module
 */

import { escapePath, escapeVersion } from '../../../formats/module-path.ts';
import { HostError, type Host } from '../../../host/host.ts';
import type { ProxyCheck, ProxyConformance } from '../../../model/proxy-conformance.ts';
import { Asker } from './asked.ts';
import { checked, text, type Check, type Subject } from './check.ts';
import { fileChecks } from './files-checks.ts';
import { escapingChecks, latestChecks, listChecks, missingChecks } from './list-checks.ts';
import { sumdbChecks } from './sumdb-checks.ts';

export interface ConformanceQuestion {
  /** Without a slash at its end. */
  readonly url: string;
  readonly modules: readonly { readonly path: string; readonly version: string }[];
  /** Name of the user's checksum database; undefined if they use none. */
  readonly sumdb: string | undefined;
  readonly go: string;
  /** Of each request. */
  readonly timeLimitMs: number;
}

/** Requests at the same time: a proxy that mixes answers up shows it only then. */
const AT_ONCE = 12;

export async function proxyConformance(host: Host, question: ConformanceQuestion): Promise<ProxyConformance> {
  const started = host.elapsed();
  const asker = new Asker(host, question.url, question.timeLimitMs);
  const subjects = question.modules.map(subjectOf);
  const checks = checksFor(subjects, question.sumdb);
  const results: ProxyCheck[] = [];
  for (let at = 0; at < checks.length; at += AT_ONCE) {
    results.push(
      ...(await Promise.all(checks.slice(at, at + AT_ONCE).map((check) => checked(check, asker)))),
    );
  }
  for (const subject of subjects) results.push(await goDownloads(host, question, subject));
  return {
    proxy: question.url.replace(/\/\/[^/@]*@/, '//'),
    checks: results,
    requests: asker.requests,
    durationMs: host.elapsed() - started,
  };
}

function checksFor(subjects: readonly Subject[], sumdb: string | undefined): Check[] {
  const [first] = subjects;
  return [
    ...subjects.flatMap((subject) => [
      ...fileChecks(subject, subject.path),
      ...listChecks(subject, subject.path),
      ...latestChecks(subject, subject.path),
      ...(/[A-Z]/.test(subject.path) ? escapingChecks(subject, subject.path) : []),
    ]),
    ...(first ? missingChecks(first) : []),
    ...sumdbChecks(subjects, sumdb),
  ];
}

function subjectOf({ path, version }: { readonly path: string; readonly version: string }): Subject {
  const directory = `/${escapePath(path) ?? path}`;
  return { path, version, directory, base: `${directory}/@v/${escapeVersion(version) ?? version}` };
}

/** The real Go command with nothing but this proxy, and caches of its own. */
async function goDownloads(
  host: Host,
  { url, go, sumdb, timeLimitMs }: ConformanceQuestion,
  { path, version }: Subject,
): Promise<ProxyCheck> {
  const directory = await host.scratch('proxy conformance');
  const name = `${path}@${version}`;
  const environment = {
    GOPROXY: url,
    GOMODCACHE: `${directory}/cache`,
    GOFLAGS: '-modcacherw',
    GOWORK: 'off',
    GOTOOLCHAIN: 'local',
    GONOPROXY: 'none',
    ...(sumdb === undefined && { GOSUMDB: 'off' }),
  };
  const expects = text('the Go command downloads and accepts it', 'Go 命令能下载并接受它');
  const request = `GOPROXY=${url.replace(/\/\/[^/@]*@/, '//')} go mod download ${name}`;
  const base = { id: `go/download/${path}`, expects, request };
  try {
    const { exit, stderr } = await host.run({
      argv: [go, 'mod', 'download', name],
      directory,
      environment,
      timeLimitMs: 3 * timeLimitMs + 5000,
    });
    const words = stderr.trim();
    if (exit === 0) return { ...base, outcome: 'met', came: 'exit 0' };
    return { ...base, outcome: 'broken', came: `exit ${exit}`, goMakes: text(words, words) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { ...base, outcome: 'unknown', came: error.message };
  }
}
