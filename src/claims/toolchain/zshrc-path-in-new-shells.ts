/**
 * A line in ~/.zshrc is read by interactive shells only. Three kinds of shell are started in a
 * scratch home, and each says which go it finds.
 *
 * @module
 */

import { shellPath, type ShellPath } from '../../evidence/toolchain/shell-path.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const ENTRY = '/usr/local/go/bin';
const MODES = { interactive: '交互式', login: '登录', 'non-interactive': '非交互式' } as const;

const INSTEAD = {
  en: `Every zsh reads ~/.zshenv: echo 'export PATH="${ENTRY}:$PATH"' >> ~/.zshenv`,
  zh: `每个 zsh 都会读取 ~/.zshenv：echo 'export PATH="${ENTRY}:$PATH"' >> ~/.zshenv`,
};

export const zshrcPathInNewShells = claim({
  id: 'zshrc-path-in-new-shells',
  subject: 'toolchain',
  answers: ['W1.11'],
  statement: {
    en: 'After the PATH line is written to ~/.zshrc, every new zsh finds the Go that was just installed.',
    zh: '将 PATH 行写入 ~/.zshrc 之后，新开的每个 zsh 都会找到刚安装的 Go。',
  },
  method: {
    en: 'The printed line in ~/.zshrc of a scratch home; then an interactive, a login and a non-interactive zsh, started with a PATH that lacks the entry, each print PATH and the go they find.',
    zh: '在临时主目录的 ~/.zshrc 中写入该行；随后以不含该条目的 PATH 启动交互式、登录和非交互式 zsh，各自打印 PATH 与所找到的 go。',
  },
  wouldChange: {
    en: 'A zsh whose PATH does not begin with /usr/local/go/bin, or that finds another go.',
    zh: '某个 zsh 的 PATH 不以 /usr/local/go/bin 开头，或找到了别的 go。',
  },
  needs: { seen: shellPath },

  judge({ seen: { installed, shells } }) {
    const rows = shells.map((shell) => ({ mode: shell.mode, ...answerOf(shell, installed) }));
    const figures = [
      table(
        { en: 'New shells', zh: '新开的 shell' },
        [
          { en: 'zsh', zh: 'zsh' },
          { en: 'first entry of PATH', zh: 'PATH 的第一项' },
          { en: 'go found', zh: '找到的 go' },
        ],
        rows.map(({ mode, first, go }) => [
          { en: mode, zh: MODES[mode] },
          first,
          go || { en: 'none', zh: '无' },
        ]),
      ),
    ];
    const silent = shells.find(({ run }) => run.trouble !== undefined);
    if (silent) {
      return inconclusive({
        en: `The ${silent.mode} zsh did not answer: ${silent.run.trouble}`,
        zh: `${MODES[silent.mode]} zsh 没有应答：${silent.run.trouble}`,
      });
    }
    const missed = rows.filter(({ found }) => !found);
    const warnings = installed
      ? []
      : [
          {
            en: `${ENTRY}/go is not there, so PATH alone was judged`,
            zh: `${ENTRY}/go 不存在，因此只判断 PATH`,
          },
        ];
    if (missed.length === 0) {
      return confirmed(
        {
          en: `All ${rows.length} new shells have ${ENTRY} first`,
          zh: `${rows.length} 个新 shell 的 PATH 均以 ${ENTRY} 开头`,
        },
        { figures, warnings },
      );
    }
    return refuted(
      {
        en: `${missed.length} of ${rows.length} new shells do not have ${ENTRY} first: ${missed.map(({ mode, go }) => `the ${mode} one finds ${go || 'no go'}`).join(', ')}; zsh reads ~/.zshrc in interactive shells only`,
        zh: `${rows.length} 个新 shell 中有 ${missed.length} 个的 PATH 不以 ${ENTRY} 开头：${missed.map(({ mode, go }) => `${MODES[mode]} shell 找到的是${go ? ` ${go}` : '空'}`).join('，')}；zsh 只在交互式 shell 中读取 ~/.zshrc`,
      },
      { figures, warnings: [...warnings, INSTEAD] },
    );
  },
});

function answerOf({ run: { stdout } }: ShellPath['shells'][number], installed: boolean) {
  const first = stdout.match(/^PATH=([^:\n]*)/m)?.[1] ?? '';
  const go = stdout.match(/^GO=(.*)$/m)?.[1] ?? '';
  return { first, go, found: first === ENTRY && (!installed || go === `${ENTRY}/go`) };
}
