/**
 * The cache meter on a module made so that one can say by hand what each build must compile: leaf,
 * imported by middle, imported by top, which also imports a package of another module. Nothing of the
 * standard library is needed, so nothing else is built.
 *
 * @module
 */

import { meteredBuilds, type MeteredBuilds } from '../../evidence/modules/metered-builds.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { compareGoReleases, parseGoRelease } from '../../formats/go-version.ts';
import { absent, known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { joinPath } from '../toolchain/search-path.ts';
import { meterCaches } from './cache-meter.ts';

const OWN = 'goassay.example/metered';
const OTHER = 'goassay.example/other';
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  [`${OWN}/leaf`]: [],
  [`${OWN}/middle`]: [`${OWN}/leaf`],
  [`${OWN}/top`]: [`${OWN}/middle`, OTHER],
  [OTHER]: [],
};

/** An edit is of leaf; -trimpath is another command line for all; vendor/ moves the other module, and what imports it. */
const EXPECTED: Readonly<Record<MeteredBuilds['arms'][number]['arm'], readonly string[]>> = {
  cold: Object.keys(IMPORTS),
  warm: [],
  touched: [],
  edited: [`${OWN}/leaf`, `${OWN}/middle`, `${OWN}/top`],
  trimmed: Object.keys(IMPORTS),
  vendored: [`${OWN}/top`, OTHER],
};

export const meteredBuildsProbe = probe({
  gathers: meteredBuilds,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'module experiments', profile: 'full', writes: ['the Go build cache'] },
  async gather(host, { go: { path: go, version } }) {
    const [own, first] = [parseGoRelease(version), parseGoRelease('go1.24')];
    if (own && first && compareGoReleases(own, first) < 0)
      return absent({
        en: `${version} does not let a program be its build cache; Go 1.24 is the first that does`,
        zh: `${version} 不支持以程序充当构建缓存；自 Go 1.24 起方可`,
      });
    const root = await host.scratch('metered-builds');
    const module = joinPath(root, 'module');
    for (const [path, imports] of Object.entries(IMPORTS)) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const directory = path === OTHER ? joinPath(root, 'other') : joinPath(module, name);
      const lines = imports.map((one) => `import _ "${one}"\n`).join('');
      await host.writeScratch(
        joinPath(directory, `${name}.go`),
        `package ${name}\n\n${lines}\nfunc F() int { return 1 }\n`,
      );
    }
    await host.writeScratch(joinPath(root, 'other/go.mod'), `module ${OTHER}\n\ngo 1.21\n`);
    await host.writeScratch(
      joinPath(module, 'go.mod'),
      `module ${OWN}\n\ngo 1.21\n\nrequire ${OTHER} v1.0.0\n\nreplace ${OTHER} => ../other\n`,
    );
    const { arms } = await meterCaches(host, { go, directory: module, online: false });
    return known({
      imports: Object.fromEntries(Object.entries(IMPORTS).map(([path, imports]) => [path, [...imports]])),
      arms: arms.map(({ arm, missed, hits, packages, compiled, gets }) => ({
        arm,
        expected: [...EXPECTED[arm]].toSorted(),
        missed: [...missed].toSorted(),
        hits,
        packages,
        compiled,
        gets,
      })),
    });
  },
});
