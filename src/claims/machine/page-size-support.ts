import { pageSize } from '../../evidence/machine/page-size.ts';
import { system } from '../../evidence/machine/system.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, refuted } from '../../model/verdict.ts';

/** To what Go's linker aligns arm64 segments (cmd/link/internal/arm64/obj.go), by operating system. */
const ALIGNMENT: Readonly<Record<string, number>> = { linux: 65_536, darwin: 16_384 };

export const pageSizeSupport = claim({
  id: 'page-size-support',
  subject: 'machine',
  answers: [],
  statement: {
    en: 'Go’s own arm64 programs load with the page size of this kernel.',
    zh: 'Go 自身的 arm64 程序可在本机内核的页大小下加载。',
  },
  method: {
    en: 'Compares the page size with that to which Go’s linker aligns segments for arm64: 64 KiB on Linux, 16 KiB on macOS. Programs linked by a C linker may be aligned to less.',
    zh: '将页大小与 Go 链接器为 arm64 采用的段对齐比较：Linux 为 64 KiB，macOS 为 16 KiB。由 C 链接器链接的程序可能对齐更小。',
  },
  wouldChange: {
    en: 'A kernel whose pages are larger than that alignment.',
    zh: '内核的页大于该对齐值。',
  },
  needs: { pageSize, system },

  judge({ pageSize: { bytes, kernelBytes = bytes }, system: { system: goos } }) {
    const alignment = ALIGNMENT[goos] ?? 65_536;
    const isPower = kernelBytes > 0 && Number.isInteger(Math.log2(kernelBytes));
    const warnings =
      bytes === kernelBytes
        ? []
        : [
            {
              en: `This process is given pages of ${bytes} bytes, the kernel’s are of ${kernelBytes}: it is translated`,
              zh: `本进程得到的页为 ${bytes} 字节，内核的页为 ${kernelBytes} 字节：本进程正被转译`,
            },
          ];
    return isPower && kernelBytes <= alignment
      ? confirmed(
          {
            en: `The page size is ${kernelBytes} bytes; Go aligns for up to ${alignment}`,
            zh: `页大小为 ${kernelBytes} 字节；Go 的对齐可支持至 ${alignment}`,
          },
          { warnings },
        )
      : refuted(
          {
            en: `The page size is ${kernelBytes} bytes, and Go aligns for up to ${alignment}`,
            zh: `页大小为 ${kernelBytes} 字节，而 Go 的对齐仅支持至 ${alignment}`,
          },
          { warnings },
        );
  },
});
