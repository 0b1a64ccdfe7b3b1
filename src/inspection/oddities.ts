/**
 * What is odd about a slice and a reader should know before they trust a tool that did not look:
 * removed or imitated build information, names scrambled, packed, data where code is expected.
 *
 * @module
 */

import type { BinaryIdentity, BinarySlice } from '../evidence/binary/binary-identity.ts';
import type { SliceCode } from '../evidence/binary/machine-code.ts';
import type { Text } from '../model/text.ts';
import { compareVersions } from './c-library.ts';

export function notesOn(
  { container, slices }: BinaryIdentity,
  slice: BinarySlice,
  code: SliceCode | undefined,
): Text[] {
  const { buildInfo, goVersionText, functionTable, buildId } = slice;
  const packer = code?.packer;
  const notes: Text[] = [];
  const isGo = functionTable !== undefined || goVersionText !== undefined || buildId?.go !== undefined;
  if (!buildInfo && isGo) {
    const since = goVersionText && compareVersions(goVersionText.text, '1.13') < 0;
    notes.push(
      since === true
        ? {
            en: `${goVersionText?.text} wrote no build information yet; \`go version\` cannot tell what this is`,
            zh: `${goVersionText?.text} 尚不写入构建信息；\`go version\` 无法识别此文件`,
          }
        : {
            en: 'made by Go, but its build information was removed: `go version` calls it no Go executable',
            zh: '由 Go 构建，但构建信息已被移除：`go version` 会说它不是 Go 可执行文件',
          },
    );
  }
  if (functionTable?.garbledMagic !== undefined)
    notes.push({
      en: 'the function table has no magic that Go writes, and its names are scrambled: garbled',
      zh: '函数表没有 Go 写入的标记，函数名已混淆（garble）',
    });
  if (packer !== undefined)
    notes.push({
      en: `packed with ${packer}: what is unpacked at start cannot be read from the file`,
      zh: `以 ${packer} 压缩：启动时解出的内容无法从文件读取`,
    });
  if (container === 'mach-o-fat' && slices.length === 1)
    notes.push({
      en: 'a universal file that holds one slice only',
      zh: '通用文件，但只含一个切片',
    });
  if (slices.filter(({ architecture }) => architecture === slice.architecture).length > 1)
    notes.push({
      en: `the file holds more than one ${slice.architecture} slice`,
      zh: `文件含有多个 ${slice.architecture} 切片`,
    });
  if (code && !code.isBySections && code.foreignPieces > 0)
    notes.push({
      en: `${code.foreignPieces} of ${code.pieces} pieces of its executable segments are no A64 code: data, or packed`,
      zh: `可执行段的 ${code.pieces} 段中有 ${code.foreignPieces} 段不是 A64 代码：可能是数据或压缩内容`,
    });
  return notes;
}
