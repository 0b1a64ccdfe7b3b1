import { goVersionLine } from '../../evidence/toolchain/go-version-line.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { lineOf } from './install-table.ts';

export const goVersionArchitectureSuffix = claim({
  id: 'go-version-architecture-suffix',
  subject: 'toolchain',
  answers: ['W1.13'],
  statement: {
    en: 'The architecture at the end of `go version` is that of the go command itself, whatever GOARCH says.',
    zh: '`go version` 末尾的架构是 go 命令自身的架构，与 GOARCH 环境变量无关。',
  },
  method: {
    en: '`go version` with and without another GOOS and GOARCH, and the CPU type in the header of the go command’s own file.',
    zh: '分别在设置与不设置其他 GOOS、GOARCH 时执行 `go version`，并读取 go 命令文件头中的 CPU 类型。',
  },
  wouldChange: {
    en: 'A line that follows GOARCH, or a file of another architecture.',
    zh: '该行随 GOARCH 变化，或文件的架构不同。',
  },
  needs: { lines: goVersionLine },

  judge({ lines: { plain, foreign, fileArchitectures, file } }) {
    const [line, other] = [plain, foreign.run].map(({ stdout }) => stdout.split('\n')[0] ?? '');
    const suffix = line === undefined ? undefined : lineOf(line)?.architecture;
    if (suffix === undefined || line === undefined) {
      return inconclusive({
        en: `go version prints no version: ${complaint(plain)}`,
        zh: `go version 没有输出版本：${complaint(plain)}`,
      });
    }
    const setting = `GOOS=${foreign.goos} GOARCH=${foreign.goarch}`;
    if (other !== line) {
      return refuted({
        en: `"${line}" becomes "${other || complaint(foreign.run)}" with ${setting}`,
        zh: `设置 ${setting} 后，“${line}”变为“${other || complaint(foreign.run)}”`,
      });
    }
    const header = fileArchitectures.join(' + ');
    if (fileArchitectures.length === 0) {
      return inconclusive({
        en: `The line stays "${line}" with ${setting}, but the header of ${file} could not be read`,
        zh: `设置 ${setting} 后该行仍为“${line}”，但无法读取 ${file} 的文件头`,
      });
    }
    if (!fileArchitectures.includes(suffix)) {
      return refuted({
        en: `The line ends in ${suffix}, but ${file} is ${header}`,
        zh: `该行以 ${suffix} 结尾，而 ${file} 为 ${header}`,
      });
    }
    return confirmed({
      en: `"${line}" stays the same with ${setting}, and ${file} is ${header}`,
      zh: `设置 ${setting} 后“${line}”不变，且 ${file} 的文件头为 ${header}`,
    });
  },
});
