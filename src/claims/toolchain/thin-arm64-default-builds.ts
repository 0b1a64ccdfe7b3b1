/**
 * What a Go builds on Apple silicon when nothing is asked for: the slices of the file decide.
 *
 * @module
 */

import { defaultBuilds } from '../../evidence/toolchain/default-builds.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { toolchainTranslation } from '../../evidence/toolchain/toolchain-translation.ts';
import { parseGoRelease } from '../../formats/go-version.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { shellWord } from './shell-words.ts';

export const thinArm64DefaultBuilds = claim({
  id: 'thin-arm64-default-builds',
  subject: 'toolchain',
  answers: ['W1.04'],
  statement: {
    en: 'On Apple silicon, Go 1.21 or later builds thin arm64 binaries when GOARCH is not set.',
    zh: '在 Apple Silicon 上，未设置 GOARCH 时 Go 1.21+ 默认生成单一架构的 arm64 二进制。',
  },
  method: {
    en: '`env -u GOARCH go build` with every Go on PATH; CPU type and number of slices from the Mach-O header of each result.',
    zh: '用 PATH 中的每个 Go 执行 `env -u GOARCH go build`，从结果的 Mach-O 头读取 CPU 类型与切片数。',
  },
  wouldChange: {
    en: 'A Go 1.21 or later whose result is x86_64 or has several slices.',
    zh: 'Go 1.21+ 的构建结果为 x86_64，或含有多个切片。',
  },
  needs: { mac: toolchainTranslation, made: defaultBuilds },

  judge({ mac: { hardware }, made: { builds } }) {
    if (hardware.stdout.trim() !== '1') {
      return notApplicable({ en: 'This Mac is no Apple silicon', zh: '本机不是 Apple Silicon' });
    }
    const figures = [
      table(
        { en: 'What each Go on PATH builds', zh: 'PATH 中各 Go 的构建结果' },
        [
          { en: 'Go', zh: 'Go' },
          { en: 'version', zh: '版本' },
          { en: 'result', zh: '结果' },
        ],
        builds.map(({ path, version, build, format, architectures }) => [
          path,
          version,
          build.exit === 0 ? `${format ?? '?'} ${architectures.join(' + ')}` : complaint(build),
        ]),
      ),
    ];
    const modern = builds.filter(({ version }) => (parseGoRelease(version)?.minor ?? 0) >= 21);
    const wrong = modern.find(
      ({ build, architectures }) => build.exit === 0 && architectures.join() !== 'arm64',
    );
    if (wrong) {
      return refuted(
        {
          en: `${wrong.version} at ${wrong.path} built ${wrong.architectures.join(' + ') || 'no known architecture'} without GOARCH`,
          zh: `${wrong.path} 的 ${wrong.version} 在未设 GOARCH 时生成了 ${wrong.architectures.join(' + ') || '未知架构'}`,
        },
        {
          figures,
          mend: {
            text: {
              en: 'Use a darwin/arm64 Go, and unset GOARCH in its settings',
              zh: '改用 darwin/arm64 版的 Go，并清除其设置中的 GOARCH',
            },
            command: `unset GOARCH && ${shellWord(wrong.path)} env -u GOARCH`,
          },
        },
      );
    }
    const built = modern.filter(({ build }) => build.exit === 0);
    if (built.length === 0) {
      return inconclusive(
        {
          en: `None of ${builds.length} Go on PATH is 1.21 or later and builds`,
          zh: `PATH 中的 ${builds.length} 个 Go 里没有 1.21+ 且能构建的`,
        },
        { figures },
      );
    }
    return confirmed(
      {
        en: `All ${built.length} results of ${built.map(({ version }) => version).join(', ')} are thin arm64`,
        zh: `${built.map(({ version }) => version).join('、')} 的 ${built.length} 个结果均为单一架构 arm64`,
      },
      { figures },
    );
  },
});
