/**
 * The line that the paper expects of `go version`, against the line of the Go that is installed; and
 * what the same command says in a module that asks for a newer Go.
 *
 * @module
 */

import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { goVersionLine } from '../../evidence/toolchain/go-version-line.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, notApplicable, refuted } from '../../model/verdict.ts';
import { lineOf } from './install-table.ts';

const PRINTED = 'go version go1.22.5 darwin/arm64';
const PRINTED_VERSION = 'go1.22.5';

export const printedGoVersionLine = claim({
  id: 'printed-go-version-line',
  subject: 'toolchain',
  answers: ['W1.12'],
  statement: {
    en: `With this installation \`go version\` prints "${PRINTED}".`,
    zh: `按此安装后，\`go version\` 输出 ${PRINTED}。`,
  },
  method: {
    en: '`go version` outside any module with GOTOOLCHAIN=local, the whole line compared; again in a module that asks for a newer Go, with local and with auto.',
    zh: '在模块之外以 GOTOOLCHAIN=local 执行 `go version` 并比较整行；再于要求更新 Go 的模块内，以 local 与 auto 各执行一次。',
  },
  wouldChange: {
    en: 'Another version or another platform in the line of an installed go1.22.5.',
    zh: '所装为 go1.22.5，而该行的版本或平台不同。',
  },
  needs: { go: goUnderTest, lines: goVersionLine },

  judge({ go, lines: { plain, inNewerModule, inNewerModuleAuto } }) {
    const line = plain.stdout.split('\n')[0] ?? '';
    const said = lineOf(line);
    const figures = [
      table(
        { en: 'go version', zh: 'go version' },
        [
          { en: 'where', zh: '位置' },
          { en: 'output', zh: '输出' },
        ],
        [
          [{ en: 'outside any module', zh: '模块之外' }, line],
          [
            {
              en: 'in a module for a newer Go, GOTOOLCHAIN=local',
              zh: '要求更新 Go 的模块内，GOTOOLCHAIN=local',
            },
            inNewerModule.stdout.trim() || complaint(inNewerModule),
          ],
          [
            { en: 'there, GOTOOLCHAIN=auto, no network', zh: '同上，GOTOOLCHAIN=auto，无网络' },
            inNewerModuleAuto.stdout.trim() || complaint(inNewerModuleAuto),
          ],
        ],
      ),
    ];
    if (!said) {
      return inconclusive({
        en: `go version prints no version: ${complaint(plain)}`,
        zh: `go version 没有输出版本：${complaint(plain)}`,
      });
    }
    if (said.version !== PRINTED_VERSION) {
      const expected = `go version ${go.version} ${go.env['GOHOSTOS'] ?? '?'}/${go.env['GOHOSTARCH'] ?? '?'}`;
      const agrees = line === expected;
      return notApplicable(
        {
          en: `${said.version} is installed, not ${PRINTED_VERSION}; its line "${line}" ${agrees ? 'agrees' : 'does not agree'} with its own go env`,
          zh: `所装为 ${said.version} 而非 ${PRINTED_VERSION}；其输出“${line}”与自身的 go env ${agrees ? '一致' : '不一致'}`,
        },
        { figures },
      );
    }
    const verdict = line === PRINTED ? confirmed : refuted;
    return verdict({ en: `go version prints "${line}"`, zh: `go version 输出“${line}”` }, { figures });
  },
});
