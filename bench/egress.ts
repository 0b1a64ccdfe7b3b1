/** The egress list: the figure is 2,000 generated configurations whose recorded requests equal it, with the real Go command in the rig. */

import { spawnSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { nodeHost } from '../src/host/node.ts';
import { buildRig, playRig } from '../src/probes/modules/rig.ts';
import { configurations, predicted, recorded, scenarioOf } from '../test/egress-worlds.ts';

const count = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? 1);
const KEY = 'sum.rig.test+00000000+AAAA';

const go = `${spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).stdout.trim()}/bin/go`;
const host = nodeHost();
const all = configurations(count, seed);
const scenarios = all.map(scenarioOf);
const started = performance.now();
let [equal, requests] = [0, 0];
try {
  const rig = await buildRig(host, go);
  for (let at = 0; at < all.length; at += 50) {
    const recordings = await playRig(host, rig, go, scenarios.slice(at, at + 50));
    for (const [index, recording] of recordings.entries()) {
      const one = all[at + index];
      const came = recorded(recording);
      requests += came.length;
      if (one && isDeepStrictEqual(predicted(one, KEY), came)) equal += 1;
      else console.log('different:', JSON.stringify(one), came, one && predicted(one, KEY));
    }
  }
} finally {
  host.close();
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `${equal} of ${count} configurations equal, ${requests} distinct requests, ${seconds} s, seed ${seed}`,
);
console.log(`target all: ${equal === count ? 'met' : 'not met'}`);
