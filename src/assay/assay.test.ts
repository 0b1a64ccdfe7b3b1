import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { FormatError } from '../bytes/error.ts';
import { fakeHost } from '../host/fake.ts';
import { HostError, type Host } from '../host/host.ts';
import { claim, type AnyClaim } from '../model/claim.ts';
import type { Inquiry } from '../model/dossier.ts';
import { absent, known, type Fact } from '../model/fact.ts';
import { kind, needId, of, wish, type Kind, type Needs } from '../model/kind.ts';
import { verbatim } from '../model/text.ts';
import { confirmed, refuted } from '../model/verdict.ts';
import { probe, type AnyProbe, type Cost } from '../probes/probe.ts';
import { gather } from './gather.ts';
import { judge } from './judge.ts';
import { plan } from './plan.ts';

const INQUIRY: Inquiry = { only: [], profile: 'quick', online: false };

function number(id: string): Kind<number> {
  return kind<number>({ id, subject: 'machine', title: verbatim(`the number ${id}`), schema: z.number() });
}

const [one, two, three] = [number('one'), number('two'), number('three')];

function giving(
  gathers: Kind<number>,
  fact: Fact<number>,
  needs: Needs = {},
  cost: Cost = { time: 'instant' },
): AnyProbe {
  return probe({ gathers, needs, cost, gather: () => Promise.resolve(fact) });
}

function failing(gathers: Kind<number>, error: Error): AnyProbe {
  return probe({ gathers, cost: { time: 'instant' }, gather: () => Promise.reject(error) });
}

function positive(needs: Needs): AnyClaim {
  return claim({
    id: 'positive',
    subject: 'machine',
    answers: [],
    statement: verbatim('all are positive'),
    method: verbatim('look'),
    wouldChange: verbatim('a negative one'),
    needs,
    judge: (shown) =>
      (Object.values(shown).every((value) => value === undefined || Number(value) > 0) ? confirmed : refuted)(
        verbatim('so'),
      ),
  });
}

function gathered(
  probes: readonly AnyProbe[],
  inquiry: Inquiry = INQUIRY,
  host: Host = fakeHost(),
  signal?: AbortSignal,
) {
  const needs = Object.fromEntries(probes.map(({ gathers }) => [gathers.kind.id, gathers]));
  return gather({ probes: plan([positive(needs)], probes).probes, host, inquiry, signal });
}

test('plan() takes only what the chosen claims need, and what that needs in turn', () => {
  const probes = [giving(three, known(3)), giving(two, known(2), { one }), giving(one, known(1))];
  const ids = plan([positive({ two })], probes).probes.map(({ gathers }) => needId(gathers));
  assert.deepEqual(ids, ['machine/one', 'machine/two']);
});

test('plan() puts cheap probes first and those that measure last', () => {
  const probes = [
    giving(one, known(1), {}, { time: 'instant', alone: true }),
    giving(two, known(2), {}, { time: 'minutes' }),
    giving(three, known(3), {}, { time: 'instant' }),
  ];
  const order = plan([positive({ one, two, three })], probes).probes.map(({ gathers }) => gathers.kind.id);
  assert.deepEqual(order, ['three', 'two', 'one']);
});

test('plan() begins early what takes longest, among its like', () => {
  const needs = { one, two, three };
  const { probes } = plan(
    [positive(needs)],
    [
      giving(one, known(1), {}, { time: 'seconds' }),
      giving(two, known(1), {}, { time: 'seconds', early: true }),
      giving(three, known(1), {}, { time: 'instant' }),
    ],
  );
  assert.deepEqual(
    probes.map(({ gathers }) => gathers.kind.id),
    ['three', 'two', 'one'],
  );
});

test('gather() turns what the machine refuses and what bytes do not say into blocked facts', async () => {
  for (const error of [
    new HostError('denied', 'Cannot read /x: EACCES'),
    new FormatError('Cannot read x: no magic at 0x0', 0),
  ]) {
    const [dossier] = await gathered([failing(one, error)]);
    const fact = dossier?.facts['one'];
    assert.equal(fact?.state, 'blocked');
    assert.equal(fact.state === 'blocked' && fact.reason.en, error.message);
  }
});

test('gather() does not take our bugs for the weather', async () => {
  await assert.rejects(gathered([failing(one, new TypeError('oops'))]), TypeError);
});

test('gather() gives a probe whose need is missing the same missing fact', async () => {
  const reason = verbatim('there is none');
  const [dossier] = await gathered([giving(two, known(2), { one }), giving(one, absent(reason))]);
  assert.deepEqual(dossier?.facts['two'], { state: 'absent', reason, sources: [] });
});

