import type { RecordedRun } from '../../evidence/toolchain/recorded-run.ts';
import type { Outcome } from '../../host/host.ts';
import { attempt } from './attempt.ts';

/** A compiler's words are worth keeping whole; what prints without end is not. */
const KEPT_CHARACTERS = 16_384;

/** Turns one process into evidence, however it ended; only an interrupted run goes on to the top. */
export function record(command: string, run: () => Promise<Outcome>): Promise<RecordedRun> {
  return attempt(
    async () => {
      const { exit, signal, stdout, stderr } = await run();
      return {
        command,
        ...(exit !== undefined && { exit }),
        stdout: stdout.slice(0, KEPT_CHARACTERS),
        stderr: stderr.slice(0, KEPT_CHARACTERS),
        ...(signal !== undefined && { trouble: signal }),
      };
    },
    ({ message }) => ({ command, stdout: '', stderr: '', trouble: message }),
  );
}
