/**
 * The lines of the paper's example that a real listing can be held against: the first line, the
 * path, and three settings. The example is rebuilt with its own module path and flags.
 *
 * @module
 */

import { PRODUCTS } from '../../evidence/binary/product.ts';
import { versionListing } from '../../evidence/binary/version-listing.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

/** As printed in section 3.3; the version is that of whoever builds, so only its form counts. */
const PRINTED: readonly (readonly [line: string, pattern: RegExp])[] = [
  ['myapp: go1.22.3', /^\S*myapp: go\d+\.\d+(?:\.\d+|rc\d+|beta\d+)?(?:$| )/],
  ['path github.com/example/myapp', /^path github\.com\/example\/myapp$/],
  ['build -buildmode=exe', /^build -buildmode=exe$/],
  ['build -compiler=gc', /^build -compiler=gc$/],
  ['build -ldflags="-s -w"', /^build -ldflags="-s -w"$/],
];

export const printedBuildLines = claim({
  id: 'printed-build-lines',
  subject: 'binary',
  answers: ['W3.40'],
  statement: {
    en: 'The lines path, -buildmode, -compiler and -ldflags of the example are what `go version -m` prints.',
    zh: '示例中的 path、-buildmode、-compiler、-ldflags 行与 `go version -m` 的真实输出一致。',
  },
  method: {
    en: 'Builds the module github.com/example/myapp with the example’s flags and compares the first line and those four with the real output, white space aside.',
    zh: '以示例的选项构建模块 github.com/example/myapp，忽略空白后将首行与这四行同真实输出比较。',
  },
  wouldChange: {
    en: 'One of the five lines missing from the real output.',
    zh: '真实输出中缺少这五行之一。',
  },
  needs: { listing: versionListing },

  judge({ listing: { listings } }) {
    const found = listings.find(({ name }) => name === PRODUCTS.myapp);
    if (!found) return inconclusive({ en: 'The example could not be built', zh: '示例未能构建' });
    const lines = found.output.split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' '));
    const rows = PRINTED.map(([printed, pattern]) => ({
      printed,
      real: lines.find((line) => pattern.test(line)),
    }));
    const missing = rows.filter(({ real }) => real === undefined).map(({ printed }) => printed);
    const figures = [
      table(
        { en: 'The example beside the real output', zh: '示例与真实输出对照' },
        [
          { en: 'printed', zh: '白皮书所印' },
          { en: 'real', zh: '真实输出' },
        ],
        rows.map(({ printed, real }) => [printed, real ?? '–']),
      ),
    ];
    return missing.length > 0
      ? refuted({ en: `Not printed: ${missing.join('; ')}`, zh: `未输出：${missing.join(';')}` }, { figures })
      : confirmed(
          {
            en: `All ${rows.length} lines are printed; real output separates the fields with tabs`,
            zh: `${rows.length} 行全部输出；真实输出以制表符分隔字段`,
          },
          { figures },
        );
  },
});
