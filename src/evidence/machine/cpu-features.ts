import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  /** In whose names: Linux's HWCAPs, Linux's x86 flags, or Apple's FEAT_ names. */
  vocabulary: z.enum(['hwcap', 'x86-flags', 'apple']),
  /** What every core has, sorted. */
  features: z.array(z.string()),
  /** What this process was handed, an arm64 one on Linux: a translator hands out its own. */
  process: z.object({ hwcap: z.string(), hwcap2: z.string(), features: z.array(z.string()) }).optional(),
});

export type CpuFeatures = z.infer<typeof schema>;

/** What the kernel lets programs use; a hypervisor may hide more, and then Go cannot use it either. */
export const cpuFeatures = kind<CpuFeatures>({
  id: 'cpu-features',
  subject: 'machine',
  title: { en: 'the features of the processors', zh: '处理器特性' },
  schema,
});

/** Whether single-instruction atomics (FEAT_LSE) are there; undefined where the processor is no arm64 one. */
export function hasLse({ vocabulary, features }: CpuFeatures): boolean | undefined {
  // Every arm64 core has asimd; an Intel Mac has hw.optional names too, but none of these.
  const isArm64 =
    vocabulary === 'hwcap'
      ? features.includes('asimd')
      : vocabulary === 'apple' && features.some((name) => /^(?:arm64$|FEAT_|armv8_)/.test(name));
  return isArm64
    ? features.some((name) => ['atomics', 'FEAT_LSE', 'armv8_1_atomics'].includes(name))
    : undefined;
}
