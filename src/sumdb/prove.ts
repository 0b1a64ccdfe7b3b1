/**
 * Asking the checksum database for the hashes of modules, and believing nothing that is not proven.
 *
 * A record counts when its hash stands in an authenticated tile of a tree that the database signed,
 * and when that tree is a continuation of every tree this machine has seen. Two signed trees that
 * cannot both be true are a fork: the two notes are the proof, and nothing is accepted. What nobody
 * could be asked about stays unknown. Source: golang.org/design/25530-sumdb "Checksum Database".
 *
 * @module
 */

import { sameBytes } from '../bytes/digest.ts';
import { FormatError } from '../bytes/error.ts';
import { escapePath, escapeVersion } from '../formats/module-path.ts';
import { matchesPatterns } from '../formats/module-pattern.ts';
import { hashesIn, parseLookup, type Lookup } from '../formats/sumdb-answer.ts';
import { leafHash } from '../formats/tlog.ts';
import { HostError, type Host } from '../host/host.ts';
import type { Database } from './database.ts';
import { sha256 } from './digest.ts';
import { evidentFork, forkBetween } from './fork.ts';
import { limiter } from './limiter.ts';
import { forged, keyOf, unknown, type Proofs, type Proven, type Result, type Wanted } from './result.ts';
import { readSaved, saveProofs } from './saved.ts';
import { keepHeads, knownHeads, readTimeline, signedHead, type SignedHead } from './signed-head.ts';
import { sourcesOf, type GoSettings, type Place, type Sources } from './sources.ts';
import { openTree, type Tree } from './tree.ts';

const SIDE_BY_SIDE = 24;

export interface Question {
  readonly host: Host;
  /** Undefined: GOSUMDB=off, and nobody is asked. */
  readonly database: Database | undefined;
  readonly settings: GoSettings;
  readonly online: boolean;
}

interface Answer {
  readonly wanted: Wanted;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly lookup: Lookup;
  readonly head: SignedHead;
  readonly place: Place;
}

export async function prove(question: Question, wanted: readonly Wanted[]): Promise<Proofs> {
  const { host, database, settings } = question;
  const results = new Map<string, Result>();
  if (!database) {
    for (const one of wanted) results.set(keyOf(one), unknown('GOSUMDB is off', 'GOSUMDB 为 off'));
    return { results, heads: [], fork: undefined, requests: 0, address: '', warnings: [] };
  }
  const open = wanted.filter((one) => {
    const isKept = matchesPatterns(settings.GONOSUMDB, one.path);
    if (isKept)
      results.set(
        keyOf(one),
        unknown('GONOSUMDB keeps it from the database', 'GONOSUMDB 使其不经过校验数据库'),
      );
    return !isKept;
  });
  const sources = sourcesOf(host, database, settings);
  const timeline = await readTimeline(sources);
  const { heads: known, damaged } = await knownHeads(host, database, settings, timeline);
  const asked = { question, database, sources, known };

  const saved = await readSaved(sources, database, open);
  const useSaved = (found: NonNullable<typeof saved>): Proofs => {
    for (const [key, result] of found.results) results.set(key, result);
    return { results, heads: [found.head], fork: undefined, requests: 0, address: '', warnings: damaged };
  };
  const fresh = known.filter(({ note }) => !timeline.some((seen) => seen.note === note));
  if (
    saved &&
    (fresh.length === 0 || (!question.online && (await areOutOfReach(sources, fresh, saved.head))))
  )
    return useSaved(saved);
  let { fork, tree, head, isChecked } = await round(asked, open, ['store', 'go'], results);
  const rest = open.filter((one) => results.get(keyOf(one))?.state !== 'proven');
  if (question.online && rest.length > 0 && !fork)
    ({ fork, tree, head, isChecked } = await round(asked, rest, ['network'], results, head));
  if (fork) {
    for (const one of open) results.set(keyOf(one), forged(fork.words.en, fork.words.zh));
  } else if (saved && rest.length > 0 && !question.online) {
    return useSaved(saved);
  } else if (tree && head) {
    await keepHeads(sources, timeline, isChecked ? [...known, head] : [head], host.now());
    await saveProofs(sources, open, results, head, tree);
  }
  return {
    results,
    heads: head ? [head] : [],
    fork,
    requests: sources.requests(),
    address: sources.address(),
    warnings: damaged,
  };
}

/**
 * Heads that are all newer than the one of the saved proofs, and whose trees are not here: proving anew
 * offline would end with the saved tree, after a thousand reads.
 */
