/**
 * Whether package runtime exports CgoEnabled is a question for compilers, so they are asked.
 *
 * @module
 */

import { exportedCgoEnabled } from '../../evidence/toolchain/exported-cgo-enabled.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const UNDEFINED = /undefined: runtime\.CgoEnabled|CgoEnabled not (?:exported|declared) by package runtime/;

export const runtimeCgoEnabled = claim({
  id: 'runtime-cgo-enabled',
  subject: 'toolchain',
  answers: ['W1.16'],
  statement: {
    en: 'The runtime package exports CgoEnabled.',
    zh: 'runtime 包导出 CgoEnabled。',
  },
  method: {
    en: 'Builds a file that uses runtime.CgoEnabled with the Go under test; in the full profile with every installed Go.',
    zh: '用被测的 Go 构建使用 runtime.CgoEnabled 的文件；完整模式下使用每个已安装的 Go。',
  },
  wouldChange: {
    en: 'A compiler that accepts it.',
    zh: '有编译器接受它。',
  },
  needs: { tried: exportedCgoEnabled },

  judge({ tried: { builds } }) {
    const figures = [
      table(
        { en: 'What the compilers say', zh: '编译器的回答' },
        [
          { en: 'Go', zh: 'Go' },
          { en: 'command', zh: '命令' },
          { en: 'answer', zh: '回答' },
        ],
        builds.map(({ version, path, build }) => [
          version,
          path,
          build.exit === 0 ? { en: 'compiles', zh: '通过' } : complaint(build),
        ]),
      ),
    ];
    const warnings = [
      {
        en: 'The real sources are the CGO_ENABLED build setting (go version -m), the cgo build tag and go/build.Default.CgoEnabled',
        zh: '真正的来源是 CGO_ENABLED 构建设置（go version -m）、cgo 构建标签和 go/build.Default.CgoEnabled',
      },
    ];
    const refusing = builds.filter(({ build }) => build.exit !== 0 && UNDEFINED.test(build.stderr));
    const [first] = refusing;
    if (first) {
      return refuted(
        {
          en: `${refusing.length} of ${builds.length} compilers refuse it; ${first.version} says "${complaint(first.build)}"`,
          zh: `${builds.length} 个编译器中有 ${refusing.length} 个拒绝；${first.version} 的原话：“${complaint(first.build)}”`,
        },
        { figures, warnings },
      );
    }
    const accepting = builds.filter(({ build }) => build.exit === 0);
    if (accepting.length === builds.length && builds.length > 0) {
      return confirmed(
        {
          en: `It compiles with all ${builds.length}: ${accepting.map(({ version }) => version).join(', ')}`,
          zh: `${builds.length} 个编译器全部通过：${accepting.map(({ version }) => version).join('、')}`,
        },
        { figures },
      );
    }
    const other = builds.find(({ build }) => build.exit !== 0);
    return inconclusive(
      {
        en: `The build failed for another reason: ${other ? complaint(other.build) : 'nothing was built'}`,
        zh: `构建因其他原因失败：${other ? complaint(other.build) : '没有构建任何程序'}`,
      },
      { figures },
    );
  },
});
