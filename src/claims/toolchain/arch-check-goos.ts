import { system } from '../../evidence/machine/system.ts';
import { archCheck } from '../../evidence/toolchain/arch-check.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { printedValues } from './printed-values.ts';

export const archCheckGoos = claim({
  id: 'arch-check-goos',
  subject: 'toolchain',
  answers: ['W1.14'],
  statement: {
    en: 'The test program prints GOOS: darwin.',
    zh: '测试程序输出 GOOS: darwin。',
  },
  method: {
    en: 'Builds and runs the program without its third line, which does not compile, and reads standard error, where println writes.',
    zh: '去掉无法编译的第三行后构建并运行该程序，读取 println 所写的标准错误。',
  },
  wouldChange: {
    en: 'Another system printed on a Mac.',
    zh: '在 Mac 上输出了其他系统名。',
  },
  needs: { check: archCheck, go: goUnderTest, system },

  judge({ check: { corrected }, go, system: seen }) {
    const printed = printedValues(corrected.stderr)['GOOS'];
    if (printed === undefined) {
      return inconclusive({
        en: `The corrected program printed no GOOS: ${complaint(corrected)}`,
        zh: `更正后的程序没有输出 GOOS：${complaint(corrected)}`,
      });
    }
    if (seen.system !== 'darwin') {
      const expected = go.env['GOOS'] ?? '?';
      return notApplicable(
        {
          en: `This is ${seen.system}: the program prints GOOS: ${printed}, and go env GOOS is ${expected}`,
          zh: `本机系统为 ${seen.system}：程序输出 GOOS: ${printed}，go env GOOS 为 ${expected}`,
        },
        { remedy: { en: 'Run goassay on a Mac', zh: '在 Mac 上运行 goassay' } },
      );
    }
    const verdict = printed === 'darwin' ? confirmed : refuted;
    return verdict({ en: `The program prints GOOS: ${printed}`, zh: `程序输出 GOOS: ${printed}` });
  },
});
