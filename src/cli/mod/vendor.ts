/**
 * `goassay mod vendor`: is vendor/ consistent, and is every file in it the proven original? Writes nothing.
 *
 * @module
 */

import { readProject } from '../../integrity/build-list.ts';
import { verifyVendor } from '../../integrity/vendor.ts';
import type { Language } from '../../model/text.ts';
import { EXIT, UsageError, type ExitCode } from '../exit-codes.ts';
import { onMachine } from './on-machine.ts';
import { reportJson, reportText } from './report.ts';

export interface VendorCommandOptions {
  readonly reread?: boolean;
  readonly go?: string;
  readonly json?: boolean;
}

export function vendorCommand(options: VendorCommandOptions, language: Language): Promise<ExitCode> {
  return onMachine(async (host) => {
    const project = await readProject(host, options.go ?? 'go', process.cwd(), false);
    const vendor = await verifyVendor(host, project, undefined, options.reread ? 'all' : 'nothing');
    if (!vendor)
      throw new UsageError(
        `Cannot judge vendor/: there is none in ${project.root}. Run it where go mod vendor was run`,
      );
    const report = { findings: vendor.findings, vendor, online: false };
    process.stdout.write(
      options.json ? `${JSON.stringify(reportJson(report), undefined, 2)}\n` : reportText(report, language),
    );
    if (vendor.findings.some(({ grade }) => grade === 'altered')) return EXIT.refuted;
    return vendor.findings.some(({ grade }) => grade === 'unproven') ? EXIT.undecided : EXIT.met;
  });
}
