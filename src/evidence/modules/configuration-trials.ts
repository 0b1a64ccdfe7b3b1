import { kind } from '../../model/kind.ts';
import { trialsSchema, type Trials } from './trials.ts';

/** What GOPROXY, GOSUMDB and GOPATH did, tried with the Go under test in the rig. */
export const configurationTrials = kind<Trials>({
  id: 'configuration-trials',
  subject: 'toolchain',
  title: {
    en: 'trials of GOPROXY, GOSUMDB and GOPATH in the rig',
    zh: '在试验台上对 GOPROXY、GOSUMDB、GOPATH 的试验',
  },
  schema: trialsSchema,
});
