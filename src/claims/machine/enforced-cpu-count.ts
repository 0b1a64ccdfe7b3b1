/**
 * How many CPUs Go uses, against how many the kernel lets it use.
 *
 * Since 1.25 the runtime reads the CPU quota on Linux, but of the leaf control group only
 * (golang/go#81180); the kernel enforces the tightest limit of all ancestors. Go's number is not
 * worked out here: a program of the user's Go printed it.
 *
 * @module
 */

import {
  cpuAllowance,
  tightestLimit,
  type CpuAllowance,
  type Limit,
} from '../../evidence/machine/cpu-allowance.ts';
import { cpuTopology } from '../../evidence/machine/cpu-topology.ts';
import { goCpuCount } from '../../evidence/runtime/go-cpu-count.ts';
import { claim } from '../../model/claim.ts';
import { table, type Figure } from '../../model/figure.ts';
import { wish } from '../../model/kind.ts';
import type { Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted, type Mend } from '../../model/verdict.ts';

/** The runtime never goes below 2 for a quota's sake (runtime/cgroup_linux.go, golang/go#73193). */
const GO_FLOOR = 2;

export const enforcedCpuCount = claim({
  id: 'enforced-cpu-count',
  subject: 'machine',
  answers: [],
  statement: {
    en: 'Go uses as many CPUs as the kernel lets it use.',
    zh: 'Go 使用的 CPU 数与内核允许的一致。',
  },
  method: {
    en: 'Reads affinity, CPU quota and CPU set at every ancestor of this process’s control group, takes the tightest, rounded up, and compares it with GOMAXPROCS of a program built by the Go under test. Go’s own least for a quota, 2, is let pass with a warning.',
    zh: '读取本进程控制组各级祖先的亲和性、CPU 配额与 CPU 集，取最严者并向上取整，与被测 Go 所构建程序的 GOMAXPROCS 比较。Go 对配额自设的下限 2 予以放行，但给出警告。',
  },
  wouldChange: {
    en: 'A quota or CPU set, at whatever level, that is smaller than GOMAXPROCS, or a GOMAXPROCS below what is allowed.',
    zh: '任一级的配额或 CPU 集小于 GOMAXPROCS，或 GOMAXPROCS 低于允许值。',
  },
  needs: { allowance: cpuAllowance, count: goCpuCount, topology: wish(cpuTopology) },

  judge({ allowance, count: { gomaxprocs, numCPU, environment }, topology }) {
    const tightest = tightestLimit(allowance);
    if (!tightest) {
      return inconclusive({
        en: 'Neither affinity nor a control group could be read',
        zh: '亲和性与控制组均无法读取',
      });
    }
    const wanted = Math.max(1, Math.ceil(tightest.cpus));
    const limit = limitWords(tightest);
    const said = {
      en: `Go uses ${gomaxprocs} of ${numCPU} CPUs and the kernel allows ${tightest.cpus} (${limit.en})`,
      zh: `Go 使用 ${numCPU} 个 CPU 中的 ${gomaxprocs} 个，内核允许 ${tightest.cpus} 个（${limit.zh}）`,
    };
    const online = topology ? [{ label: { en: 'online', zh: '在线' }, value: topology.online }] : [];
    const figures: Figure[] = [
      {
        type: 'bars',
        title: { en: 'CPUs: there, allowed, used', zh: 'CPU：现有、允许、使用' },
        unit: { en: 'CPUs', zh: '个' },
        bars: [
          ...online,
          { label: { en: 'affinity', zh: '亲和性' }, value: allowance.affinity.length },
          { label: { en: 'tightest limit', zh: '最严限制' }, value: tightest.cpus },
          { label: { en: 'GOMAXPROCS', zh: 'GOMAXPROCS' }, value: gomaxprocs },
        ],
      },
      levelFigure(allowance),
    ];
    const isFloor = gomaxprocs === GO_FLOOR && environment === undefined && meetsFloor(allowance, tightest);
    const warnings = doubts(allowance, isFloor);
    if (gomaxprocs === wanted || isFloor) return confirmed(said, { figures, warnings });
    const setBy =
      environment === undefined
        ? { en: '', zh: '' }
        : {
            en: `; GOMAXPROCS=${environment} is set in the environment`,
            zh: `；环境变量设有 GOMAXPROCS=${environment}`,
          };
    const because = { en: said.en + setBy.en, zh: said.zh + setBy.zh };
    return refuted(because, { figures, warnings, mend: remedy(wanted, environment) });
  },
});

