/**
 * "Enabled" means: on the list of ports, first class, with cgo, and built for without any step before.
 *
 * @module
 */

import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { binaryIdentity, thinSlice } from '../../evidence/binary/binary-identity.ts';
import { goPorts } from '../../evidence/toolchain/go-ports.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { of, wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const NAME = PRODUCTS.helloArm64Whole;

export const enabledDarwinTarget = claim({
  id: 'enabled-darwin-target',
  subject: 'toolchain',
  answers: ['W2.02'],
  statement: {
    en: 'The darwin/arm64 target is enabled without any extra step.',
    zh: 'darwin/arm64 目标无需额外步骤即可使用。',
  },
  method: {
    en: 'Reads `go tool dist list -json` and builds a hello with GOOS=darwin GOARCH=arm64 on this host.',
    zh: '读取 `go tool dist list -json`，并在本机以 GOOS=darwin GOARCH=arm64 构建 hello。',
  },
  wouldChange: {
    en: 'A list without it, as second class or without cgo, or a build that fails.',
    zh: '列表中没有该目标、仅为二级目标、不支持 cgo，或构建失败。',
  },
  needs: { ports: goPorts, built: of(product, NAME), identity: wish(of(binaryIdentity, NAME)) },

  judge({ ports: { lists }, built, identity }) {
    const [list] = lists;
    const port = list?.ports.find(({ goos, goarch }) => goos === 'darwin' && goarch === 'arm64');
    if (!list)
      return inconclusive({ en: 'The Go under test has no list of ports', zh: '被测 Go 没有给出平台列表' });
    if (!port)
      return refuted({
        en: `${list.version} does not list darwin/arm64 among its ${list.ports.length} ports`,
        zh: `${list.version} 的 ${list.ports.length} 个平台中没有 darwin/arm64`,
      });
    const made = identity && thinSlice(identity);
    const what = made ? `${identity.container} ${made.architecture}` : '';
    const says = (it: boolean | undefined) =>
      it === undefined
        ? { en: 'not said', zh: '未说明' }
        : it
          ? { en: 'yes', zh: '是' }
          : { en: 'no', zh: '否' };
    const figures = [
      table(
        { en: 'darwin/arm64 in the Go under test', zh: '被测 Go 中的 darwin/arm64' },
        [
          { en: 'question', zh: '问题' },
          { en: 'answer', zh: '回答' },
        ],
        [
          [{ en: 'first class', zh: '一级目标' }, says(port.firstClass)],
          [{ en: 'cgo supported', zh: '支持 cgo' }, says(port.cgoSupported)],
          [
            built.command,
            built.made ? what : { en: `exit ${built.exit ?? '?'}`, zh: `退出码 ${built.exit ?? '?'}` },
          ],
        ],
      ),
    ];
    if (!built.made)
      return refuted(
        {
          en: `It is listed, but ${built.command} ends with ${built.exit ?? 'a signal'}: ${built.stderr.trim().split('\n')[0] ?? ''}`,
          zh: `虽在列表中，但 ${built.command} 以 ${built.exit ?? '信号'} 结束：${built.stderr.trim().split('\n')[0] ?? ''}`,
        },
        { figures },
      );
    if (made && (identity.container !== 'mach-o' || made.architecture !== 'arm64'))
      return refuted(
        {
          en: `The build makes ${what} in place of Mach-O arm64`,
          zh: `构建得到的是 ${what}，而非 Mach-O arm64`,
        },
        { figures },
      );
    if (!port.cgoSupported || port.firstClass === false)
      return refuted(
        {
          en: `It builds, but the list says: first class ${says(port.firstClass).en}, cgo ${says(port.cgoSupported).en}`,
          zh: `可以构建，但列表载明：一级目标——${says(port.firstClass).zh}，支持 cgo——${says(port.cgoSupported).zh}`,
        },
        { figures },
      );
    if (port.firstClass === undefined)
      return inconclusive(
        {
          en: `It builds and has cgo, but the list of ${list.version} does not say which ports are first class`,
          zh: `可以构建且支持 cgo，但 ${list.version} 的列表未说明哪些平台为一级目标`,
        },
        { figures, remedy: { en: 'Use Go 1.19 or later', zh: '请使用 Go 1.19 或更高版本' } },
      );
    return confirmed(
      {
        en: `${list.version} lists it as first class with cgo, and a hello for it builds out of the box${what === '' ? '' : ` (${what})`}`,
        zh: `${list.version} 将其列为支持 cgo 的一级目标，hello 无需额外步骤即可构建${what === '' ? '' : `（${what}）`}`,
      },
      { figures },
    );
  },
});
