import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { versionListing } from '../../evidence/binary/version-listing.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { known } from '../../model/fact.ts';
import { of, wish } from '../../model/kind.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';

export const versionListingProbe = probe({
  gathers: versionListing,
  needs: {
    go: goUnderTest,
    myapp: wish(of(product, PRODUCTS.myapp)),
    darwinArm64: wish(of(product, PRODUCTS.helloArm64)),
    darwinAmd64: wish(of(product, PRODUCTS.helloAmd64)),
    linuxArm64: wish(of(product, PRODUCTS.helloLinuxArm64)),
    linuxAmd64: wish(of(product, PRODUCTS.helloLinuxAmd64)),
    forged: wish(of(product, PRODUCTS.forged)),
  },
  cost: { time: 'seconds' },
  async gather(host, { go, ...built }) {
    const listings = [];
    const paths = [go.realPath, ...Object.values(built).flatMap((made) => (made?.made ? [made.path] : []))];
    for (const path of paths) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const { exit, stdout, stderr } = await runGo(host, {
        go: go.path,
        args: ['version', '-m', path],
        timeLimitMs: 20_000,
      });
      listings.push({ name, exit, output: stdout, stderr: stderr.slice(0, 4000) });
    }
    return known({ listings });
  },
});
