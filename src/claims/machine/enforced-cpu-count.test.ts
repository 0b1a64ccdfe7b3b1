import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimTable } from '../../../test/claim-table.ts';
import { enforcedCpuCount } from './enforced-cpu-count.ts';

const affinity = [0, 1, 2, 3, 4, 5, 6, 7];
const leaf = (quotaCpus?: number) => ({
  path: '/sys/fs/cgroup/pod/app',
  version: 2 as const,
  ...(quotaCpus !== undefined && { quotaCpus }),
});
const parent = (quotaCpus: number) => ({ path: '/sys/fs/cgroup/pod', version: 2 as const, up: 1, quotaCpus });
const allowance = (...levels: (ReturnType<typeof leaf> | ReturnType<typeof parent>)[]) => ({
  affinity,
  levels,
});
const count = (gomaxprocs: number, environment?: string) => ({
  numCPU: 8,
  gomaxprocs,
  ...(environment !== undefined && { environment }),
});

claimTable(enforcedCpuCount, [
  {
    when: 'when there is no limit',
    outcome: 'confirmed',
    evidence: { allowance: allowance(leaf()), count: count(8), topology: undefined },
  },
  {
    when: 'when Go follows the quota of its group',
    outcome: 'confirmed',
    evidence: { allowance: allowance(leaf(2.5)), count: count(3), topology: undefined },
  },
  {
    when: 'when a quota of 250m meets the floor of Go',
    outcome: 'confirmed',
    evidence: { allowance: allowance(leaf(0.25)), count: count(2), topology: undefined },
  },
  {
    when: 'when an ancestor is tighter than the group (golang/go#81180)',
    outcome: 'refuted',
    evidence: { allowance: allowance(leaf(8), parent(2)), count: count(8), topology: undefined },
    saying: 'the kernel allows 2 (the quota of an ancestor, /sys/fs/cgroup/pod)',
  },
  {
    when: 'when only an ancestor has a quota of 500m, which is not what Go’s floor is for',
    outcome: 'refuted',
    evidence: { allowance: allowance(leaf(), parent(0.5)), count: count(2), topology: undefined },
    saying: 'the kernel allows 0.5 (the quota of an ancestor, /sys/fs/cgroup/pod)',
  },
  {
    when: 'when group and ancestor both meet the floor of Go',
    outcome: 'confirmed',
    evidence: { allowance: allowance(leaf(0.5), parent(0.25)), count: count(2), topology: undefined },
  },
  {
    when: 'when a CPU set of one is not followed',
    outcome: 'refuted',
    evidence: {
      allowance: { affinity, levels: [{ ...leaf(), setCpus: 1 }] },
      count: count(2),
      topology: undefined,
    },
  },
  {
    when: 'when GOMAXPROCS=2 is set under a quota of 250m, which is not Go’s own floor',
    outcome: 'refuted',
    evidence: { allowance: allowance(leaf(0.25)), count: count(2, '2'), topology: undefined },
    saying: 'the kernel allows 0.25',
  },
  {
    when: 'when Go follows a CPU set that is smaller than the affinity it was read with',
    outcome: 'confirmed',
    evidence: {
      allowance: { affinity, levels: [{ ...leaf(), setCpus: 4 }] },
      count: count(4),
      topology: undefined,
    },
    saying: 'the CPU set of /sys/fs/cgroup/pod/app',
  },
  {
    when: 'when Go knows nothing of quotas, as before 1.25',
    outcome: 'refuted',
    evidence: { allowance: allowance(leaf(2)), count: count(8), topology: undefined },
  },
  {
    when: 'when GOMAXPROCS is set too low',
    outcome: 'refuted',
    evidence: { allowance: allowance(leaf()), count: count(1, '1'), topology: undefined },
    saying: 'GOMAXPROCS=1 is set',
  },
  {
    when: 'when nothing could be read',
    outcome: 'inconclusive',
    evidence: { allowance: { affinity: [], levels: [] }, count: count(8), topology: undefined },
  },
]);

const CONTAINER = {
  allowance: {
    affinity,
    levels: [{ ...leaf(0.5), periods: 900, throttledPeriods: 41 }],
    ancestorsHidden: true,
  },
  count: count(2),
  topology: undefined,
};

test('enforced-cpu-count warns of Go’s floor, of throttling, and of ancestors that cannot be seen', () => {
  const { warnings } = enforcedCpuCount.judge(CONTAINER);
  assert.deepEqual(
    warnings.map(({ en }) => /GOMAXPROCS=1|throttled in 41 periods|cannot be seen/.exec(en)?.[0]),
    ['GOMAXPROCS=1', 'throttled in 41 periods', 'cannot be seen'],
  );
});

test('enforced-cpu-count mends with the number that the kernel enforces, or by unsetting what was set', () => {
  const tight = allowance(leaf(8), parent(2));
  const mend = (gomaxprocs: number, environment?: string) =>
    enforcedCpuCount.judge({ allowance: tight, count: count(gomaxprocs, environment), topology: undefined })
      .mend?.command;
  assert.equal(mend(8), 'export GOMAXPROCS=2');
  assert.equal(mend(8, '8'), 'unset GOMAXPROCS');
});
