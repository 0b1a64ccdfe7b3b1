/**
 * Misconfigurations: what is wrong or dangerous about the settings, and what mends it. What each
 * check needs is in one bundle of facts, so that all are functions of evidence.
 *
 * @module
 */

import type { GoMod } from '../formats/gomod.ts';
import type { ModulesTxt } from '../formats/modules-txt.ts';
import type { ModuleGraph } from '../model/module-graph.ts';
import type { Text } from '../model/text.ts';
import { withoutPassword } from './address.ts';
import type { FetchSettings } from './proxy-list.ts';
import type { Setting, UnknownName } from './setting.ts';

export interface Misconfiguration {
  /** Of the catalogue, 1 to 14. */
  readonly number: number;
  readonly id: string;
  /** error: something is unverified, leaks or fails; warning: it will surprise. */
  readonly severity: 'error' | 'warning';
  readonly text: Text;
  /** The command or edit that mends it. */
  readonly mend?: string;
}

export interface ConfigurationFacts {
  readonly settings: readonly Setting[];
  readonly fetch: FetchSettings;
  readonly unknown: readonly UnknownName[];
  /** Of the process: only names that the checks ask for. */
  readonly environment: Readonly<Record<string, string>>;
  /** Host of the proxy that Go ships as the default; empty if it ships none. */
  readonly defaultProxyHost: string;
  readonly netrc: readonly NetrcEntry[];
  /** "go1.26.8" without "go". */
  readonly goVersion: string;
  /** GOROOT of the running go command, and what GOROOT in the environment says of itself. */
  readonly goroot: string;
  readonly gorootVersion: string | undefined;
  /** Go's names for the processor of the go command and of the machine. */
  readonly goArchitecture: string;
  readonly machineArchitecture: string | undefined;
  readonly sumdbWritable: boolean | undefined;
  readonly cacheSharedWritable: boolean | undefined;
  /** The module in hand, if there is one. */
  readonly module: ModuleFacts | undefined;
  /** By proxy address, the status for a version that does not exist; only where the network was allowed. */
  readonly missingStatus: ReadonlyMap<string, number>;
}

export interface NetrcEntry {
  readonly machine: string;
  readonly hasPassword: boolean;
}

export interface ModuleFacts {
  readonly file: GoMod;
  readonly inWorkspace: boolean;
  readonly vendor: ModulesTxt | undefined;
  readonly graph: ModuleGraph | undefined;
  /** "path version" with more than one h1 in go.sum. */
  readonly doubleSums: readonly string[];
}

export function valueOf(facts: ConfigurationFacts, name: string): string {
  return facts.settings.find((setting) => setting.name === name)?.value ?? '';
}

export function problem(
  number: number,
  id: string,
  severity: Misconfiguration['severity'],
  en: string,
  zh: string,
  mend?: string,
): Misconfiguration {
  const text = { en: withoutPassword(en), zh: withoutPassword(zh) };
  return { number, id, severity, text, ...(mend !== undefined && { mend: withoutPassword(mend) }) };
}
