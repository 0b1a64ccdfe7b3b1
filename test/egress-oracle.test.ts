/**
 * Our egress list against the requests that the real Go command makes, in the rig.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { nodeHost } from '../src/host/node.ts';
import { buildRig, playRig } from '../src/probes/modules/rig.ts';
import { configurations, predicted, recorded, scenarioOf } from './egress-worlds.ts';
import { NEEDS_GO } from './goassay.ts';

/** Of sum.rig.test, as `{key sum.rig.test}` becomes; its exact digits do not matter to the list. */
const KEY = 'sum.rig.test+00000000+AAAA';

const COUNT = Number(process.env['EGRESS_COUNT'] ?? 70);
const SEED = Number(process.env['EGRESS_SEED'] ?? 20_261_128);

test(
  'generated configurations make the requests that the egress list says, in its order',
  NEEDS_GO,
  async () => {
    const host = nodeHost();
    try {
      const go = spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).stdout.trim() + '/bin/go';
      const rig = await buildRig(host, go);
      const all = configurations(COUNT, SEED);
      const scenarios = all.map(scenarioOf);
      let requests = 0;
      for (let at = 0; at < all.length; at += 25) {
        const recordings = await playRig(host, rig, go, scenarios.slice(at, at + 25));
        for (const [index, recording] of recordings.entries()) {
          const one = all[at + index];
          assert.ok(one);
          const { answers, ...settings } = one;
          const what = JSON.stringify(
            { settings, answers, says: recording.Commands[0]?.Stderr },
            undefined,
            1,
          );
          const came = recorded(recording);
          assert.deepEqual(predicted(one, KEY), came, what);
          requests += came.length;
        }
      }
      assert.ok(requests > 2 * COUNT, `${requests} requests`);
    } finally {
      host.close();
    }
  },
);
