/**
 * Gathering the evidence of one run.
 *
 * Probes run side by side where they may, after the ones they need; those that measure run
 * alone at the end. Each gets a witness of the host, which writes down the sources of its fact.
 * Probes see each other's facts as they are; what is filed in the dossiers is redacted.
 *
 * @module
 */

import { HostError, type Host } from '../host/host.ts';
import { witness } from '../host/witness.ts';
import { SUBJECT_KINDS, needId, needOf, type Needs, type SubjectKind } from '../model/kind.ts';
import { type Dossier, type Inquiry } from '../model/dossier.ts';
import { blocked, type Fact, type Missing } from '../model/fact.ts';
import { verbatim, type Text } from '../model/text.ts';
import type { AnyProbe, Watch } from '../probes/probe.ts';
import { redactor } from './redact.ts';
import { INTERRUPTED, refusalOf, RUN_AGAIN } from './refusal.ts';
import { turnsOf, turnTaker } from './turns.ts';

/** Builds use both cores by themselves; more at once only makes them wait for each other. */
const SIDE_BY_SIDE = 3;

export interface Progress {
  readonly probe: AnyProbe;
  readonly step: 'started' | 'finished';
  readonly state?: Fact<unknown>['state'];
  readonly durationMs?: number;
  readonly done: number;
  readonly total: number;
}

export interface Gathering {
  /** From `plan`: each probe after the ones it needs. */
  readonly probes: readonly AnyProbe[];
  readonly host: Host;
  readonly inquiry: Inquiry;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Who is told of an experiment's rounds while it runs. */
  readonly watchOf?: ((probe: AnyProbe) => Watch) | undefined;
}

export async function gather(gathering: Gathering): Promise<Dossier[]> {
  const { probes, host, onProgress = () => undefined } = gathering;
  const facts = new Map<string, Fact<unknown>>();
  const pending = new Map<string, Promise<void>>();
  const slots = limiter(SIDE_BY_SIDE);
  const inTurn = turnTaker();
  let done = 0;

  async function run(probe: AnyProbe): Promise<void> {
    const started = host.elapsed();
    onProgress({ probe, step: 'started', done, total: probes.length });
    const fact = await factOf(probe, facts, gathering);
    facts.set(needId(probe.gathers), fact);
    done += 1;
    const durationMs = host.elapsed() - started;
    onProgress({ probe, step: 'finished', state: fact.state, durationMs, done, total: probes.length });
  }

  const late = lateProbes(probes);
  for (const probe of probes.filter((one) => !late.has(one))) {
    const needed = needIds(probe.needs).map((id) => pending.get(id) ?? Promise.resolve());
    const whole = Promise.all(needed).then(() =>
      inTurn(turnsOf(probe.cost, host), () => slots(() => run(probe))),
    );
    pending.set(needId(probe.gathers), whole);
  }
  // All are waited for even if one fails by our own bug, so that nothing is left running behind.
  const failed = (await Promise.allSettled(pending.values())).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  for (const probe of probes.filter((one) => late.has(one))) await run(probe);

  return file(probes, facts, redactor(host));
}

/** Those that measure, and those that build on them: one at a time, after all others. */
function lateProbes(probes: readonly AnyProbe[]): ReadonlySet<AnyProbe> {
  const late = new Set<AnyProbe>();
  const ids = new Set<string>();
  for (const probe of probes) {
    if (!probe.cost.alone && !needIds(probe.needs).some((id) => ids.has(id))) continue;
    late.add(probe);
    ids.add(needId(probe.gathers));
  }
  return late;
}

async function factOf(
  probe: AnyProbe,
  facts: ReadonlyMap<string, Fact<unknown>>,
  { host, inquiry, signal, watchOf }: Gathering,
): Promise<Fact<unknown>> {
  if (signal?.aborted) return blocked(INTERRUPTED, RUN_AGAIN);
  const reserved = notInThisRun(probe, inquiry);
  if (reserved) return reserved;

  const shown: Record<string, unknown> = {};
  for (const [name, asked] of Object.entries<Needs[string]>(probe.needs)) {
    const fact = facts.get(needId(needOf(asked)));
    if (fact?.state === 'known') shown[name] = fact.value;
    else if (!('wish' in asked)) return fact ?? blocked(verbatim(`${needId(needOf(asked))}: no probe`));
  }
  const { host: witnessed, sources } = witness(host);
  try {
    const fact: Fact<unknown> = await probe.gather(witnessed, shown, inquiry, watchOf?.(probe));
    return { ...fact, sources: [...fact.sources, ...sources()] };
  } catch (error) {
    if (signal?.aborted && error instanceof HostError)
      return { ...blocked(INTERRUPTED, RUN_AGAIN), sources: sources() };
    return { ...refusalOf(error), sources: sources() };
  }
}

function notInThisRun({ cost }: AnyProbe, { online, profile }: Inquiry): Missing | undefined {
  if (cost.network !== undefined && cost.network.length > 0 && !online) {
    return blocked(
      {
        en: `The network is off, and this needs ${cost.network.join(', ')}`,
        zh: `网络未开启，而此项需要访问 ${cost.network.join('、')}`,
      },
      { en: 'goassay run --online', zh: 'goassay run --online' },
    );
  }
  if (cost.profile === 'full' && profile !== 'full') {
    return blocked(
      {
        en: 'The quick profile leaves this out because it takes long',
        zh: '快速模式不做此项，因为耗时较长',
      },
      { en: 'goassay run --profile full', zh: 'goassay run --profile full' },
    );
  }
  return undefined;
}

/** One dossier per subject, machine first, facts in the order of the catalogue. */
function file(
  probes: readonly AnyProbe[],
  facts: ReadonlyMap<string, Fact<unknown>>,
  redact: <T>(value: T) => T,
): Dossier[] {
  const dossiers = new Map<string, Dossier>();
  const bySubject = probes.toSorted(
    (one, other) => rank(one.gathers.kind.subject) - rank(other.gathers.kind.subject),
  );
  for (const { gathers } of bySubject) {
    const { kind, subject } = gathers;
    const fact = facts.get(needId(gathers));
    if (!fact) continue;
    const dossier: Dossier = dossiers.get(subject) ?? {
      subject: { name: subject, kind: kind.subject, title: titleOf(subject) },
      facts: {},
    };
    dossier.facts[kind.id] = redact(fact) as Dossier['facts'][string]; // a Fact, with its arrays readonly
    dossiers.set(subject, dossier);
  }
  return [...dossiers.values()];
}

function rank(kind: SubjectKind): number {
  return SUBJECT_KINDS.indexOf(kind);
}

function titleOf(subject: string): Text {
  if (subject === 'machine') return { en: 'This machine', zh: '本机' };
  if (subject === 'toolchain') return { en: 'The Go under test', zh: '被测的 Go' };
  return verbatim(subject.slice(subject.indexOf(':') + 1));
}

function needIds(needs: Needs): string[] {
  return Object.values(needs).map((asked) => needId(needOf(asked)));
}

/** At most `limit` at once, in the order in which they asked. */
function limiter(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let active = 0;
  return async (work) => {
    if (active >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    active += 1;
    try {
      return await work();
    } finally {
      active -= 1;
      waiting.shift()?.();
    }
  };
}
