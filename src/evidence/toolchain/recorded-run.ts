import * as z from 'zod';

/** One process as evidence: what was typed, and what came of it, verbatim. */
export const recordedRunSchema = z.object({
  /** As a reader would type it. */
  command: z.string(),
  /** Absent if a signal ended it or it never ran. */
  exit: z.number().optional(),
  stdout: z.string(),
  stderr: z.string(),
  /** The signal that ended it, or why it never ran. */
  trouble: z.string().optional(),
});

export type RecordedRun = z.infer<typeof recordedRunSchema>;

/** The first line of its error output that says something: what a reader is shown. */
export function complaint({ stderr, stdout, trouble }: RecordedRun): string {
  const lines = `${stderr}\n${stdout}`.split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('#')) ?? trouble ?? '';
}
