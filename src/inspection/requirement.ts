/**
 * What `goassay inspect --require` asks of a file: a list of conditions, each met, not met or not
 * known, with the reason. A file that holds several slices meets a condition if every slice does.
 *
 * @module
 */

// Not by arm64/index.ts: every command's table is made with it, and decoding takes fifty modules.
import { MACHINES } from '../arm64/machines.ts';
import type { InspectedSlice, Inspection } from '../model/inspection.ts';
import type { Text } from '../model/text.ts';

type Answer = 'met' | 'unmet' | 'unknown';

interface Reply {
  readonly answer: Answer;
  readonly because: Text;
}

export interface Requirement {
  /** As the user wrote it. */
  readonly text: string;
  readonly judge: (inspection: Inspection) => Reply;
}

/** The words that a requirement may begin with, with an example of each; help prints them. */
export const REQUIREMENTS: readonly (readonly [example: string, meaning: Text])[] = [
  [
    'native-arm64',
    { en: 'every slice is arm64 code and nothing contradicts it', zh: '每个切片均为 arm64 代码，且无矛盾' },
  ],
  ['cpu<=v8.2', { en: 'it needs no newer architecture level', zh: '所需架构级别不高于此' }],
  ['machine=graviton2', { en: 'it starts on that machine of the table', zh: '可在表中该机型上启动' }],
  [
    'atomics=guarded',
    { en: 'LSE atomics have a fallback, or there are none', zh: 'LSE 原子指令有后备，或不含' },
  ],
  ['glibc<=2.28', { en: 'it starts with that glibc', zh: '可在该 glibc 版本上启动' }],
  ['pages=65536', { en: 'it loads with pages of that size', zh: '可在该页大小下加载' }],
  ['macos<=13.0', { en: 'it asks for no newer macOS', zh: '所需 macOS 不高于此' }],
  ['signed', { en: 'every slice has a valid code signature', zh: '每个切片均有有效的代码签名' }],
];

/** The condition does not exist or makes no sense; the door turns it into a usage error. */
export class RequirementError extends Error {
  override readonly name = 'RequirementError';
}

/** `list` is comma-separated. Throws RequirementError. */
export function parseRequirements(list: string): Requirement[] {
  return list
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(parse);
}

function parse(text: string): Requirement {
  const [, word = '', operator = '', value = ''] = /^([a-z0-9-]+)\s*(<=|=)?\s*(.*)$/.exec(text) ?? [];
  const judge = judgeFor(`${word}${operator}`, value, text);
  return {
    text,
    judge: (inspection) =>
      inspection.native.verdict === 'unreadable'
        ? { answer: 'unmet', because: inspection.native.because }
        : judge(inspection),
  };
}

function judgeFor(word: string, value: string, text: string): Requirement['judge'] {
  switch (word) {
    case 'native-arm64':
      return ({ native }) => ({
        answer: native.verdict === 'native-arm64' ? 'met' : 'unmet',
        because: native.because,
      });
    case 'cpu<=':
      return everySlice(cpu(cpuLimit(value, text)));
    case 'machine=':
      return everySlice(machine(value, text));
    case 'atomics=':
      if (value !== 'guarded')
        throw new RequirementError(`Cannot use "${text}": only atomics=guarded is known`);
      return everySlice(({ atomics }) =>
        atomics === undefined
          ? NOT_ARM64
          : {
              answer: atomics === 'lse-only' ? 'unmet' : 'met',
              because: { en: `its LSE atomics: ${atomics}`, zh: `其 LSE 原子指令：${atomics}` },
            },
      );
    case 'glibc<=':
      return everySlice(glibc(version(value, text)));
    case 'pages=':
      return everySlice(pages(pageSize(value, text)));
    case 'macos<=':
      return everySlice(macos(version(value, text)));
    case 'signed':
      return everySlice(({ signature }) => {
        if (signature === undefined)
          return { answer: 'unmet', because: { en: 'the format carries none', zh: '该格式不带代码签名' } };
        return { answer: signature.state === 'valid' ? 'met' : 'unmet', because: signature.because };
      });
    default:
      throw new RequirementError(
        `Cannot use "${text}" as a requirement: known are ${REQUIREMENTS.map(([example]) => example).join(', ')}`,
      );
  }
}

type SliceJudge = (slice: InspectedSlice) => Reply;

/** The worst answer of all slices, with its reason. */
function everySlice(judge: SliceJudge): Requirement['judge'] {
  return ({ slices }) => {
    const replies = slices.map((slice) => ({ arch: slice.arch, ...judge(slice) }));
    const worst =
      replies.find(({ answer }) => answer === 'unmet') ??
      replies.find(({ answer }) => answer === 'unknown') ??
      replies[0];
    if (!worst)
      return { answer: 'unknown', because: { en: 'nothing in it could be read', zh: '其中无可读内容' } };
    const { arch, answer, because } = worst;
    return slices.length === 1
      ? { answer, because }
      : { answer, because: { en: `${arch}: ${because.en}`, zh: `${arch}：${because.zh}` } };
  };
}

const NOT_ARM64: Reply = {
  answer: 'unmet',
  because: { en: 'it holds no arm64 code to say it of', zh: '其中没有可据以判断的 arm64 代码' },
};

