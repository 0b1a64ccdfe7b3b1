/**
 * What the two printed hello builds of section 2.5 have in common.
 *
 * @module
 */

import { binaryIdentity, thinSlice } from '../../evidence/binary/binary-identity.ts';
import { product, type ProductName } from '../../evidence/binary/product.ts';
import { of, wish, type Shown } from '../../model/kind.ts';
import { confirmed, refuted, type Verdict } from '../../model/verdict.ts';
import { buildFailure } from './build-failure.ts';

export function printedHelloNeeds(name: ProductName) {
  return { built: of(product, name), identity: wish(of(binaryIdentity, name)) } as const;
}

export function judgePrintedHello(
  { built, identity }: Shown<ReturnType<typeof printedHelloNeeds>>,
  goarch: 'arm64' | 'amd64',
): Verdict {
  if (built.exit !== 0 || !identity) return refuted(buildFailure(built));
  const slice = thinSlice(identity);
  const isRight = identity.container === 'mach-o' && slice?.architecture === goarch;
  const architectures = identity.slices.map(({ architecture }) => architecture).join('+');
  return isRight
    ? confirmed({
        en: `The printed command exits 0 and makes a thin ${goarch} Mach-O of ${identity.sizeBytes} bytes`,
        zh: `所给命令以 0 退出，产生 ${identity.sizeBytes} 字节的单一架构 ${goarch} Mach-O`,
      })
    : refuted({
        en: `The printed command makes ${identity.container} for ${architectures || 'no known processor'}`,
        zh: `所给命令产生的是面向 ${architectures || '未知处理器'} 的 ${identity.container}`,
      });
}
