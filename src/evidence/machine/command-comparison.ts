import { kind } from '../../model/kind.ts';
import { observationsSchema, type Observations } from '../observations.ts';

/** Two or more commands of the user's, run against each other by `goassay bench compare`. */
export const commandComparison = kind<Observations>({
  id: 'command-comparison',
  subject: 'machine',
  title: { en: 'the runs of the commands', zh: '各命令的运行记录' },
  schema: observationsSchema,
  headline: ({ arms, runs }) => ({
    en: `${arms.length} commands, ${runs.length} runs`,
    zh: `${arms.length} 个命令，${runs.length} 次运行`,
  }),
});
