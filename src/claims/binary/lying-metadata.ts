/**
 * A binary whose build information says arm64 and whose code is not. goassay makes one by
 * writing over five bytes, and asks both `go version -m` and its own reader.
 *
 * @module
 */

import { binaryIdentity, buildSetting, thinSlice } from '../../evidence/binary/binary-identity.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { versionListing } from '../../evidence/binary/version-listing.ts';
import { claim } from '../../model/claim.ts';
import { of } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const lyingMetadata = claim({
  id: 'lying-metadata',
  subject: 'binary',
  answers: ['W3.43'],
  statement: {
    en: 'A binary whose metadata says arm64 can contain code for another architecture.',
    zh: '元数据标明 arm64 的二进制可能含有其他架构的代码。',
  },
  method: {
    en: 'Builds an honest linux/amd64 program, writes arm64 over the architecture in its build information, and compares what `go version -m` prints with the file header.',
    zh: '构建一个正常的 linux/amd64 程序，将其构建信息中的架构改写为 arm64，再比较 `go version -m` 的输出与文件头。',
  },
  wouldChange: {
    en: 'No such file can be made, because `go version -m` or the reader notices the change.',
    zh: '无法造出这样的文件，因为 `go version -m` 或读取器会发现改动。',
  },
  needs: {
    forged: of(binaryIdentity, PRODUCTS.forged),
    honest: of(binaryIdentity, PRODUCTS.helloLinuxAmd64),
    listing: versionListing,
  },

  judge({ forged, honest, listing: { listings } }) {
    const header = thinSlice(forged)?.architecture;
    const told = buildSetting(forged, 'GOARCH');
    const printed = /^\tbuild\tGOARCH=(\S+)$/m.exec(
      listings.find(({ name }) => name === PRODUCTS.forged)?.output ?? '',
    )?.[1];
    if (buildSetting(honest, 'GOARCH') !== 'amd64') {
      return inconclusive({
        en: 'The honest build does not record GOARCH=amd64',
        zh: '正常构建未记录 GOARCH=amd64',
      });
    }
    return printed === 'arm64' && header !== 'arm64'
      ? confirmed({
          en: `\`go version -m\` says GOARCH=${printed} of a file whose header is ${header}; goassay names the contradiction: build information ${told}, header ${header}`,
          zh: `\`go version -m\` 称其 GOARCH=${printed}，而文件头为 ${header}；goassay 指出矛盾：构建信息 ${told}，文件头 ${header}`,
        })
      : refuted({
          en: `The forged file did not get through: \`go version -m\` prints GOARCH=${printed ?? 'nothing'}, the header says ${header ?? 'nothing'}`,
          zh: `伪造未能成功：\`go version -m\` 输出 GOARCH=${printed ?? '无'}，文件头为 ${header ?? '无'}`,
        });
  },
});
