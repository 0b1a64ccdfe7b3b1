/**
 * Having a trace written by the metrics specimen and read three times: by two modes of go tool
 * trace, and here.
 *
 * @module
 */

import { FormatError } from '../../bytes/error.ts';
import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { executionTrace } from '../../evidence/runtime/execution-trace.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { traceCensus } from '../../formats/gotrace-collections.ts';
import { readTrace } from '../../formats/gotrace.ts';
import { absent, known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';

/** Every event with its stack: some hundred bytes for each byte of the trace. */
const TEXT_LIMIT = 2 ** 28;

export const executionTraceProbe = probe({
  gathers: executionTrace,
  needs: { go: goUnderTest, program: of(product, PRODUCTS.metricsHere) },
  // go tool trace is no longer shipped compiled, and building it takes 20 CPU seconds: a third of a
  // whole quick run with a cold build cache, which must stay below a minute.
  cost: { time: 'minutes', profile: 'full', turn: 'build here', writes: ['the Go build cache'] },
  async gather(host, { go, program }) {
    const directory = await host.scratch('trace');
    const path = `${directory}/trace.out`;
    const wrote = program.made ? await host.run({ argv: [program.path, '-trace', path] }) : undefined;
    const bytes = wrote?.exit === 0 ? await host.readFile(path, 2 ** 26) : undefined;
    if (!bytes) return absent({ en: 'The program wrote no trace', zh: '程序未写出跟踪文件' });
    const inText = (mode: string) =>
      runGo(host, {
        go: go.path,
        args: ['tool', 'trace', mode, path],
        directory,
        outputLimitBytes: TEXT_LIMIT,
      });
    const first = await inText('-d=parsed');
    // Until Go 1.21 the flag was a switch.
    const parsed = /invalid boolean value/.test(first.stderr) ? await inText('-d') : first;
    const profile = await runGo(host, {
      go: go.path,
      args: ['tool', 'trace', '-pprof=sched', path],
      directory,
    });
    return known({
      sizeBytes: bytes.length,
      parsed: {
        exit: parsed.exit,
        stderr: parsed.stderr.slice(0, 600),
        stopTheWorld: [...parsed.stdout.matchAll(/^.*RangeBegin .*Name="stop-the-world/gm)].length,
      },
      profile: { exit: profile.exit, stderr: profile.stderr.slice(0, 600), bytes: profile.stdout.length },
      ...ownReading(bytes),
    });
  },
});

function ownReading(bytes: Uint8Array) {
  try {
    const { version, events, stopTheWorld, collections } = traceCensus(readTrace('trace.out', bytes));
    return { own: { version, events, stopTheWorld: stopTheWorld.begins, collections } };
  } catch (error) {
    if (error instanceof FormatError) return { ownTrouble: error.message };
    throw error;
  }
}
