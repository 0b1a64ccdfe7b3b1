import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** What an experiment sets over the allow-listed environment. */
  declared: z.record(z.string(), z.string()),
  /** Names of variables with a value, as a measured program saw them. */
  clean: z.array(z.string()),
  /** The same with settings planted on purpose. */
  planted: z.array(z.string()),
  polluted: z.array(z.string()),
});

export type RunEnvironment = z.infer<typeof schema>;

/** The environment in which experiments start their runs, as the runs themselves see it. */
export const runEnvironment = kind<RunEnvironment>({
  id: 'run-environment',
  subject: 'toolchain',
  title: { en: 'the environment of measured runs', zh: '受测运行的环境' },
  schema,
});
