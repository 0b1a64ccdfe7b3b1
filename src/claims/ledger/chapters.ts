/**
 * The chapters of the paper, in their order, with what each is about. Chapter 0 is ours: checks
 * of the machine and its Go that the paper takes for granted.
 *
 * @module
 */

import type { Text } from '../../model/text.ts';

export interface ChapterHeading {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
}

export const CHAPTERS: readonly ChapterHeading[] = [
  {
    id: '0',
    title: { en: 'This machine and its Go', zh: '本机与本机的 Go' },
    about: {
      en: 'What the paper takes for granted: that the process, the processor and the Go command are what they say they are.',
      zh: '白皮书默认成立的前提：进程、处理器与 go 命令确如其所称。',
    },
  },
  {
    id: '1',
    title: { en: 'Installing and checking a native Go', zh: '第一章 安装并验证原生 Go' },
    about: {
      en: 'How to put a native Go in place on Apple silicon, how to tell that it is native, and what translation is said to cost.',
      zh: '如何在 Apple Silicon 上安装原生 Go、如何确认其为原生，以及转译据称的代价。',
    },
  },
  {
    id: '2',
    title: { en: 'Runtime, machine code and linking', zh: '第二章 运行时、机器码与链接' },
    about: {
      en: 'What the compiler and the runtime are said to do on ARM64: calling convention, vector instructions, metrics, cross-building, cgo linking, memory model.',
      zh: '编译器与运行时在 ARM64 上据称的行为：调用约定、向量指令、指标、交叉构建、cgo 链接与内存模型。',
    },
  },
  {
    id: '3',
    title: {
      en: 'Installation channels, modules and proof of nativeness',
      zh: '第三章 安装渠道、模块配置与原生性证明',
    },
    about: {
      en: 'Whether three ways of installing Go can be verified, which module settings are safe, and how to prove what a binary is.',
      zh: '三种安装渠道能否校验、哪些模块配置安全，以及如何证明二进制文件的真实架构。',
    },
  },
  {
    id: '4',
    title: { en: 'Performance in practice', zh: '第四章 性能实践' },
    about: {
      en: 'HTTP load, garbage collection under two frameworks, database drivers and first builds, each with the figures the paper prints.',
      zh: 'HTTP 压测、两种框架下的垃圾回收、数据库驱动与首次构建，以及白皮书给出的各项数字。',
    },
  },
  {
    id: '5',
    title: { en: 'A platform in operation', zh: '第五章 运行中的平台' },
    about: {
      en: 'Objectives, self-healing, policies, sampling and repairs of an operated platform, as promised and as they can be tested.',
      zh: '一个在运平台的目标、自愈、策略、采样与修复：其承诺，以及可检验之处。',
    },
  },
];
