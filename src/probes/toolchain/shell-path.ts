/**
 * The whitepaper's PATH line in ~/.zshrc of a scratch home, and three new shells there. They
 * start with a PATH that does not have the entry yet, as a shell in a new terminal does.
 *
 * @module
 */

import { SHELL_MODES, shellPath } from '../../evidence/toolchain/shell-path.ts';
import { blocked, known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { record } from './record.ts';
import { findOnPath, isExecutable, joinPath, searchPath } from './search-path.ts';

/** Printed in section "1 安装原生 Go 运行时". */
const ZSHRC = 'export PATH="/usr/local/go/bin:$PATH"\n';
const ENTRY = '/usr/local/go/bin';
/** Named, because start-up files may print something of their own. */
const ASK = 'print -r -- "PATH=$PATH"; print -r -- "GO=$(whence -p go)"';
const FLAGS: Readonly<Record<(typeof SHELL_MODES)[number], readonly string[]>> = {
  interactive: ['-i', '-c'],
  login: ['-l', '-c'],
  'non-interactive': ['-c'],
};

export const shellPathProbe = probe({
  gathers: shellPath,
  cost: { time: 'instant' },
  async gather(host) {
    const zsh = await findOnPath(host, 'zsh');
    if (zsh === undefined) {
      return blocked(
        { en: 'zsh is not installed', zh: '未安装 zsh' },
        { en: 'Install zsh, then run goassay again', zh: '安装 zsh 后重新运行 goassay' },
      );
    }
    const home = await host.scratch('shell-path');
    await host.writeScratch(joinPath(home, '.zshrc'), ZSHRC);
    const startPath = searchPath(host)
      .filter((entry) => entry.replace(/\/+$/, '') !== ENTRY)
      .join(':');
    const environment = { HOME: home, ZDOTDIR: undefined, PATH: startPath };
    const shells = [];
    for (const mode of SHELL_MODES) {
      const flags = FLAGS[mode];
      const run = await record(`zsh ${flags.join(' ')} '${ASK}'`, () =>
        host.run({ argv: [zsh, ...flags, ASK], directory: home, environment, timeLimitMs: 10_000 }),
      );
      shells.push({ mode, run });
    }
    return known({
      zshrc: ZSHRC,
      startPath,
      installed: await isExecutable(host, joinPath(ENTRY, 'go')),
      shells,
    });
  },
});
