/**
 * The planted lie: an amd64 program whose build information is made to say arm64. The two words
 * are equally long, so nothing else in the file moves.
 *
 * @module
 */

import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { FormatError } from '../../bytes/error.ts';
import { absent, known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { probe } from '../probe.ts';

const HONEST = new TextEncoder().encode('build\tGOARCH=amd64\n');
const FORGED = new TextEncoder().encode('build\tGOARCH=arm64\n');

export const forgedProbe = probe({
  gathers: of(product, PRODUCTS.forged),
  needs: { honest: of(product, PRODUCTS.helloLinuxAmd64) },
  cost: { time: 'instant' },
  async gather(host, { honest }) {
    const bytes = honest.made ? await host.readFile(honest.path, 2 ** 26) : undefined;
    if (!bytes)
      return absent({
        en: 'There is no linux/amd64 build to forge',
        zh: '没有可供伪造的 linux/amd64 构建产物',
      });
    const path = `${await host.scratch('build/forged')}/${PRODUCTS.forged}`;
    const copy = Uint8Array.from(bytes);
    // The linker's debugging data may quote the settings too; the first place is the real one or all are.
    let at = Buffer.from(copy.buffer).indexOf(HONEST);
    if (at < 0)
      throw new FormatError(
        `Cannot forge ${honest.path}: it records no GOARCH, as Go before 1.18 does not`,
        0,
      );
    for (; at >= 0; at = Buffer.from(copy.buffer).indexOf(HONEST, at + 1)) copy.set(FORGED, at);
    await host.writeScratch(path, copy);
    return known({
      command: `cp ${PRODUCTS.helloLinuxAmd64} ${PRODUCTS.forged} && sed -i 's/GOARCH=amd64/GOARCH=arm64/' ${PRODUCTS.forged}`,
      exit: 0,
      stderr: '',
      path,
      made: true,
    });
  },
});
