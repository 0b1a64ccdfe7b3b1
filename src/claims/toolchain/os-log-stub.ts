/**
 * A stub that cgo inserts would have its name in cgo, in the linker or in the runtime that cgo
 * programs link, and in the program itself.
 *
 * @module
 */

import { binaryIdentity, buildSetting, thinSlice } from '../../evidence/binary/binary-identity.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { osLogMentions } from '../../evidence/toolchain/os-log-mentions.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { of, wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const osLogStub = claim({
  id: 'os-log-stub',
  subject: 'toolchain',
  answers: ['W2.06'],
  statement: {
    en: 'The cgo bridge inserts an __os_log compatibility stub.',
    zh: 'cgo 桥接层会插入 __os_log 兼容桩。',
  },
  method: {
    en: 'Searches the sources of runtime, cmd/cgo and cmd/link in GOROOT for os_log, and the bytes and imported symbols of the metrics program built for darwin/arm64.',
    zh: '在 GOROOT 的 runtime、cmd/cgo、cmd/link 源代码中，以及 darwin/arm64 指标程序的字节与导入符号中搜索 os_log。',
  },
  wouldChange: {
    en: 'One line of these sources, or one symbol of the program, that names os_log.',
    zh: '这些源代码中有一行、或程序中有一个符号提到 os_log。',
  },
  needs: { mentions: osLogMentions, identity: wish(of(binaryIdentity, PRODUCTS.metricsDarwin)) },

  judge({ mentions: { folders, files, search, program }, identity }) {
    const lines = search.stdout.split('\n').filter((line) => line !== '');
    const slice = identity && thinSlice(identity);
    const imports = slice?.symbols?.imports ?? [];
    const symbols = imports.filter(({ name }) => name.includes('os_log'));
    const offsets = program?.offsets ?? [];
    const figures = [
      table(
        { en: 'Where os_log was looked for', zh: '搜索 os_log 之处' },
        [
          { en: 'place', zh: '位置' },
          { en: 'searched', zh: '搜索量' },
          { en: 'hits', zh: '命中' },
        ],
        [
          [folders.join(', '), { en: `${files} files`, zh: `${files} 个文件` }, lines.length],
          [
            { en: 'program, bytes', zh: '程序字节' },
            program?.sizeBytes.toLocaleString('en') ?? '–',
            offsets.length,
          ],
          [{ en: 'program, imports', zh: '程序导入符号' }, imports.length, symbols.length],
        ],
      ),
    ];
    const hit = symbols[0]?.name ?? (offsets[0] === undefined ? lines[0] : `0x${offsets[0].toString(16)}`);
    if (hit !== undefined)
      return confirmed(
        {
          en: `os_log is there: ${hit.slice(0, 160)} (${lines.length} lines of source, ${offsets.length} places of the program, ${symbols.length} imports)`,
          zh: `找到 os_log：${hit.slice(0, 160)}（源代码 ${lines.length} 行，程序 ${offsets.length} 处，导入符号 ${symbols.length} 个）`,
        },
        { figures },
      );
    if (search.exit !== 1 || files === 0 || !program)
      return inconclusive(
        {
          en: `Not everything could be searched: ${files} source files${program ? '' : ', and no program for darwin/arm64'}`,
          zh: `未能全部搜索：源文件 ${files} 个${program ? '' : '，且没有 darwin/arm64 程序'}`,
        },
        { figures },
      );
    const cgo = identity && buildSetting(identity, 'CGO_ENABLED');
    return refuted(
      {
        en: `os_log is in none of ${files.toLocaleString('en')} source files of ${folders.join(', ')}, nor in the ${program.sizeBytes.toLocaleString('en')} bytes and ${imports.length} imports of the program`,
        zh: `${folders.join('、')} 的 ${files.toLocaleString('en')} 个源文件中没有 os_log，程序的 ${program.sizeBytes.toLocaleString('en')} 字节与 ${imports.length} 个导入符号中也没有`,
      },
      {
        figures,
        warnings:
          cgo === '1'
            ? []
            : [
                {
                  en: 'The program was built without cgo, which takes a C toolchain for macOS; what cgo would add comes from the searched sources',
                  zh: '程序以关闭 cgo 的方式构建（启用 cgo 需要面向 macOS 的 C 工具链）；cgo 所加的代码来自上述源代码',
                },
              ],
      },
    );
  },
});
