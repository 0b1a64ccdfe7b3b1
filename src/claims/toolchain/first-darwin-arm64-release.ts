/**
 * Before Go 1.16 the port named darwin/arm64 was that of iOS, which is ios/arm64 since; so an
 * older list that has the name without ios/arm64 beside it does not speak of macOS.
 *
 * @module
 */

import { goPorts } from '../../evidence/toolchain/go-ports.ts';
import { PORT_ORIGINS } from '../../evidence/toolchain/go-releases.ts';
import { parseGoRelease } from '../../formats/go-version.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const PORT = 'darwin/arm64';

export const firstDarwinArm64Release = claim({
  id: 'first-darwin-arm64-release',
  subject: 'toolchain',
  answers: ['W1.03'],
  statement: {
    en: 'Go 1.16 is the first release with an official macOS build target darwin/arm64.',
    zh: '官方的 macOS 构建目标 darwin/arm64 始于 Go 1.16。',
  },
  method: {
    en: '`go tool dist list -json` of the installed Go, beside the release table shipped with goassay, which names the release notes it takes the origin from.',
    zh: '查看所装 Go 的 `go tool dist list -json`，并与随 goassay 附带、注明出处的发布表对照。',
  },
  wouldChange: {
    en: 'A release before 1.16 that lists macOS on arm64, or one from 1.16 on that does not.',
    zh: '1.16 之前的版本列出 arm64 上的 macOS，或 1.16 及以后的版本未列出。',
  },
  needs: { ports: goPorts },

  judge({ ports: { lists } }) {
    const origin = PORT_ORIGINS.find(({ port }) => port === PORT);
    const rows = lists.flatMap(({ version, ports }) => {
      const release = parseGoRelease(version);
      const has = (goos: string) => ports.some((port) => port.goos === goos && port.goarch === 'arm64');
      return release
        ? [{ version, minor: release.minor, count: ports.length, lists: has('darwin'), forIos: !has('ios') }]
        : [];
    });
    const figures = [
      table(
        { en: 'Ports of the installed Go', zh: '所装 Go 的平台列表' },
        [
          { en: 'Go', zh: 'Go' },
          { en: 'ports', zh: '平台数' },
          PORT,
          { en: 'what it means there', zh: '其含义' },
        ],
        rows.map(({ version, count, lists: listed, forIos }) => [
          version,
          count,
          listed ? { en: 'listed', zh: '列出' } : { en: 'not listed', zh: '未列出' },
          !listed ? '' : forIos ? 'iOS' : 'macOS',
        ]),
      ),
    ];
    if (!origin)
      return inconclusive({
        en: `The release table has no origin of ${PORT}`,
        zh: `发布表未载明 ${PORT} 的起始版本`,
      });
    const early = rows.find(({ minor, lists: listed, forIos }) => minor < 16 && listed && !forIos);
    const without = rows.find(({ minor, lists: listed }) => minor >= 16 && !listed);
    const wrong = early ?? without;
    if (wrong) {
      return refuted(
        {
          en: `${wrong.version} ${early ? 'lists' : 'does not list'} ${PORT} among its ${wrong.count} ports`,
          zh: `${wrong.version} 的 ${wrong.count} 个平台中${early ? '已列出' : '没有'} ${PORT}`,
        },
        { figures },
      );
    }
    const [modern] = rows.filter(({ minor, lists: listed }) => minor >= 16 && listed);
    if (!modern) {
      return inconclusive(
        {
          en: `No release from 1.16 on is among the ${lists.length} lists`,
          zh: `${lists.length} 份列表中没有 1.16 及以后的版本`,
        },
        {
          figures,
          remedy: { en: 'Install a released Go 1.16 or later', zh: '安装 Go 1.16 或更高的正式版本' },
        },
      );
    }
    return confirmed(
      {
        en: `${modern.version} lists ${PORT} among its ${modern.count} ports, and the release table names go1.${origin.minor} as its origin (${origin.source})`,
        zh: `${modern.version} 的 ${modern.count} 个平台中有 ${PORT}，发布表载明其始于 go1.${origin.minor}（${origin.source}）`,
      },
      { figures },
    );
  },
});