test('gather() runs probes that measure alone, after all others', async () => {
  const events: string[] = [];
  const slow = (gathers: Kind<number>, cost: Cost): AnyProbe =>
    probe({
      gathers,
      cost,
      async gather() {
        events.push(`${gathers.id} starts`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        events.push(`${gathers.id} ends`);
        return known(1);
      },
    });
  await gathered([
    slow(one, { time: 'seconds', alone: true }),
    slow(two, { time: 'seconds' }),
    slow(three, { time: 'seconds' }),
  ]);
  assert.deepEqual(events.slice(-2), ['one starts', 'one ends']);
  assert.deepEqual(events.slice(0, 2), ['two starts', 'three starts']);
});

test('gather() never builds for one target twice at the same time, whatever the target is called', async () => {
  let building = 0;
  const most: number[] = [];
  const build = (gathers: Kind<number>, turn: string | string[]): AnyProbe =>
    probe({
      gathers,
      cost: { time: 'seconds', turn },
      async gather() {
        building += 1;
        most.push(building);
        await new Promise((resolve) => setTimeout(resolve, 5));
        building -= 1;
        return known(1);
      },
    });
  // The fake host is linux on x64.
  await gathered([build(one, 'build here'), build(two, ['build linux/amd64', 'build linux/arm64'])]);
  await gathered([build(one, 'build linux/arm64'), build(two, ['build here', 'build linux/arm64'])]);
  assert.equal(Math.max(...most), 1);
  await gathered([build(one, 'build here'), build(two, 'build linux/arm64')]);
  assert.equal(Math.max(...most), 2);
});

test('gather() leaves the network and long work alone unless they were asked for', async () => {
  const network = giving(one, known(1), {}, { time: 'instant', network: ['example.org'] });
  const long = giving(two, known(2), {}, { time: 'minutes', profile: 'full' });
  const [quick] = await gathered([network, long]);
  assert.deepEqual([quick?.facts['one']?.state, quick?.facts['two']?.state], ['blocked', 'blocked']);
  const [full] = await gathered([network, long], { only: [], profile: 'full', online: true });
  assert.deepEqual([full?.facts['one']?.state, full?.facts['two']?.state], ['known', 'known']);
});

test('gather() keeps what it has when interrupted, and says of the rest that it was', async () => {
  const controller = new AbortController();
  const interrupting = probe({
    gathers: one,
    cost: { time: 'instant' },
    gather: () => {
      controller.abort();
      return Promise.resolve(known(1));
    },
  });
  const [dossier] = await gathered(
    [interrupting, giving(two, known(2), { one })],
    INQUIRY,
    fakeHost(),
    controller.signal,
  );
  assert.equal(dossier?.facts['one']?.state, 'known');
  const two_ = dossier?.facts['two'];
  assert.match(two_?.state === 'blocked' ? two_.reason.en : '', /interrupted/);
});

test('gather() files redacted facts but shows probes the facts as they are', async () => {
  const path = kind<string>({
    id: 'path',
    subject: 'machine',
    title: verbatim('a path'),
    schema: z.string(),
  });
  const length = number('length');
  const home = '/home/gopher/go/bin/go';
  const probes: AnyProbe[] = [
    probe({ gathers: path, cost: { time: 'instant' }, gather: () => Promise.resolve(known(home)) }),
    probe({
      gathers: length,
      needs: { path },
      cost: { time: 'instant' },
      gather: (_, shown) => Promise.resolve(known(shown.path.length)),
    }),
  ];
  const [dossier] = await gathered(probes);
  assert.deepEqual(dossier?.facts['path'], { state: 'known', value: '~/go/bin/go', sources: [] });
  assert.deepEqual(dossier?.facts['length'], { state: 'known', value: home.length, sources: [] });
});

test('judge() finds a claim not applicable where there is nothing to know', async () => {
  const reason = verbatim('there is none');
  const dossiers = await gathered([giving(one, absent(reason)), failing(two, new HostError('denied', 'no'))]);
  const verdict = judge(positive({ one, two }), dossiers);
  assert.deepEqual([verdict.outcome, verdict.because], ['not-applicable', reason]);
});

test('judge() cannot say where nobody looked', () => {
  const verdict = judge(positive({ one }), []);
  assert.deepEqual(
    [verdict.outcome, verdict.because.en],
    ['inconclusive', 'No probe gathered the number one'],
  );
});

test('judge() shows a wish that could not be had as undefined, and warns', async () => {
  const dossiers = await gathered([
    giving(one, known(1)),
    failing(two, new HostError('denied', 'Cannot read /two: EACCES')),
  ]);
  const verdict = judge(positive({ one, two: wish(two) }), dossiers);
  assert.equal(verdict.outcome, 'confirmed');
  assert.match(verdict.warnings[0]?.en ?? '', /^Without the number two: Cannot read \/two/);
});

test('judge() does not show a claim a value that is not of its kind', () => {
  const title = verbatim('machine');
  const facts = { one: { state: 'known' as const, value: '<script>', sources: [] } };
  const verdict = judge(positive({ one }), [{ subject: { name: 'machine', kind: 'machine', title }, facts }]);
  assert.equal(verdict.outcome, 'inconclusive');
});

test('of() keeps facts about different subjects apart', () => {
  const size = kind<number>({ id: 'size', subject: 'binary', title: verbatim('size'), schema: z.number() });
  assert.notEqual(needId(of(size, 'a')), needId(of(size, 'b')));
});
