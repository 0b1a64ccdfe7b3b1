/**
 * Reading what each binary of the run says it is.
 *
 * @module
 */

import { binaryIdentity, type BinaryIdentity } from '../../evidence/binary/binary-identity.ts';
import { PRODUCTS, product, type ProductName } from '../../evidence/binary/product.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { HostError, type Host } from '../../host/host.ts';
import { absent, known, type Fact } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { probe, type AnyProbe } from '../probe.ts';
import { readBinary } from './read-binary.ts';

const BUILT: readonly ProductName[] = [
  PRODUCTS.metricsDarwin,
  PRODUCTS.helloArm64,
  PRODUCTS.helloAmd64,
  PRODUCTS.helloArm64Whole,
  PRODUCTS.myapp,
  PRODUCTS.metricsLinux,
  PRODUCTS.helloLinuxArm64,
  PRODUCTS.helloLinuxAmd64,
  PRODUCTS.forged,
];

export const binaryIdentityProbes: readonly AnyProbe[] = [
  probe({
    gathers: of(binaryIdentity, PRODUCTS.go),
    needs: { go: goUnderTest },
    cost: { time: 'instant' },
    gather: (host, { go }) => identify(host, go.realPath),
  }),
  ...BUILT.map((name) =>
    probe({
      gathers: of(binaryIdentity, name),
      needs: { built: of(product, name) },
      cost: { time: 'instant' },
      async gather(host, { built }) {
        if (built.made) return identify(host, built.path);
        return absent({
          en: `The build made no ${name}: ${firstLine(built.stderr)}`,
          zh: `构建未产生 ${name}：${firstLine(built.stderr)}`,
        });
      },
    }),
  ),
];

async function identify(host: Host, path: string): Promise<Fact<BinaryIdentity>> {
  const identity = await readBinary(host, path);
  if (identity === undefined) throw new HostError('failed', `Cannot read ${path}: it is not there any more`);
  return known(identity);
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]?.slice(0, 300) ?? '';
}
