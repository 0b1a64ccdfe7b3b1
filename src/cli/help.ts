/**
 * `goassay help [TOPIC]`: a command's help, or what the exit codes mean.
 *
 * @module
 */

import type { Command } from 'commander';
import { UnknownNameError } from '../assay/select.ts';
import type { Language } from '../model/text.ts';
import { EXIT, EXIT_CODES, type ExitCode } from './exit-codes.ts';

const EXIT_CODES_TOPIC = 'exit-codes';

export async function helpCommand(
  topic: string | undefined,
  program: Command,
  language: Language,
): Promise<ExitCode> {
  process.stdout.write(helpText(topic, program, language));
  return EXIT.met;
}

function helpText(topic: string | undefined, program: Command, language: Language): string {
  if (topic === undefined) return program.helpInformation();
  if (topic === EXIT_CODES_TOPIC) {
    return EXIT_CODES.map(([code, meaning]) => `${String(code).padStart(4)}  ${meaning[language]}\n`).join(
      '',
    );
  }
  const command = program.commands.find((one) => one.name() === topic);
  if (command) return command.helpInformation();
  throw new UnknownNameError('help topic', topic, [
    ...program.commands.map((one) => one.name()),
    EXIT_CODES_TOPIC,
  ]);
}
