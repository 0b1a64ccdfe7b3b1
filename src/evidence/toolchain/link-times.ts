import { kind } from '../../model/kind.ts';
import { observationsSchema, type Observations } from '../observations.ts';

/** The linker alone, for arm64 and amd64 with -s -w, and for both without: four arms in that order. */
export const linkTimes = kind<Observations>({
  id: 'link-times',
  subject: 'toolchain',
  title: { en: 'links for both targets', zh: '面向两个目标的链接' },
  schema: observationsSchema,
});
