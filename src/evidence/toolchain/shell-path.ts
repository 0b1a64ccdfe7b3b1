import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

export const SHELL_MODES = ['interactive', 'login', 'non-interactive'] as const;

const schema = z.object({
  /** What was written to ~/.zshrc of the scratch home. */
  zshrc: z.string(),
  /** PATH before, with every entry of that line taken out. */
  startPath: z.string(),
  /** /usr/local/go/bin/go can be executed here. */
  installed: z.boolean(),
  shells: z.array(
    z.object({
      mode: z.enum(SHELL_MODES),
      /** It prints two lines, PATH=… and GO=…, the latter empty if it finds none. */
      run: recordedRunSchema,
    }),
  ),
});

export type ShellPath = z.infer<typeof schema>;

/** Which go new shells find after the whitepaper's line was written to ~/.zshrc. */
export const shellPath = kind<ShellPath>({
  id: 'shell-path',
  subject: 'machine',
  title: { en: 'what new zsh shells find', zh: '新开的 zsh 所找到的 go' },
  schema,
});
