/**
 * The experiments by name, for `goassay bench list` and `goassay bench run NAME`. One is a name, what
 * it asks, and the claims that answer; their needs say which probes run.
 *
 * @module
 */

import type { Text } from '../model/text.ts';

export interface NamedExperiment {
  readonly name: string;
  readonly asks: Text;
  /** Claim ids. */
  readonly claims: readonly string[];
}

export const NAMED_EXPERIMENTS: readonly NamedExperiment[] = [
  {
    name: 'noise-floor',
    asks: {
      en: 'How small a difference can be seen on this machine?',
      zh: '在本机上能分辨多小的差异？',
    },
    claims: ['five-percent-resolution'],
  },
  {
    name: 'levels',
    asks: {
      en: 'Where does noise come from: builds, processes or iterations? How often to repeat each?',
      zh: '噪声来自构建、进程还是迭代？各应重复多少次？',
    },
    claims: ['levels-from-pilot'],
  },
  {
    name: 'start',
    asks: {
      en: 'Does a translated hello start more slowly than a native one?',
      zh: '转译的 hello 是否启动更慢？',
    },
    claims: ['native-start-latency', 'slower-first-start', 'just-in-time-rosetta'],
  },
  {
    name: 'memory',
    asks: {
      en: 'Does a translated program need more memory?',
      zh: '转译的程序是否需要更多内存？',
    },
    claims: ['native-peak-memory'],
  },
  {
    name: 'workload',
    asks: {
      en: 'How much slower is work of seven sorts translated?',
      zh: '七类负载在转译下慢多少？',
    },
    claims: ['native-workload-speed', 'native-json-iterator'],
  },
  {
    name: 'toolchain',
    asks: {
      en: 'How much slower builds a translated toolchain, and does it build the same?',
      zh: '转译的工具链构建慢多少，产物是否相同？',
    },
    claims: ['native-toolchain-speed', 'native-toolchain-memory', 'native-and-translated-build-chain'],
  },
  {
    name: 'targets',
    asks: {
      en: 'Does building for amd64 take longer than for arm64?',
      zh: '为 amd64 构建是否比为 arm64 更久？',
    },
    claims: ['slower-amd64-builds'],
  },
  {
    name: 'links',
    asks: {
      en: 'Does linking take as long for both targets?',
      zh: '两个目标的链接耗时是否相同？',
    },
    claims: ['equal-stripped-links'],
  },
  {
    name: 'scheduler',
    asks: {
      en: 'What do Gosched, a channel, compare-and-swap, a mutex and procresize cost here?',
      zh: 'Gosched、通道、比较并交换、互斥锁与 procresize 在本机的代价如何？',
    },
    claims: [
      'gosched-latency',
      'channel-latency',
      'compare-and-swap-latency',
      'mutex-tail-spread',
      'cross-cluster-mutex-tail',
      'even-core-latency',
      'apple-status-updates',
      'apple-scheduling-latency',
      'procresize-bottleneck',
    ],
  },
  {
    name: 'tls',
    asks: {
      en: 'Does Go 1.18 send bytes over TLS in less time than Go 1.17?',
      zh: 'Go 1.18 的 TLS 传输是否比 Go 1.17 更快？',
    },
    claims: ['quicker-tls-in-1-18'],
  },
  {
    name: 'memory-order',
    asks: {
      en: 'Which reorderings of memory does this machine show?',
      zh: '本机会出现哪些内存访问乱序？',
    },
    claims: ['weak-memory-order', 'total-store-order-variant', 'ordered-atomics'],
  },
  {
    name: 'translated',
    asks: {
      en: 'Do timings alone tell a translated process from a native one?',
      zh: '仅凭计时能否区分转译与原生的进程？',
    },
    claims: ['translation-by-timing'],
  },
  {
    name: 'gc-meters',
    asks: {
      en: 'Do gctrace, runtime/metrics, MemStats and the execution trace tell the same of each collection?',
      zh: 'gctrace、runtime/metrics、MemStats 与执行跟踪对每次回收的记录是否一致？',
    },
    claims: ['reconciled-gc-meters'],
  },
];
