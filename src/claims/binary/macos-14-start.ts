/**
 * Judged from the file: every release from 14 on must have nothing against it.
 *
 * @module
 */

import { binaryIdentity } from '../../evidence/binary/binary-identity.ts';
import { MACOS_RELEASES } from '../../evidence/binary/macos-releases.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { claim } from '../../model/claim.ts';
import { of } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { description, standingFigure, standings } from './macos-start.ts';

const FIRST = 14;

export const macos14Start = claim({
  id: 'macos-14-start',
  subject: 'binary',
  answers: ['W2.29'],
  statement: {
    en: 'The cross-built binary runs on macOS 14 or later on Apple silicon.',
    zh: '交叉构建的二进制可在 macOS 14 及以上的 Apple Silicon 上运行。',
  },
  method: {
    en: 'Reads minimum OS, LC_UUID, libraries and signature from the Mach-O and derives which macOS releases accept it, by the rules cited in the table of releases.',
    zh: '从 Mach-O 读取最低系统版本、LC_UUID、动态库与签名，并依版本表所引规则推出哪些 macOS 版本接受它。',
  },
  wouldChange: {
    en: 'A release from 14 on that refuses the file, by its minimum version, its signature, a foreign library or a missing LC_UUID.',
    zh: '某个 14 及以上的版本因最低版本、签名、外部动态库或缺少 LC_UUID 而拒绝该文件。',
  },
  needs: { identity: of(binaryIdentity, PRODUCTS.metricsDarwin) },

  judge({ identity }) {
    const list = standings(
      identity,
      MACOS_RELEASES.filter(({ version }) => version >= FIRST),
    );
    const figures = [standingFigure(list)];
    const said = description(identity);
    const refusing = list.filter(({ start }) => start === 'refused');
    const open = list.filter(({ start }) => start === 'unsettled');
    const [first] = [...refusing, ...open];
    if (!first) {
      return confirmed(
        {
          en: `macOS ${list.map(({ release }) => release.version).join(', ')} accept it: ${said.en}`,
          zh: `macOS ${list.map(({ release }) => release.version).join('、')} 均接受：${said.zh}`,
        },
        { figures, warnings: [NOT_STARTED] },
      );
    }
    const versions = (refusing.length > 0 ? refusing : open).map(({ release }) => release.version);
    return refusing.length > 0
      ? refuted(
          {
            en: `macOS ${versions.join(', ')} refuse it: ${first.why.en}`,
            zh: `macOS ${versions.join('、')} 会拒绝：${first.why.zh}`,
          },
          { figures },
        )
      : inconclusive(
          {
            en: `For macOS ${versions.join(', ')} it is not settled: ${first.why.en}`,
            zh: `对 macOS ${versions.join('、')} 尚无定论：${first.why.zh}`,
          },
          { figures, remedy: { en: 'Start the program on such a Mac', zh: '在这样的 Mac 上启动该程序' } },
        );
  },
});

const NOT_STARTED = {
  en: 'Judged from the file; goassay did not start it on each of these releases',
  zh: '依文件判定；goassay 并未在上述每个版本上实际启动它',
};
