#!/usr/bin/env node
/**
 * The door. It sorts what comes out: results to standard output, words about them to standard
 * error, and every ending to its exit code. Known errors are the user's to mend; anything else
 * is our bug and exits 4.
 *
 * It imports little, so that `--help` is quick; each command loads what it uses.
 *
 * @module
 */

import * as nodeModule from 'node:module';
import { EXIT } from './exit-codes.ts';
import { interruptedExit, interruptibleAtOnce } from './interrupt.ts';
import { run } from './program.ts';

// Node 20, on which the published package runs too, has none; its types say that every Node has.
(nodeModule as Partial<typeof nodeModule>).enableCompileCache?.();
interruptibleAtOnce();

// `goassay claims | head` is no error of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(interruptedExit() ?? EXIT.met);
    throw error;
  });
}

try {
  const exit = await run(process.argv.slice(2));
  process.exitCode = interruptedExit() ?? exit;
} catch (error) {
  const isKnown =
    error instanceof Error && (error.name === 'UsageError' || error.name === 'UnknownNameError');
  if (isKnown) {
    process.stderr.write(`goassay: ${error.message}\n`);
    process.exitCode = interruptedExit() ?? EXIT.usage;
  } else {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `goassay: this is a bug in goassay, not in your set-up.\n${trace}\n` +
        'Please report it with a tape of the run, made by: goassay run --record goassay.tape.json\n',
    );
    process.exitCode = EXIT.bug;
  }
}
