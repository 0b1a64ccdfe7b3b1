/**
 * Searching sources and a program for os_log. `grep` reads the sources: a thousand files, which
 * would each be a source of the fact if they were read one by one.
 *
 * @module
 */

import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { osLogMentions } from '../../evidence/toolchain/os-log-mentions.ts';
import type { Host } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { of, wish } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { record } from './record.ts';

const FOLDERS = ['runtime', 'cmd/cgo', 'cmd/link'];
const LETTERS = 'os_log';
const WINDOW = 2 ** 20;
const MOST_OFFSETS = 16;

export const osLogMentionsProbe = probe({
  gathers: osLogMentions,
  needs: { go: goUnderTest, built: wish(of(product, PRODUCTS.metricsDarwin)) },
  cost: { time: 'seconds' },
  async gather(host, { go, built }) {
    const directory = `${go.goroot}/src`;
    const folders: string[] = [];
    for (const folder of FOLDERS)
      if ((await host.status(`${directory}/${folder}`))?.type === 'directory') folders.push(folder);
    if (folders.length === 0)
      return absent({
        en: `GOROOT ${go.goroot} has no sources of the cgo bridge`,
        zh: `GOROOT ${go.goroot} 中没有 cgo 桥接层的源代码`,
      });
    const grep = (...words: string[]) =>
      host.run({ argv: ['grep', ...words, ...folders], directory, outputLimitBytes: 2 ** 22 });
    const listed = await grep('-rlI', '');
    const search = await record(`grep -rnIF ${LETTERS} ${folders.join(' ')}`, () => grep('-rnIF', LETTERS));
    const program = built?.made ? await searched(host, built.path) : undefined;
    return known({
      folders,
      files: listed.stdout.split('\n').filter((line) => line !== '').length,
      search,
      ...(program && { program }),
    });
  },
});

function searched(host: Host, path: string) {
  return host.withFile(path, async ({ sizeBytes, read }) => {
    const offsets: number[] = [];
    for (let at = 0; at < sizeBytes; at += WINDOW) {
      // A window ends with the first letters of the next one, less one that would be found twice.
      const text = Buffer.from(await read(at, WINDOW + LETTERS.length - 1)).toString('latin1');
      for (let found = text.indexOf(LETTERS); found >= 0; found = text.indexOf(LETTERS, found + 1))
        if (offsets.length < MOST_OFFSETS) offsets.push(at + found);
    }
    return { path, sizeBytes, offsets };
  });
}
