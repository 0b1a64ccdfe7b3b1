/**
 * vendor/ recomputed, file by file, from modules that go.sum or the log vouch for, without writing
 * anything; and the consistency that `go build` checks.
 *
 * @module
 */

import { lstatSync, readFileSync } from 'node:fs';
import { parseGoModLeniently } from '../formats/gomod.ts';
import { parseModulesTxt, type VendoredModule } from '../formats/modules-txt.ts';
import { isAtLeast, vendorFaults, type VendorFault } from '../formats/vendor-consistency.ts';
import { vendoredFiles, type VendorRules } from '../formats/vendor-files.ts';
import { FormatError } from '../bytes/error.ts';
import { readText, type Host } from '../host/host.ts';
import type { Text } from '../model/text.ts';
import { keyOf, type Proofs } from '../sumdb/result.ts';
import type { Project } from './build-list.ts';
import { altered, unproven, type Finding } from './finding.ts';
import { filesBelow } from './files-below.ts';
import { originalsOf, vouchedHashes, type Original } from './vendor-originals.ts';
import { keepVendor, stampOfVendor, unchangedVendor } from './verified-vendor.ts';

export interface VerifiedVendor {
  readonly findings: readonly Finding[];
  readonly modules: number;
  readonly packages: number;
  /** Files compared with a proven original. */
  readonly files: number;
  /** Modules whose original was not read again. */
  readonly unchanged: number;
  /** Nothing of vendor/ was read again either. */
  readonly asBefore: boolean;
}

/** Whatever was read before: nothing of it, vendor/ itself, or what it was copied from too. */
export type Reread = 'nothing' | 'vendor' | 'all';

/** Undefined where there is no vendor/. */
export async function verifyVendor(
  host: Host,
  project: Project,
  proofs: Proofs | undefined,
  reread: Reread,
): Promise<VerifiedVendor | undefined> {
  const root = `${project.root}/vendor`;
  if (!lstatSync(root, { throwIfNoEntry: false })) return undefined;
  const place = `${root}/modules.txt`;
  const text = await readText(host, place);
  const vendored = parseModulesTxt(text ?? '');
  const findings: Finding[] = [];
  if (text === undefined) findings.push(altered('vendor', place, 'it is missing', '该文件缺失'));
  for (const fault of vendorFaults(vendored, {
    mods: project.mods.map(({ file }) => file),
    work: project.work,
  }))
    findings.push(altered(fault.module, place, ...wordsOf(fault)));
  for (const { line, text: ignored } of vendored.ignored)
    findings.push(
      altered(
        'vendor',
        `${place}:${line}`,
        `go passes over this line: ${JSON.stringify(ignored.slice(0, 80))}`,
        `go 会略过此行：${JSON.stringify(ignored.slice(0, 80))}`,
      ),
    );

  const packages = vendored.modules.reduce((total, module) => total + module.packages.length, 0);
  const told = { findings, modules: vendored.modules.length, packages };
  const go = project.work?.go ?? project.mods[0]?.file.go;
  const vouched = vouchedHashes(project, vendored, proofs);
  const question = JSON.stringify([text, go, [...vouched.values()]]);
  const isAllProven = vendored.modules.every(
    (module) => module.packages.length === 0 || vouched.get(module) !== undefined,
  );
  const before =
    reread !== 'nothing' || !isAllProven ? undefined : await unchangedVendor(host, root, question);
  if (before !== undefined) return { ...told, files: before, unchanged: vouched.size, asBefore: true };

  const stamp = stampOfVendor(root);
  const faults = findings.length;
  const left = new Map(filesBelow(root).map((found) => [found.name, found.isFile]));
  left.delete('modules.txt');
  const originals = await originalsOf(host, project, vendored, vouched, reread === 'all');
  const rules = { withoutModuleFiles: isAtLeast(go, 1, 17), withTestEmbeds: !isAtLeast(go, 1, 22) };
  let files = 0;
  for (const module of vendored.modules) {
    if (module.packages.length === 0) continue;
    const original = originals.get(module);
    if (!original || typeof original === 'string') {
      findings.push(
        unproven(
          subjectOf(module),
          `${root}/${module.path}`,
          original ?? 'it is nowhere',
          original ?? '无处可得',
        ),
      );
      for (const name of left.keys()) if (isBelow(name, module)) left.delete(name);
      continue;
    }
    files += compareModule(module, original, { root, place, rules, left, go }, findings);
  }
  const listed = new Set(vendored.modules.flatMap(({ packages }) => packages));
  for (const directory of new Set([...left.keys()].map(directoryOf)))
    if (!listed.has(directory))
      findings.push(
        altered(
          'vendor',
          place,
          `it lists no package ${directory}, and there are files of one`,
          `其中未列出包 ${directory}，而存在其文件`,
        ),
      );
  for (const [name, isFile] of left)
    findings.push(
      isFile
        ? altered(
            'vendor',
            `${root}/${name}`,
            'no listed package of a proven module has this file',
            '已列出的、已证实模块的包中没有该文件',
          )
        : altered(
            'vendor',
            `${root}/${name}`,
            'it is a link or another thing that go mod vendor never makes',
            '是链接等 go mod vendor 不会创建的东西',
          ),
    );
  if (isAllProven && findings.length === faults) await keepVendor(host, root, question, stamp, files);
  return { ...told, files, unchanged: originals.unchanged, asBefore: false };
}

