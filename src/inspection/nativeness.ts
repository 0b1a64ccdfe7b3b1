/**
 * Native or not: what the independent witnesses say about the architecture of a slice, and what
 * follows when they agree or contradict each other. No witness is believed alone: metadata can be
 * written over, and code can be carried as data.
 *
 * @module
 */

import type { BinaryIdentity, BinarySlice } from '../evidence/binary/binary-identity.ts';
import type { SliceCode } from '../evidence/binary/machine-code.ts';
import type { Nativeness, Witness } from '../model/inspection.ts';
import { verbatim, type Text } from '../model/text.ts';
import { WITNESS_NAMES } from '../model/witness-names.ts';
import { undecodedShare } from './code-architecture.ts';
import { witnessesOf } from './witnesses.ts';

/** Design rule: an architecture verdict needs at least three independent witnesses that agree. */
const FEWEST_WITNESSES = 3;

export function sliceNativeness(
  identity: BinaryIdentity,
  slice: BinarySlice,
  code: SliceCode | undefined,
): Nativeness {
  const witnesses = witnessesOf(identity, slice, code);
  const damage = damageOf(slice);
  if (damage) return { verdict: 'unreadable', because: damage, witnesses };
  const speaking = witnesses.filter(({ speaksFor }) => speaksFor !== 'silent');
  const arm64 = speaking.filter(({ speaksFor }) => speaksFor === 'arm64');
  const other = speaking.filter(({ speaksFor }) => speaksFor === 'other');
  if (arm64.length > 0 && other.length > 0)
    return { verdict: 'misrepresented', because: contradiction(arm64, other), witnesses };
  const differing = differingNames(witnesses);
  if (differing) return { verdict: 'misrepresented', because: differing, witnesses };
  if (arm64.length === 0)
    return {
      verdict: 'not-arm64',
      because: {
        en: `${namesOf(other).en} say ${slice.architecture}`,
        zh: `${namesOf(other).zh}均为 ${slice.architecture}`,
      },
      witnesses,
    };
  const byCode = arm64.some(({ name }) => name === 'code' || name === 'entry point');
  if (!byCode || arm64.length < FEWEST_WITNESSES)
    return {
      verdict: 'unreadable',
      because: {
        en: `its header says arm64, but only ${arm64.length} of ${FEWEST_WITNESSES} witnesses could be heard: ${noCodeReason(code).en}`,
        zh: `文件头为 arm64，但所需 ${FEWEST_WITNESSES} 个见证中仅有 ${arm64.length} 个：${noCodeReason(code).zh}`,
      },
      witnesses,
    };
  return {
    verdict: 'native-arm64',
    because: { en: `${namesOf(arm64).en} agree on arm64`, zh: `${namesOf(arm64).zh}一致为 arm64` },
    witnesses,
  };
}

/** Of the file as a whole, from its slices; they carry their own witnesses. */
export function fileNativeness(
  slices: readonly { readonly arch: string; readonly native: Nativeness }[],
): Nativeness {
  const verdicts = slices.map(({ native }) => native.verdict);
  const worst = (['misrepresented', 'unreadable'] as const).find((one) => verdicts.includes(one));
  const [only] = slices;
  if (only && slices.length === 1) return { ...only.native, witnesses: [] };
  const named = (verdict: string): string =>
    slices
      .filter(({ native }) => native.verdict === verdict)
      .map(({ arch }) => arch)
      .join(', ');
  if (worst) {
    const first = slices.find(({ native }) => native.verdict === worst);
    const because = first?.native.because ?? verbatim('');
    return {
      verdict: worst,
      because: {
        en: `slice ${first?.arch ?? ''}: ${because.en}`,
        zh: `切片 ${first?.arch ?? ''}：${because.zh}`,
      },
      witnesses: [],
    };
  }
  if (verdicts.every((one) => one === 'native-arm64'))
    return { verdict: 'native-arm64', because: all('arm64'), witnesses: [] };
  if (verdicts.every((one) => one === 'not-arm64'))
    return { verdict: 'not-arm64', because: all(named('not-arm64')), witnesses: [] };
  return {
    verdict: 'mixed',
    because: {
      en: `arm64 beside ${named('not-arm64')}, each what it says it is`,
      zh: `arm64 与 ${named('not-arm64')} 并存，各切片均名实相符`,
    },
    witnesses: [],
  };
}

function all(names: string): Text {
  return { en: `every slice: ${names}`, zh: `所有切片：${names}` };
}

/** Two names of architectures other than arm64 that differ: amd64 in the header, 386 in GOARCH. */
function differingNames(witnesses: readonly Witness[]): Text | undefined {
  const named = witnesses.filter(
    ({ name, speaksFor, says }) =>
      speaksFor === 'other' &&
      ['header', 'slice table', 'build information'].includes(name) &&
      !says.includes('='),
  );
  const [one, ...rest] = named;
  const other = rest.find(({ says }) => one !== undefined && says !== one.says);
  return one && other && contradiction([one], [other]);
}

function contradiction(ones: readonly Witness[], others: readonly Witness[]): Text {
  const say = (list: readonly Witness[], language: 'en' | 'zh'): string =>
    list
      .map(({ name, says }) => (language === 'en' ? `${name} ${says}` : `${WITNESS_NAMES[name].zh} ${says}`))
      .join(language === 'en' ? ', ' : '、');
  return {
    en: `witnesses contradict each other: ${say(ones, 'en')}; but ${say(others, 'en')}`,
    zh: `见证相互矛盾：${say(ones, 'zh')}；而 ${say(others, 'zh')}`,
  };
}

function namesOf(witnesses: readonly Witness[]): Text {
  const names = [...new Set(witnesses.map(({ name }) => name))];
  return {
    en: names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? ''),
    zh: names.map((name) => WITNESS_NAMES[name].zh).join('、'),
  };
}

function noCodeReason(code: SliceCode | undefined): Text {
  if (code === undefined || code.words === 0) return { en: 'it holds no machine code', zh: '其中没有机器码' };
  return {
    en: `${(undecodedShare(code) * 100).toFixed(0)} % of its ${code.words} words do not decode`,
    zh: `其 ${code.words} 个字中 ${(undecodedShare(code) * 100).toFixed(0)} % 无法解码`,
  };
}

/** What no loader would map: a segment that the file ends before. */
function damageOf({ sizeBytes, elf, macho }: BinarySlice): Text | undefined {
  const parts = [
    ...(elf?.loads ?? []).map(({ offset, fileSizeBytes }) => ({ offset, size: fileSizeBytes })),
    ...(macho?.segments ?? []).map(({ offset, sizeBytes: size }) => ({ offset, size })),
  ];
  const beyond = parts.find(({ offset, size }) => size > 0 && offset + size > sizeBytes);
  if (!beyond) return undefined;
  return {
    en: `it is cut short: a segment ends at ${(beyond.offset + beyond.size).toLocaleString('en')}, the file at ${sizeBytes.toLocaleString('en')} bytes`,
    zh: `文件被截断：有段止于 ${(beyond.offset + beyond.size).toLocaleString('en')} 字节，而文件只有 ${sizeBytes.toLocaleString('en')} 字节`,
  };
}
