import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** One build with -x for each target of the paper. */
  builds: z.array(
    z.object({
      goos: z.string(),
      goarch: z.string(),
      exit: z.number().optional(),
      /** Every tool file that the printed commands start, once, with the processors of its own header. */
      tools: z.array(z.object({ name: z.string(), path: z.string(), architectures: z.array(z.string()) })),
    }),
  ),
});

export type ToolPaths = z.infer<typeof schema>;

/** Which compiler, assembler and linker files the go command starts for darwin/arm64 and darwin/amd64. */
export const toolPaths = kind<ToolPaths>({
  id: 'tool-paths',
  subject: 'toolchain',
  title: { en: 'the tools that the go command starts for each target', zh: 'go 命令为各目标启动的工具' },
  schema,
});
