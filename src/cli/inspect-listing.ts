/**
 * `goassay inspect --disasm`, `--functions` and `--census`: the code itself, straight to standard
 * output.
 *
 * @module
 */

import { nodeHost } from '../host/node.ts';
import { HostError, type Host } from '../host/host.ts';
import { listCode, listFunctions } from '../probes/binary/list-code.ts';
import { packageCensus, type CensusLine } from '../probes/binary/package-census.ts';
import { json } from '../reports/json-text.ts';
import { harmlessLine } from '../reports/untrusted.ts';
import { EXIT, UsageError, type ExitCode } from './exit-codes.ts';

export interface ListingOptions {
  readonly disasm?: boolean;
  readonly functions?: boolean;
  readonly census?: boolean;
  readonly function?: string;
  readonly syntax?: 'llvm' | 'go';
  readonly json?: boolean;
}

export async function listingCommand(paths: readonly string[], options: ListingOptions): Promise<ExitCode> {
  const host = nodeHost();
  try {
    for (const path of paths) {
      if (paths.length > 1 && !options.json) await print(`${path}:\n`);
      if (options.functions) await printFunctions(host, path, options);
      else if (options.census) await printCensus(host, path, options);
      else await printCode(host, path, options);
    }
    return EXIT.met;
  } catch (error) {
    const isDamage = error instanceof Error && error.name === 'FormatError';
    if (error instanceof HostError || isDamage) throw new UsageError(error.message);
    throw error;
  } finally {
    host.close();
  }
}

async function printCode(host: Host, path: string, options: ListingOptions): Promise<void> {
  const listed = await listCode(host, path, { function: options.function, syntax: options.syntax }, print);
  if (listed === undefined) throw new UsageError(`Cannot read ${path}: there is no such file`);
  if (listed > 0) return;
  throw new UsageError(
    options.function === undefined
      ? `Cannot list ${path}: it holds no arm64 code. See what it is with goassay inspect ${path}`
      : `Cannot list ${path}: it has no function ${options.function}. See its functions with --functions`,
  );
}

async function printFunctions(host: Host, path: string, options: ListingOptions): Promise<void> {
  const functions = await listFunctions(host, path);
  if (!functions) throw new UsageError(`Cannot read ${path}: there is no such file`);
  if (functions.length === 0)
    throw new UsageError(`Cannot list the functions of ${path}: no function table of Go was found in it`);
  if (options.json) return print(json(functions));
  const lines = functions.map(
    ({ name, address, sizeBytes }) =>
      `${address.toString(16).padStart(12)} ${String(sizeBytes).padStart(8)} ${harmlessLine(name)}\n`,
  );
  return print(lines.join(''));
}

/** With --function by function, else by package. */
async function printCensus(host: Host, path: string, options: ListingOptions): Promise<void> {
  const wanted = options.function;
  const all = await packageCensus(host, path, wanted === undefined ? 'package' : 'function');
  if (!all) throw new UsageError(`Cannot read ${path}: there is no such file`);
  const lines =
    wanted === undefined ? all : all.filter(({ name }) => name === wanted || name.endsWith(`/${wanted}`));
  if (lines.length === 0)
    throw new UsageError(
      wanted === undefined
        ? `Cannot count the instructions of ${path}: it holds no arm64 code`
        : `Cannot count the instructions of ${wanted}: ${path} has no such function. See its functions with --functions`,
    );
  return print(
    options.json ? json(lines) : censusTable(lines, wanted === undefined ? 'package' : 'function'),
  );
}

/** What is worth a column; the whole is in --json. */
const COLUMNS: readonly (readonly [title: string, families: readonly string[]])[] = [
  ['lse', ['cas', 'swp', 'ldadd', 'ldclr', 'ldeor', 'ldset', 'ldmin-ldmax', 'lse128']],
  ['ll/sc', ['exclusive-load', 'exclusive-store']],
  ['ordered', ['ordered', 'other-atomic']],
  ['simd', ['simd']],
  ['fp', ['fp']],
  ['aes', ['aes', 'pmull']],
  ['sha', ['sha1', 'sha2', 'sha3', 'sm']],
  ['crc', ['crc']],
  ['pac+bti', ['pauth', 'bti']],
  ['sve+sme', ['sve', 'sme']],
  ['?', ['undefined', 'udf']],
];

function censusTable(lines: readonly CensusLine[], heading: string): string {
  const width = 9;
  const row = (cells: readonly (string | number)[], name: string): string =>
    `${cells.map((cell) => String(cell).padStart(width)).join('')}  ${harmlessLine(name)}\n`;
  const cellsOf = ({ words, families }: CensusLine): number[] => [
    words,
    ...COLUMNS.map(([, names]) => names.reduce((sum, name) => sum + (families[name] ?? 0), 0)),
  ];
  const all = lines.map(cellsOf);
  const totals = (all[0] ?? []).map((_, column) => all.reduce((sum, cells) => sum + (cells[column] ?? 0), 0));
  return [
    row(['words', ...COLUMNS.map(([title]) => title)], heading),
    ...lines.map((one, index) => row(all[index] ?? [], one.name === '' ? '(no name)' : one.name)),
    ...(lines.length > 1 ? [row(totals, '(all)')] : []),
  ].join('');
}

/** Waits until it is written: the bytes of a listing are used again for the next piece. */
function print(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(content, () => resolve());
  });
}
