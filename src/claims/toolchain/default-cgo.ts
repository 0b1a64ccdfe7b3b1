/**
 * Whether cgo is on by default: natively with a C compiler it is judged, without one and for a
 * foreign GOARCH it is reported beside it.
 *
 * @module
 */

import { cgoDefault } from '../../evidence/toolchain/cgo-default.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const defaultCgo = claim({
  id: 'default-cgo',
  subject: 'toolchain',
  answers: ['W1.17'],
  statement: {
    en: 'cgo is enabled by default in a native build.',
    zh: '原生构建默认启用 cgo。',
  },
  method: {
    en: '`go env CGO_ENABLED` with the variable unset and GOENV=off: on the normal PATH, on an empty PATH, and for a foreign GOARCH; only the first is judged.',
    zh: '在不设该变量且 GOENV=off 时执行 `go env CGO_ENABLED`：正常 PATH、空 PATH、其他 GOARCH 各一次；只判断第一种。',
  },
  wouldChange: {
    en: 'A 0 for the native target although a C compiler is there.',
    zh: '有 C 编译器，而本机目标的值为 0。',
  },
  needs: { seen: cgoDefault },

  judge({ seen: { native, compiler, withoutCompiler, foreign, own } }) {
    const values = [native, withoutCompiler, foreign.run].map((run) => run.stdout.trim() || complaint(run));
    const [value, without, abroad] = values;
    const figures = [
      table(
        { en: 'CGO_ENABLED when nobody sets it', zh: '无人设置时的 CGO_ENABLED' },
        [{ en: 'case', zh: '情形' }, 'CGO_ENABLED'],
        [
          [
            {
              en: `native, ${compiler.name} at ${compiler.path ?? 'no place on PATH'}`,
              zh: `本机目标，${compiler.name} 位于 ${compiler.path ?? '（PATH 中没有）'}`,
            },
            value ?? '',
          ],
          [{ en: 'native, nothing on PATH', zh: '本机目标，PATH 为空' }, without ?? ''],
          [`GOARCH=${foreign.goarch}`, abroad ?? ''],
        ],
      ),
    ];
    const warnings =
      own === undefined || own === value
        ? []
        : [{ en: `Your own settings make it ${own}`, zh: `您自己的设置使其为 ${own}` }];
    const told = {
      en: `CGO_ENABLED is ${value} natively with ${compiler.name}${compiler.path === undefined ? ' missing' : ''}, ${without} without a C compiler, ${abroad} for GOARCH=${foreign.goarch}`,
      zh: `CGO_ENABLED 在本机目标（${compiler.name}${compiler.path === undefined ? ' 缺失' : ''}）为 ${value}，无 C 编译器时为 ${without}，GOARCH=${foreign.goarch} 时为 ${abroad}`,
    };
    if (value !== '0' && value !== '1') return inconclusive(told, { figures });
    if (compiler.path === undefined) {
      const remedy = {
        en: 'Install a C compiler, then run goassay again',
        zh: '安装 C 编译器后重新运行 goassay',
      };
      return inconclusive(told, { figures, warnings, remedy });
    }
    return value === '1' ? confirmed(told, { figures, warnings }) : refuted(told, { figures, warnings });
  },
});
