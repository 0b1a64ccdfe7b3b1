/**
 * `goassay mod verify`: every byte of the modules, of vendor/ and of the Go trees that run.
 *
 * @module
 */

import { holdGoroots } from '../../integrity/held-goroots.ts';
import { gorootFindings } from '../../integrity/goroot-findings.ts';
import { goEnvironment, readProject } from '../../integrity/build-list.ts';
import { cycloneDx } from '../../integrity/cyclonedx.ts';
import { verifyModules, type VerifyOptions } from '../../integrity/verify-modules.ts';
import { verifyVendor } from '../../integrity/vendor.ts';
import type { Host } from '../../host/host.ts';
import type { Language } from '../../model/text.ts';
import { databaseOf } from '../../sumdb/database.ts';
import { withCredentials } from '../../sumdb/credentials.ts';
import type { Question } from '../../sumdb/prove.ts';
import type { ExitCode } from '../exit-codes.ts';
import { writeAll } from '../output.ts';
import { reportExit, reportJson, reportText, type ModReport } from './report.ts';
import { onMachine } from './on-machine.ts';

export interface VerifyCommandOptions {
  readonly online?: boolean;
  readonly goroot?: boolean | string;
  readonly compiled?: boolean;
  readonly reread?: boolean;
  readonly sbom?: string;
  readonly go?: string;
  readonly json?: boolean;
}

export function verifyCommand(options: VerifyCommandOptions, language: Language): Promise<ExitCode> {
  return onMachine(async (host) => {
    const report = await verify(host, options);
    process.stdout.write(
      options.json ? `${JSON.stringify(reportJson(report), undefined, 2)}\n` : reportText(report, language),
    );
    return reportExit(report);
  });
}

async function verify(host: Host, options: VerifyCommandOptions): Promise<ModReport> {
  const { online = false, go = 'go' } = options;
  const directory = process.cwd();
  if (options.goroot !== undefined && options.goroot !== false) {
    const settings = await goEnvironment(host, go, directory);
    const asking = withCredentials(host, settings.GOAUTH);
    const question: Question = { host: asking, settings, database: databaseOf(settings.GOSUMDB), online };
    const named = typeof options.goroot === 'string' ? [options.goroot] : [settings.GOROOT];
    const { goroots } = await holdGoroots(question, named, options.reread ?? false);
    return { findings: goroots.flatMap(gorootFindings), goroots, online };
  }
  const project = await readProject(host, go, directory);
  const { settings } = project;
  const asking = withCredentials(host, settings.GOAUTH);
  const question: Question = { host: asking, settings, database: databaseOf(settings.GOSUMDB), online };
  const how: VerifyOptions = { compiledOnly: options.compiled ?? false, reread: options.reread ?? false };
  const modules = await verifyModules(question, project, how);
  // vendor/ is recomputed from what was just read.
  const again = how.reread ? 'vendor' : 'nothing';
  const vendor = how.compiledOnly ? undefined : await verifyVendor(host, project, modules.proofs, again);
  const toolchains = how.compiledOnly ? [] : await downloadedToolchains(host, settings.GOMODCACHE);
  const { goroots } = await holdGoroots(question, toolchains, how.reread);
  const findings = [...modules.findings, ...(vendor?.findings ?? []), ...goroots.flatMap(gorootFindings)];
  const report = { findings, modules, vendor, goroots, notListed: project.notListed, online };
  if (options.sbom !== undefined) {
    const bom = cycloneDx(project, modules, findings, host.now());
    await writeAll([{ path: options.sbom, content: `${JSON.stringify(bom, undefined, 2)}\n` }]);
  }
  return report;
}

/** The go command runs these without hashing them again. */
async function downloadedToolchains(host: Host, cache: string): Promise<string[]> {
  const names = (await host.list(`${cache}/golang.org`)) ?? [];
  return names.filter((name) => name.startsWith('toolchain@')).map((name) => `${cache}/golang.org/${name}`);
}
