/** Every command judges the same way: with all claims of this version. */

import { claimsFor } from '../assay/catalogue.ts';
import { report } from '../assay/report.ts';
import { LEDGER } from '../claims/ledger/index.ts';
import { KINDS } from '../evidence/index.ts';
import type { CaseFile } from '../model/dossier.ts';
import type { Report } from '../model/report.ts';

export function reportOn(file: CaseFile): Report {
  return report(file, { claims: claimsFor(file), ledger: LEDGER, kinds: KINDS });
}
