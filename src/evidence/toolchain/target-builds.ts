import { kind } from '../../model/kind.ts';
import { observationsSchema, type Observations } from '../observations.ts';

/** Whole builds of one program for arm64 and for amd64 by the Go under test: two arms. */
export const targetBuilds = kind<Observations>({
  id: 'target-builds',
  subject: 'toolchain',
  title: { en: 'builds for both targets', zh: '面向两个目标的构建' },
  schema: observationsSchema,
});
