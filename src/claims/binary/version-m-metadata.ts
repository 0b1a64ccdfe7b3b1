/**
 * The four facts the paper expects of `go version -m`: GOOS, GOARCH, the Go version and
 * CGO_ENABLED, on honest builds for four targets.
 *
 * @module
 */

import { PRODUCTS } from '../../evidence/binary/product.ts';
import { listedSettings, versionListing } from '../../evidence/binary/version-listing.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const TARGETS: readonly string[] = [
  PRODUCTS.helloArm64,
  PRODUCTS.helloAmd64,
  PRODUCTS.helloLinuxArm64,
  PRODUCTS.helloLinuxAmd64,
];
const KEYS = ['GOOS', 'GOARCH', 'CGO_ENABLED'] as const;

export const versionMMetadata = claim({
  id: 'version-m-metadata',
  subject: 'binary',
  answers: ['W3.38'],
  statement: {
    en: '`go version -m` extracts embedded build metadata such as GOOS, GOARCH, Go version and CGO_ENABLED.',
    zh: '`go version -m` 可提取 GOOS、GOARCH、Go 版本、CGO_ENABLED 等嵌入的构建元数据。',
  },
  method: {
    en: 'Runs `go version -m` on programs built here for darwin and linux on arm64 and amd64, and looks for the four facts.',
    zh: '对本机为 darwin 与 linux 的 arm64、amd64 构建的程序运行 `go version -m`，查找这四项事实。',
  },
  wouldChange: {
    en: 'An honest build for which one of the four is not printed.',
    zh: '某个正常构建产物的四项事实中有一项未被输出。',
  },
  needs: { listing: versionListing },

  judge({ listing: { listings } }) {
    const rows = listings
      .filter(({ name }) => TARGETS.includes(name))
      .map(({ name, output }) => {
        const settings = new Map(listedSettings(output));
        return {
          name,
          version: /: (\S.*)$/m.exec(output)?.[1] ?? '',
          values: KEYS.map((key) => settings.get(key) ?? ''),
        };
      });
    if (rows.length < TARGETS.length) {
      return inconclusive({
        en: `Only ${rows.length} of ${TARGETS.length} targets could be built`,
        zh: `${TARGETS.length} 个目标中仅构建成功 ${rows.length} 个`,
      });
    }
    const figures = [
      table(
        { en: 'What `go version -m` prints', zh: '`go version -m` 的输出' },
        [{ en: 'binary', zh: '二进制' }, { en: 'Go version', zh: 'Go 版本' }, ...KEYS],
        rows.map(({ name, version, values }) => [
          name,
          version || '–',
          ...values.map((value) => value || '–'),
        ]),
      ),
    ];
    const lacking = rows.find(({ version, values }) => version === '' || values.includes(''));
    return lacking
      ? refuted(
          {
            en: `For ${lacking.name} not all four facts are printed`,
            zh: `对 ${lacking.name} 未能输出全部四项事实`,
          },
          { figures },
        )
      : confirmed(
          {
            en: `All four facts are printed for each of ${rows.length} targets`,
            zh: `${rows.length} 个目标均输出了全部四项事实`,
          },
          { figures },
        );
  },
});
