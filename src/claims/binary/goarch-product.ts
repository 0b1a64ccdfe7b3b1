/**
 * Every GOARCH that the Go under test offers for darwin, against the CPU type of what it makes.
 *
 * @module
 */

import { darwinProducts } from '../../evidence/toolchain/darwin-products.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const goarchProduct = claim({
  id: 'goarch-product',
  subject: 'binary',
  answers: ['W2.72'],
  statement: { en: 'GOARCH decides the architecture of the product.', zh: 'GOARCH 决定产物的架构。' },
  method: {
    en: 'Builds one program with every GOARCH that `go tool dist list` offers for darwin, and reads the CPU type in the header of each product.',
    zh: '以 `go tool dist list` 为 darwin 提供的每个 GOARCH 构建同一程序，并读取各产物文件头中的 CPU 类型。',
  },
  wouldChange: {
    en: 'A product whose CPU type is not the GOARCH it was built with.',
    zh: '某产物的 CPU 类型与构建所用 GOARCH 不同。',
  },
  needs: { built: darwinProducts },

  judge({ built: { products } }) {
    const figures = [
      table(
        { en: 'One program, every darwin port', zh: '同一程序，全部 darwin 移植' },
        ['GOARCH', { en: 'exit', zh: '退出码' }, { en: 'CPU type of the product', zh: '产物的 CPU 类型' }],
        products.map(({ goarch, exit, architectures }) => [
          goarch,
          String(exit ?? '–'),
          architectures.join('+') || '–',
        ]),
      ),
    ];
    const wrong = products.find(
      ({ goarch, architectures }) => architectures.length > 0 && architectures.join('+') !== goarch,
    );
    if (wrong) {
      return refuted(
        {
          en: `GOARCH=${wrong.goarch} makes a file for ${wrong.architectures.join('+')}`,
          zh: `GOARCH=${wrong.goarch} 产生了面向 ${wrong.architectures.join('+')} 的文件`,
        },
        { figures },
      );
    }
    const unmade = products.find(({ architectures }) => architectures.length === 0);
    if (unmade || products.length < 2) {
      return inconclusive(
        unmade
          ? {
              en: `GOARCH=${unmade.goarch} made no file: ${unmade.stderr.split('\n')[0]}`,
              zh: `GOARCH=${unmade.goarch} 未产生文件：${unmade.stderr.split('\n')[0]}`,
            }
          : {
              en: 'There is one darwin port only, so nothing to tell apart',
              zh: '仅有一个 darwin 移植，无从区分',
            },
        { figures },
      );
    }
    const names = products.map(({ goarch }) => goarch);
    return confirmed(
      {
        en: `All ${names.length} darwin products are of the architecture asked for: ${names.join(', ')}`,
        zh: `${names.length} 个 darwin 产物的架构均与所设相同：${names.join('、')}`,
      },
      { figures },
    );
  },
});
