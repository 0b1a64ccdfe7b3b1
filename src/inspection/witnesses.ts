/**
 * The witnesses to the architecture of a slice, each with what it says and where it stands in the
 * file. They are independent: the header is for the loader, build information is text that the
 * linker wrote, the function table comes from the compiler's back end, and code is code.
 *
 * @module
 */

import type { BinaryIdentity, BinarySlice } from '../evidence/binary/binary-identity.ts';
import { buildSettingOf } from '../evidence/binary/build-setting.ts';
import type { SliceCode } from '../evidence/binary/machine-code.ts';
import { quantumOf } from '../formats/pclntab.ts';
import type { Witness } from '../model/inspection.ts';
import { verbatim } from '../model/text.ts';
import { codeArchitecture, undecodedShare, type CodeArchitecture } from './code-architecture.ts';

export function witnessesOf(
  identity: BinaryIdentity,
  slice: BinarySlice,
  code: SliceCode | undefined,
): Witness[] {
  return [
    header(slice),
    ...sliceTable(identity, slice),
    ...buildInformation(slice),
    ...functionTable(slice),
    ...(code ? codeWitnesses(code) : []),
    ...origin(slice),
  ];
}

/** e_machine lies at 18, cputype at 4; the COFF machine is where the PE header says. */
function header(slice: BinarySlice): Witness {
  const place = slice.elf ? 18 : slice.macho ? 4 : (slice.pe?.machineOffset ?? 0);
  return {
    name: 'header',
    says: slice.architecture,
    speaksFor: sideOf(slice.architecture),
    offset: slice.offset + place,
    detail: {
      en: `the file header’s machine field says ${slice.architecture}`,
      zh: `文件头的机器字段为 ${slice.architecture}`,
    },
  };
}

function sliceTable({ container }: BinaryIdentity, { declared }: BinarySlice): Witness[] {
  if (container !== 'mach-o-fat' || !declared) return [];
  return [
    {
      name: 'slice table',
      says: declared.architecture,
      speaksFor: sideOf(declared.architecture),
      offset: declared.offset,
      detail: {
        en: `the universal file’s table says ${declared.architecture}`,
        zh: `通用文件的切片表为 ${declared.architecture}`,
      },
    },
  ];
}

function buildInformation(slice: BinarySlice): Witness[] {
  const { buildInfo } = slice;
  if (!buildInfo) return [];
  const goarch = buildSettingOf(buildInfo, 'GOARCH');
  const foreign = buildInfo.settings.find(([key]) =>
    /^GO(?:AMD64|386|ARM|MIPS|MIPS64|PPC64|RISCV64|WASM)$/.test(key),
  );
  const arm = buildSettingOf(buildInfo, 'GOARM64');
  const place = { name: 'build information' as const, offset: buildInfo.offset };
  const told: Witness[] = [
    {
      ...place,
      says: goarch ?? 'no GOARCH',
      speaksFor: goarch === undefined ? 'silent' : sideOf(goarch),
      detail:
        goarch === undefined
          ? { en: `${buildInfo.goVersion} recorded no target`, zh: `${buildInfo.goVersion} 未记录目标` }
          : verbatim(`${buildInfo.goVersion}, GOARCH=${goarch}`),
    },
  ];
  if (foreign)
    told.push({ ...place, says: foreign.join('='), speaksFor: 'other', detail: verbatim(foreign.join('=')) });
  else if (arm !== undefined)
    told.push({ ...place, says: `GOARM64=${arm}`, speaksFor: 'arm64', detail: verbatim(`GOARM64=${arm}`) });
  return told;
}

/** The quantum tells 4-byte instructions from x86; it cannot tell arm64 from other such machines. */
function functionTable({ functionTable: found, architecture }: BinarySlice): Witness[] {
  if (!found) return [];
  const { quantum, offset, layout, functions } = found;
  const expected = quantumOf(architecture);
  const fits = quantum === 4;
  return [
    {
      name: 'function table',
      says: fits
        ? 'instructions of 4 bytes'
        : `instructions from ${quantum} byte${quantum === 1 ? '' : 's'} on`,
      speaksFor: fits ? (expected === 4 && architecture !== 'arm64' ? 'silent' : 'arm64') : 'other',
      ...(offset !== undefined && { offset }),
      detail: {
        en: `pc quantum ${quantum}, layout of Go ${layout}${functions === undefined ? '' : `, ${functions.toLocaleString('en')} functions`}`,
        zh: `指令间距 ${quantum}，Go ${layout} 布局${functions === undefined ? '' : `，${functions.toLocaleString('en')} 个函数`}`,
      },
    },
  ];
}

const SAYS: Readonly<
  Record<CodeArchitecture, { readonly says: string; readonly side: Witness['speaksFor'] }>
> = {
  arm64: { says: 'arm64', side: 'arm64' },
  amd64: { says: 'amd64', side: 'other' },
  other: { says: 'not arm64', side: 'other' },
  'arm64-and-other': { says: 'arm64 and something else', side: 'other' },
  unclear: { says: 'nothing certain', side: 'silent' },
};