/** Only the quota that Go reads, its own group's, is rounded up to the floor: not an ancestor's, nor a set. */
function meetsFloor({ levels }: CpuAllowance, { by }: Limit): boolean {
  return (
    by === 'quota' &&
    levels.some(({ up = 0, quotaCpus }) => up === 0 && Math.ceil(quotaCpus ?? GO_FLOOR) < GO_FLOOR)
  );
}

function limitWords({ by, level }: Limit): Text {
  if (by === 'affinity' || level === undefined) return { en: 'affinity', zh: '亲和性' };
  const { path, up } = level;
  const whose = up !== undefined && up > 0 ? { en: 'of an ancestor, ', zh: '祖先 ' } : { en: 'of ', zh: '' };
  return by === 'quota'
    ? { en: `the quota ${whose.en}${path}`, zh: `${whose.zh}${path} 的配额` }
    : { en: `the CPU set ${whose.en}${path}`, zh: `${whose.zh}${path} 的 CPU 集` };
}

function doubts({ levels, ancestorsHidden }: CpuAllowance, isFloor: boolean): Text[] {
  const throttled = Math.max(0, ...levels.map(({ throttledPeriods = 0 }) => throttledPeriods));
  return [
    ...(isFloor
      ? [
          {
            en: `Go does not go below ${GO_FLOOR} for a quota’s sake; set GOMAXPROCS=1 if being throttled matters`,
            zh: `Go 不会因配额而低于 ${GO_FLOOR}；若在意限流，请设置 GOMAXPROCS=1`,
          },
        ]
      : []),
    ...(throttled > 0
      ? [
          {
            en: `The control group or an ancestor was throttled in ${throttled} periods so far`,
            zh: `该控制组或其祖先至今已在 ${throttled} 个周期内被限流`,
          },
        ]
      : []),
    ...(ancestorsHidden === true
      ? [
          {
            en: 'Control groups above this container cannot be seen from inside, and may be tighter',
            zh: '从容器内部看不到更上级的控制组，其限制可能更严',
          },
        ]
      : []),
  ];
}

function levelFigure({ levels }: CpuAllowance): Figure {
  const none = { en: 'none', zh: '无' };
  return table(
    { en: 'Limits of every control group, leaf first', zh: '各级控制组的限制（由叶到根）' },
    [
      { en: 'control group', zh: '控制组' },
      { en: 'quota, CPUs', zh: '配额（CPU）' },
      { en: 'CPU set', zh: 'CPU 集' },
      { en: 'throttled periods', zh: '被限流周期' },
    ],
    levels.map(({ path, quotaCpus, setCpus, periods, throttledPeriods }) => [
      path,
      quotaCpus ?? none,
      setCpus ?? none,
      throttledPeriods === undefined ? '–' : `${throttledPeriods}/${periods ?? '?'}`,
    ]),
  );
}

function remedy(wanted: number, environment: string | undefined): Mend {
  return environment === undefined
    ? {
        text: { en: 'Tell Go what the kernel enforces', zh: '将内核的限制告知 Go' },
        command: `export GOMAXPROCS=${wanted}`,
      }
    : { text: { en: 'Let Go work it out', zh: '让 Go 自行确定' }, command: 'unset GOMAXPROCS' };
}