interface Comparison {
  readonly root: string;
  readonly place: string;
  readonly rules: VendorRules;
  readonly left: Map<string, boolean>;
  readonly go: string | undefined;
}

function compareModule(
  module: VendoredModule,
  { names, read }: Original,
  comparison: Comparison,
  findings: Finding[],
): number {
  const { root, place, rules, left, go } = comparison;
  const subject = subjectOf(module);
  const decoder = new TextDecoder();
  const kept = new Map<string, Uint8Array>();
  const text = (name: string): string => {
    const bytes = read(name);
    kept.set(name, bytes);
    return decoder.decode(bytes);
  };
  const source = { path: module.path, names, text };
  const expected = vendoredFiles(source, module.packages, rules);
  for (const path of expected.missing)
    findings.push(
      altered(
        subject,
        `${place}:${module.line}`,
        `it lists ${path}, and the module has no such package`,
        `其中列出 ${path}，而该模块没有这个包`,
      ),
    );
  for (const name of expected.names) {
    const vendoredName = `${module.path}/${name}`;
    const file = `${root}/${vendoredName}`;
    const isFile = left.get(vendoredName);
    if (isFile === undefined)
      findings.push(
        altered(
          subject,
          file,
          'it is missing, and the proven module has it',
          '该文件缺失，而已证实的模块中有',
        ),
      );
    if (!isFile) continue;
    left.delete(vendoredName);
    if (Buffer.compare(readFileSync(file), kept.get(name) ?? read(name)) !== 0)
      findings.push(
        altered(subject, file, 'it is not what the proven module has', '与已证实的模块中的内容不同'),
      );
  }
  if (isAtLeast(go, 1, 17)) {
    const says = names.includes('go.mod') ? goLineOf(source.text('go.mod')) : undefined;
    if (module.go !== says && says !== undefined)
      findings.push(
        altered(
          subject,
          `${place}:${module.line}`,
          `it says go ${module.go ?? 'nothing'}, the module's go.mod says go ${says}`,
          `其中为 go ${module.go ?? '（无）'}，模块的 go.mod 为 go ${says}`,
        ),
      );
  }
  return expected.names.size;
}

function goLineOf(text: string): string | undefined {
  try {
    return parseGoModLeniently(text).go;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

function subjectOf({ path, version }: VendoredModule): string {
  return version === undefined ? path : keyOf({ path, version });
}

function directoryOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf('/'), 0));
}

function isBelow(name: string, { path }: VendoredModule): boolean {
  return name.startsWith(`${path}/`);
}

function wordsOf({ what, is, expected }: VendorFault): [string, string] {
  const texts: Readonly<Record<VendorFault['what'], Text>> = {
    'not-explicit': {
      en: `go.mod requires it, and it is not marked explicit${is === '' ? '' : `; vendored is ${is}`}`,
      zh: `go.mod 要求该模块，而此处未标为 explicit${is === '' ? '' : `；所含为 ${is}`}`,
    },
    'not-required': {
      en: 'it is marked explicit, and no go.mod requires it',
      zh: '标为 explicit，而没有 go.mod 要求它',
    },
    'not-replaced': {
      en: `it is marked as replaced by ${is}, and nothing replaces it`,
      zh: `标为由 ${is} 替换，而并无替换`,
    },
    'replace-not-marked': {
      en: `it is replaced by ${expected}, and not marked so`,
      zh: `被 ${expected} 替换，而此处未标明`,
    },
    'other-replacement': {
      en: `it is marked as replaced by ${is}, and replaced by ${expected}`,
      zh: `标为由 ${is} 替换，实为 ${expected}`,
    },
    'other-version': {
      en: `it is vendored as ${is}, and go.mod requires ${expected}`,
      zh: `所含为 ${is}，go.mod 要求 ${expected}`,
    },
    'other-workspace': {
      en: `it was made by ${is}, and go ignores it here; ${expected} makes it anew`,
      zh: `由 ${is} 生成，go 在此会忽略它；用 ${expected} 重新生成`,
    },
  };
  return [texts[what].en, texts[what].zh];
}
