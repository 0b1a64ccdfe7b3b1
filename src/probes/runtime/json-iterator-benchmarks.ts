/**
 * The paper's own first line: json-iterator's benchmarks. The Go under test fetches the module by the
 * user's settings, checks it against the checksum database as they say, and builds one test binary
 * for each architecture. Every benchmark runs a fixed number of times, so both do the same work.
 *
 * @module
 */

import { jsonIteratorBenchmarks } from '../../evidence/runtime/json-iterator-benchmarks.ts';
import { CLEAN, translatorOf } from '../../experiments/both-architectures.ts';
import { runExperiment } from '../../experiments/run.ts';
import { HostError, type Host } from '../../host/host.ts';
import { blocked, known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

/** The newest release; the paper names none. */
const PACKAGE = 'github.com/json-iterator/go/benchmarks';
const VERSION = 'v1.1.12';

const BENCHMARKS = ['-test.run=^$', '-test.bench=.', '-test.benchtime=300x', '-test.benchmem'];

export const jsonIteratorBenchmarksProbe = probe({
  gathers: jsonIteratorBenchmarks,
  needs: LABORATORY,
  cost: {
    ...MEASURES,
    network: ['GOPROXY'],
    writes: [...(MEASURES.writes ?? []), 'the Go module cache', 'large-file.json in the temporary directory'],
  },
  async gather(host, place, _inquiry, watch) {
    const found = translatorOf(place);
    if ('state' in found) return found;
    const { native, translated, argv, means, translator } = found;
    const directory = await host.scratch('laboratory/json-iterator');
    await host.writeScratch(`${directory}/go.mod`, 'module goassay/specimens/json-iterator\n\ngo 1.21\n');
    const fetched = await runGo(host, {
      go: place.go.path,
      args: ['get', '-t', `${PACKAGE}@${VERSION}`],
      directory,
      // What is turned off for other Go commands is the user's own setting here.
      environment: { GOPROXY: host.variable('GOPROXY'), GOWORK: 'off', GOFLAGS: '' },
      timeLimitMs: 120_000,
    });
    if (fetched.exit !== 0)
      return blocked({
        en: `go get ${PACKAGE}@${VERSION} failed: ${lastLine(fetched.stderr)}`,
        zh: `go get ${PACKAGE}@${VERSION} 失败：${lastLine(fetched.stderr)}`,
      });
    const path = (goarch: string): string => `${directory}/json-iterator-${goarch}.test`;
    for (const goarch of [native, translated])
      await compiled(host, place.go.path, {
        goos: place.machine.system,
        goarch,
        directory,
        path: path(goarch),
      });
    const observations = await runExperiment(host, {
      go: place.go.path,
      arms: [
        { name: 'native', argv: [path(native), ...BENCHMARKS], directory, environment: CLEAN },
        {
          name: 'translated',
          argv: [...argv, path(translated), ...BENCHMARKS],
          directory,
          environment: CLEAN,
        },
      ],
      measure: 'wall',
      rounds: 20,
      stopping: 'fixed',
      onProgress: watch,
    });
    return known({
      native,
      translated,
      means,
      ...(translator !== undefined && { translator }),
      observations,
    });
  },
});

interface TestBinary {
  readonly goos: string;
  readonly goarch: string;
  readonly directory: string;
  readonly path: string;
}

async function compiled(
  host: Host,
  go: string,
  { goos, goarch, directory, path }: TestBinary,
): Promise<void> {
  const { exit, stderr } = await runGo(host, {
    go,
    args: ['test', '-c', '-o', path, PACKAGE],
    directory,
    environment: { GOOS: goos, GOARCH: goarch, CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '' },
  });
  if (exit !== 0)
    throw new HostError(
      'failed',
      `Cannot build json-iterator’s benchmarks for ${goarch}: ${lastLine(stderr)}`,
    );
}

function lastLine(text: string): string {
  // Which server said so is the user's own setting.
  const line = text.trim().split('\n').at(-1) ?? '';
  return line.replaceAll(/https?:\/\/\S+/g, 'the proxy').slice(0, 300);
}
