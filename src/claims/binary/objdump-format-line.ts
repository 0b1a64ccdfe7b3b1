import { binaryIdentity, thinSlice } from '../../evidence/binary/binary-identity.ts';
import { objdump } from '../../evidence/binary/objdump.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { claim } from '../../model/claim.ts';
import { of } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const EXPECTED = 'elf64-littleaarch64';

/** Held against the ELF header itself: 64-bit, little-endian, machine 183. */
export const objdumpFormatLine = claim({
  id: 'objdump-format-line',
  subject: 'binary',
  answers: ['W3.44'],
  statement: {
    en: 'objdump reports a linux/arm64 Go binary as elf64-littleaarch64.',
    zh: 'objdump 将 linux/arm64 Go 二进制报告为 elf64-littleaarch64。',
  },
  method: {
    en: 'Asks every objdump on PATH for the format of a linux/arm64 program built here, and compares it with class, byte order and machine number of the ELF header.',
    zh: '向 PATH 中的每个 objdump 询问本机构建的 linux/arm64 程序的格式，并与 ELF 头中的位数、字节序与机器号比较。',
  },
  wouldChange: {
    en: 'An objdump that prints another format for the file.',
    zh: '某个 objdump 为该文件输出了其他格式。',
  },
  needs: { objdump, identity: of(binaryIdentity, PRODUCTS.helloLinuxArm64) },

  judge({ objdump: { tools }, identity }) {
    const elf = thinSlice(identity)?.elf;
    if (elf?.class !== 64 || elf.endian !== 'little' || elf.machine !== 183) {
      return inconclusive({
        en: 'The program built here is no 64-bit little-endian AArch64 ELF',
        zh: '本机构建的程序不是 64 位小端 AArch64 ELF',
      });
    }
    const said = tools.map(({ version, arm64Format }) => ({
      version,
      format: arm64Format?.replace('file format ', '') ?? 'nothing',
    }));
    const other = said.find(({ format }) => format !== EXPECTED);
    const names = said.map(({ version }) => version).join(', ');
    return other
      ? refuted({
          en: `${other.version} prints ${other.format}`,
          zh: `${other.version} 输出 ${other.format}`,
        })
      : confirmed({
          en: `${names} print ${EXPECTED}; the header says 64-bit, little-endian, machine ${elf.machine}`,
          zh: `${names} 均输出 ${EXPECTED}；文件头为 64 位、小端、机器号 ${elf.machine}`,
        });
  },
});
