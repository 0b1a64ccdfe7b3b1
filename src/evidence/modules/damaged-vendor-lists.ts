import { kind } from '../../model/kind.ts';
import { trialsSchema, type Trials } from './trials.ts';

/** What the go command says to a hundred damaged vendor/modules.txt, for two targets. */
export const damagedVendorLists = kind<Trials>({
  id: 'damaged-vendor-lists',
  subject: 'toolchain',
  title: {
    en: 'a hundred damaged modules.txt, read for two targets',
    zh: '一百份损坏的 modules.txt，分别为两种目标读取',
  },
  schema: trialsSchema,
});