async function areOutOfReach(
  sources: Sources,
  heads: readonly SignedHead[],
  { size }: SignedHead,
): Promise<boolean> {
  for (const head of heads) {
    if (head.size <= size) return false;
    try {
      await openTree(sources, ['store', 'go'], head);
      return false;
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return true;
}

interface Asked {
  readonly question: Question;
  readonly database: Database;
  readonly sources: Sources;
  readonly known: readonly SignedHead[];
}

/** Looks the records up in `from`, and proves them with tiles from there and from the caches. */
async function round(
  asked: Asked,
  wanted: readonly Wanted[],
  from: readonly Place[],
  results: Map<string, Result>,
  before?: SignedHead,
) {
  const { question, sources, known } = asked;
  const inTurn = limiter(SIDE_BY_SIDE);
  const answers: Answer[] = [];
  await Promise.all(
    wanted.map((one) =>
      inTurn(async () => {
        const answer = await lookUp(asked, one, from);
        if ('state' in answer) results.set(keyOf(one), answer);
        else answers.push(answer);
      }),
    ),
  );
  const places: Place[] = question.online ? ['store', 'go', 'network'] : ['store', 'go'];
  const heads = distinct([...answers.map(({ head }) => head), ...known, ...(before ? [before] : [])]);
  let tree: Tree | undefined;
  let head: SignedHead | undefined;
  const nothing = { fork: undefined, tree: undefined, head: undefined, isChecked: false };
  if (answers.length === 0) return { ...nothing, head: before };

  const evident = evidentFork(heads);
  if (evident) return { ...nothing, fork: evident };
  for (const candidate of heads) {
    try {
      tree = await openTree(sources, places, candidate);
      head = candidate;
      break;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const result = resultOf(error);
      for (const { wanted: one } of answers) results.set(keyOf(one), result);
      // Offline an older tree may be all there; online whoever withholds the newest is not believed.
      if (question.online) return nothing;
    }
  }
  if (!tree || !head) return nothing;

  const { fork, unchecked } = await forkBetween(tree, head, heads);
  const isChecked = unchecked.length === 0;
  if (fork) return { fork, tree, head, isChecked };
  const [doubt] = unchecked;
  if (doubt && question.online) {
    for (const { wanted: one } of answers) results.set(keyOf(one), doubt);
    return nothing;
  }
  const opened = { tree, head };
  await Promise.all(
    answers.map((answer) =>
      inTurn(async () => results.set(keyOf(answer.wanted), await judge(asked, answer, opened))),
    ),
  );
  return { fork: undefined, tree, head, isChecked };
}

async function lookUp(
  { database, sources }: Asked,
  wanted: Wanted,
  from: readonly Place[],
): Promise<Answer | Result> {
  const [path, version] = [escapePath(wanted.path), escapeVersion(wanted.version)];
  if (path === undefined || version === undefined)
    return unknown(`${keyOf(wanted)} is no module version`, `${keyOf(wanted)} 不是模块版本`);
  const resource = `lookup/${path}@${version}`;
  let result: Result = unknown('there is no record of it here', '此处没有其记录');
  for (const place of from) {
    try {
      const bytes = await sources.read(place, resource);
      if (!bytes) {
        if (place === 'network')
          result = unknown(
            `${sources.address()} has no record of it, or does not hold that version`,
            `${sources.address()} 没有其记录，或不提供该版本`,
          );
        continue;
      }
      const lookup = parseLookup(bytes);
      const head = signedHead(lookup.note, database, 'answer');
      return { wanted, path: resource, bytes, lookup, head, place };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      result = resultOf(error);
    }
  }
  return result;
}

async function judge(
  { sources }: Asked,
  { wanted, lookup: { id, record }, place, path, bytes }: Answer,
  { tree, head }: { readonly tree: Tree; readonly head: SignedHead },
): Promise<Result> {
  if (id >= head.size)
    return forged(
      `the answer is record ${id} of a tree of ${head.size}`,
      `应答称为第 ${id} 条记录，而树中只有 ${head.size} 条`,
    );
  try {
    const hashes = hashesIn(record, wanted.path, wanted.version);
    const leaf = { level: 0, index: id };
    await tree.bring([leaf]);
    if (!sameBytes(tree.hash(leaf), leafHash(sha256, record)))
      return forged(`the answer is not record ${id} of the log`, `应答并非日志的第 ${id} 条记录`);
    if (place === 'network') await sources.keep(path, bytes);
    const proven: Proven = { state: 'proven', hashes, id, record: new TextDecoder().decode(record), place };
    return proven;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return resultOf(error);
  }
}

function isRefusal(error: unknown): error is FormatError | HostError {
  return error instanceof FormatError || (error instanceof HostError && error.refusal !== 'interrupted');
}

/** Bytes that do not hold are held against who sent them; a refusal tells nothing. */
function resultOf(error: FormatError | HostError): Result {
  return error instanceof FormatError
    ? forged(error.message, `格式或证明不成立：${error.message}`)
    : unknown(error.message, `无法查证：${error.message}`);
}

/** Newest first; one of each note. */
function distinct(heads: readonly SignedHead[]): SignedHead[] {
  const byRoot = new Map(heads.map((head) => [head.note, head]));
  return [...byRoot.values()].toSorted((one, other) => other.size - one.size);
}
