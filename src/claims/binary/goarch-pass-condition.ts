/**
 * The paper's pass condition "the output contains -goarch=arm64", applied to honest builds. A
 * condition that no native binary meets rejects them all.
 *
 * @module
 */

import { PRODUCTS } from '../../evidence/binary/product.ts';
import { versionListing } from '../../evidence/binary/version-listing.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const CONDITION = '-goarch=arm64';
const NATIVE: readonly string[] = [PRODUCTS.myapp, PRODUCTS.helloArm64, PRODUCTS.helloLinuxArm64];

export const goarchPassCondition = claim({
  id: 'goarch-pass-condition',
  subject: 'binary',
  answers: ['W3.49'],
  statement: {
    en: 'The pass condition "contains -goarch=arm64" accepts native arm64 binaries, and a binary without it is not an arm64 build.',
    zh: '通过条件“含 -goarch=arm64”能接受原生 arm64 二进制，不含者即非 ARM64 构建。',
  },
  method: {
    en: 'Applies the condition to the output of `go version -m` for native arm64 builds of the Go under test.',
    zh: '将该条件用于被测 Go 的原生 arm64 构建产物的 `go version -m` 输出。',
  },
  wouldChange: {
    en: 'Every native arm64 build meeting the condition.',
    zh: '所有原生 arm64 构建产物都满足该条件。',
  },
  needs: { listing: versionListing },

  judge({ listing: { listings } }) {
    const native = listings.filter(({ name }) => NATIVE.includes(name));
    if (native.length === 0)
      return inconclusive({ en: 'No arm64 program could be built', zh: '未能构建 arm64 程序' });
    const failing = native.filter(({ output }) => !output.includes(CONDITION)).map(({ name }) => name);
    const figures = [
      table(
        { en: `Which native builds contain “${CONDITION}”`, zh: `哪些原生构建含“${CONDITION}”` },
        [
          { en: 'native arm64 build', zh: '原生 arm64 构建' },
          { en: 'passes', zh: '通过' },
          { en: 'what it says', zh: '实际内容' },
        ],
        native.map(({ name, output }) => [
          name,
          output.includes(CONDITION) ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' },
          /GOARCH=\S+/.exec(output)?.[0] ?? '–',
        ]),
      ),
    ];
    return failing.length > 0
      ? refuted(
          {
            en: `${failing.length} of ${native.length} native arm64 builds fail the condition: ${failing.join(', ')}`,
            zh: `${native.length} 个原生 arm64 构建中有 ${failing.length} 个不满足该条件：${failing.join('、')}`,
          },
          { figures },
        )
      : confirmed(
          {
            en: `All ${native.length} native arm64 builds meet the condition`,
            zh: `${native.length} 个原生 arm64 构建均满足该条件`,
          },
          { figures },
        );
  },
});