/** `cpu<=v8.2` allows what every Armv8.2 CPU has; `cpu<=v8.2+aes+sha2` these optional features as well. */
function cpu({ level: most, features: allowed }: CpuLimit): SliceJudge {
  return ({ cpuFloor }) => {
    if (cpuFloor === undefined) return NOT_ARM64;
    const { level: floor, features, at } = cpuFloor;
    const lacking = features.filter((feature) => !allowed.includes(feature));
    const isMet = levelCovers(most, numbers(floor)) && lacking.length === 0;
    const decisive = at.find(({ feature }) => lacking.includes(feature)) ?? at[0];
    const where = decisive
      ? ` (${decisive.feature}${decisive.function === undefined ? '' : ` in ${decisive.function}`} at 0x${decisive.address.toString(16)})`
      : '';
    const beyond = features.length > 0 ? ` + ${features.join(', ')}` : '';
    return {
      answer: isMet ? 'met' : 'unmet',
      because: { en: `it needs ${floor}${beyond}${where}`, zh: `它需要 ${floor}${beyond}${where}` },
    };
  };
}

/** v9.N has all that v8.(N+5) has, so every v8.M with M ≤ N+5 is covered by v9.N. */
function levelCovers(
  [mostMajor = 8, mostMinor = 0]: readonly number[],
  [major = 8, minor = 0]: readonly number[],
): boolean {
  if (mostMajor === major) return minor <= mostMinor;
  return mostMajor === 9 && major === 8 && minor <= mostMinor + 5;
}

function machine(value: string, text: string): SliceJudge {
  const plain = (words: string): string => words.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const wanted = MACHINES.find(({ id, name }) => [id, name].some((words) => plain(words) === plain(value)));
  if (!wanted) {
    const known = MACHINES.map(({ id }) => id).join(', ');
    throw new RequirementError(`Cannot use "${text}": the machines of the table are ${known}`);
  }
  return ({ cpuFloor }) => {
    const found = cpuFloor?.machines.find(({ id }) => id === wanted.id);
    if (!found) return NOT_ARM64;
    return {
      answer: found.starts ? 'met' : 'unmet',
      because: found.starts
        ? { en: `${found.name} has all it needs`, zh: `${found.name} 具备其所需` }
        : {
            en: `${found.name} lacks ${found.lacks.join(', ')}`,
            zh: `${found.name} 缺少 ${found.lacks.join('、')}`,
          },
    };
  };
}

function glibc(most: readonly number[]): SliceJudge {
  return ({ libc }) => {
    if (libc === undefined)
      return { answer: 'unmet', because: { en: 'it is no Linux program', zh: '它不是 Linux 程序' } };
    if (libc.kind === 'none') return { answer: 'met', because: libc.because };
    if (libc.kind !== 'glibc')
      return {
        answer: libc.kind === 'unknown' ? 'unknown' : 'unmet',
        because: libc.because,
      };
    return {
      answer: libc.floor === undefined || atMost(numbers(libc.floor), most) ? 'met' : 'unmet',
      because: libc.because,
    };
  };
}

function pages(size: number): SliceJudge {
  return ({ pageSizes }) => ({
    answer: pageSizes.includes(size) ? 'met' : 'unmet',
    because: {
      en: `it loads with pages of ${pageSizes.join(', ') || 'no size'}`,
      zh: `可加载的页大小：${pageSizes.join('、') || '无'}`,
    },
  });
}

function macos(most: readonly number[]): SliceJudge {
  return ({ macos: asked }) => {
    if (asked === undefined)
      return { answer: 'unmet', because: { en: 'it is no macOS program', zh: '它不是 macOS 程序' } };
    if (asked.minimum === undefined)
      return { answer: 'unknown', because: { en: 'it names no minimum macOS', zh: '它未写明最低 macOS' } };
    return {
      answer: atMost(numbers(asked.minimum), most) ? 'met' : 'unmet',
      because: { en: `its minimum is macOS ${asked.minimum}`, zh: `其最低要求为 macOS ${asked.minimum}` },
    };
  };
}

interface CpuLimit {
  readonly level: readonly number[];
  readonly features: readonly string[];
}

/** What GOARM64 calls crypto, in the names of the features. */
const CRYPTO = ['aes', 'pmull', 'sha1', 'sha2'];

function cpuLimit(value: string, text: string): CpuLimit {
  const [, level, optional = ''] = /^v?([89]\.\d)((?:\+[a-z0-9-]+)*)$/.exec(value) ?? [];
  if (level === undefined)
    throw new RequirementError(`Cannot use "${text}": give a level such as v8.2, or v8.2+crypto`);
  const features = optional.split('+').flatMap((name) => (name === 'crypto' ? CRYPTO : name));
  return { level: numbers(level), features };
}

function version(value: string, text: string): readonly number[] {
  if (!/^\d+(\.\d+){0,2}$/.test(value))
    throw new RequirementError(`Cannot use "${text}": give a version such as 2.28`);
  return numbers(value);
}

function pageSize(value: string, text: string): number {
  const [, count = '', unit = ''] = /^(\d+)\s*(k|K|KiB)?$/.exec(value) ?? [];
  const size = Number(count) * (unit === '' ? 1 : 1024);
  if (![4096, 16_384, 65_536].includes(size))
    throw new RequirementError(
      `Cannot use "${text}": Linux on arm64 has pages of 4096, 16384 or 65536 bytes`,
    );
  return size;
}

function numbers(words: string): readonly number[] {
  return words.replace(/^v/, '').split('.').map(Number);
}

function atMost(one: readonly number[], other: readonly number[]): boolean {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return true;
}
