import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  targets: z.array(
    z.object({
      /** Such as "darwin/arm64". */
      target: z.string(),
      /** GoFiles of package runtime/metrics, sorted. */
      metricsPackage: z.array(z.string()),
      /** GoFiles of package runtime whose names say metrics, sorted. */
      runtimePackage: z.array(z.string()),
    }),
  ),
});

export type MetricsSources = z.infer<typeof schema>;

/** The source files of runtime/metrics that the go command selects for each target. */
export const metricsSources = kind<MetricsSources>({
  id: 'metrics-sources',
  subject: 'toolchain',
  title: { en: 'the source files of runtime/metrics by target', zh: '各目标所用的 runtime/metrics 源文件' },
  schema,
});