function codeWitnesses(code: SliceCode): Witness[] {
  const { words, entry, shapes, codeOffset, foreignOffset, foreignPieces, pieces } = code;
  const found = codeArchitecture(code);
  const percent = `${((1 - undecodedShare(code)) * 100).toFixed(found === 'arm64' ? 2 : 1)} %`;
  const share = percent === '100.00 %' && code.undecoded > 0 ? `all but ${code.undecoded}` : percent;
  const shareZh =
    percent === '100.00 %' && code.undecoded > 0 ? `除 ${code.undecoded} 个外均` : `${percent} `;
  const { says, side } = SAYS[found];
  const at = found === 'arm64-and-other' ? (foreignOffset ?? codeOffset) : codeOffset;
  const told: Witness[] = [
    {
      name: 'code',
      says,
      speaksFor: side,
      ...(at !== undefined && { offset: at }),
      detail: {
        en: `${share} of ${words.toLocaleString('en')} words are A64 instructions, ${shapes.returns.toLocaleString('en')} of them returns${foreignPieces > 0 && side !== 'silent' ? `; ${foreignPieces} of ${pieces} pieces are not` : ''}`,
        zh: `${words.toLocaleString('en')} 个字中 ${shareZh}为 A64 指令，其中 ret ${shapes.returns.toLocaleString('en')} 条${foreignPieces > 0 && side !== 'silent' ? `；${pieces} 段中 ${foreignPieces} 段不是` : ''}`,
      },
    },
  ];
  if (entry && entry.words >= 4) {
    const isArm64 = entry.undecoded === 0 && found !== 'amd64' && found !== 'other';
    told.push({
      name: 'entry point',
      says: isArm64 ? 'arm64' : entry.undecoded > 0 ? 'not arm64' : 'nothing certain',
      speaksFor: isArm64 ? 'arm64' : entry.undecoded > 1 ? 'other' : 'silent',
      offset: entry.offset,
      detail: {
        en: `${entry.words - entry.undecoded} of ${entry.words} words at the entry point decode`,
        zh: `入口处 ${entry.words} 个字中 ${entry.words - entry.undecoded} 个可解码`,
      },
    });
  }
  return [...told, ...prologues(code)];
}

/** Without a function table: one word may turn up by chance, many of them not. */
const FEWEST_CHECKS = 8;

function prologues({ shapes }: SliceCode): Witness[] {
  const { goArm64, goAmd64, frameArm64, frameAmd64, functions, offset } = shapes;
  const place = offset === undefined ? {} : { offset };
  const go = goArm64 + goAmd64;
  if (go > 0 && (functions > 0 || go >= Math.max(FEWEST_CHECKS, frameArm64, frameAmd64))) {
    const isArm64 = goArm64 > goAmd64;
    const count = isArm64 ? goArm64 : goAmd64;
    return [
      {
        name: 'prologues',
        says: isArm64 ? 'arm64' : 'amd64',
        speaksFor: isArm64 ? 'arm64' : 'other',
        ...place,
        detail: {
          en: `${count.toLocaleString('en')} of ${functions.toLocaleString('en')} functions begin with Go’s stack check for ${isArm64 ? 'arm64, g in x28' : 'amd64, g in r14 or behind a segment'}`,
          zh: `${functions.toLocaleString('en')} 个函数中 ${count.toLocaleString('en')} 个以 Go 的 ${isArm64 ? 'arm64 栈检查开头（g 在 x28）' : 'amd64 栈检查开头（g 在 r14 或段寄存器之后）'}`,
        },
      },
    ];
  }
  if (Math.max(frameArm64, frameAmd64) < 4) return [];
  const isArm64 = frameArm64 > frameAmd64;
  return [
    {
      name: 'prologues',
      says: isArm64 ? 'arm64' : 'amd64',
      speaksFor: isArm64 ? 'arm64' : 'other',
      ...place,
      detail: isArm64
        ? {
            en: `${frameArm64.toLocaleString('en')} frames are set up with stp x29, x30`,
            zh: `${frameArm64.toLocaleString('en')} 处以 stp x29, x30 建立栈帧`,
          }
        : {
            en: `${frameAmd64.toLocaleString('en')} frames are set up with push rbp or endbr64`,
            zh: `${frameAmd64.toLocaleString('en')} 处以 push rbp 或 endbr64 建立栈帧`,
          },
    },
  ];
}

/** Who linked it: no word on the architecture, but on whether Go made it. */
function origin({ buildId, goVersionText }: BinarySlice): Witness[] {
  const told: Witness[] = [];
  if (buildId?.go !== undefined)
    told.push({
      name: 'build id',
      says: 'linked by Go',
      speaksFor: 'silent',
      ...(buildId.offset !== undefined && { offset: buildId.offset }),
      detail: verbatim(buildId.go),
    });
  if (goVersionText)
    told.push({
      name: 'version string',
      says: goVersionText.text,
      speaksFor: 'silent',
      offset: goVersionText.offset,
      detail: {
        en: `${goVersionText.text} among the read-only data`,
        zh: `只读数据中有 ${goVersionText.text}`,
      },
    });
  return told;
}

function sideOf(architecture: string): Witness['speaksFor'] {
  return architecture === 'arm64' || architecture === 'arm64e' ? 'arm64' : 'other';
}
