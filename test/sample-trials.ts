/**
 * Trials as the rig records them, made small: what was asked, how the commands ended, what they left.
 *
 * @module
 */

import type { Trial } from '../src/evidence/modules/trials.ts';

export interface SampleTrial {
  /** Exit statuses of the commands; one that succeeds by default. */
  readonly exits?: readonly number[];
  /** Host, kind, and the command that asked if it was not the first; "module" if it matters. */
  readonly asked?: readonly (readonly [host: string, kind: string, command?: number, module?: string])[];
  readonly entries?: readonly string[];
  readonly stdout?: readonly string[];
  readonly stderr?: string;
  readonly lines?: readonly string[];
}

export function sampleTrial({
  exits = [0],
  asked = [],
  entries = [],
  stdout = [],
  stderr = '',
  lines = [],
}: SampleTrial = {}): Trial {
  return {
    requests: asked.map(([host, kind, command = 0, module = 'open.test/lib']) => ({
      command,
      host,
      address: `https://${host}/${module}/@v/v1.0.0.${kind}`,
      kind,
      module,
      status: 200,
    })),
    commands: exits.map((exit, index) => ({
      line: lines[index] ?? 'go mod download open.test/lib@v1.2.0',
      exit,
      stdout: stdout[index] ?? '',
      stderr: exit === 0 ? '' : stderr,
    })),
    entries: [...entries],
  };
}
