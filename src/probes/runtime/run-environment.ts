/**
 * Asking a measured program for its environment, by the meter that measures all others: once as
 * experiments start their runs, once with settings planted that change what a Go program does.
 *
 * @module
 */

import * as z from 'zod';
import { runEnvironment } from '../../evidence/runtime/run-environment.ts';
import { CLEAN, nativeSpecimen } from '../../experiments/both-architectures.ts';
import { metered, meterFor } from '../../experiments/meter.ts';
import { HostError } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { LABORATORY } from './laboratory.ts';
import { parsedJson } from './parsed-json.ts';

/** As the ledger has them; harmless to a program that prints names. */
const PLANTED = { GOFLAGS: '-x', GODEBUG: 'madvdontneed=1', GOGC: '50' };

const names = z.array(z.string());

export const runEnvironmentProbe = probe({
  gathers: runEnvironment,
  needs: LABORATORY,
  cost: {
    time: 'seconds',
    profile: 'full',
    turn: 'build here',
    writes: ['the Go build cache', 'the meter, in the user’s cache directory'],
  },
  async gather(host, place) {
    const { path } = await nativeSpecimen(host, place, 'environment');
    const meter = await meterFor(host, place.go.path);
    const run = (env: Readonly<Record<string, string>>) => ({
      argv: [path],
      env,
      timeLimitNs: 20e9,
      outputLimit: 2 ** 20,
      keep: 65_536,
    });
    const seen = await metered(host, meter, [run(CLEAN), run({ ...CLEAN, ...PLANTED })]);
    const [clean, polluted] = seen.map(({ stdout }) => names.safeParse(parsedJson(stdout)));
    if (!clean?.success || !polluted?.success)
      throw new HostError('failed', `Cannot use ${path}: it printed no list of names`);
    return known({
      declared: { ...CLEAN },
      clean: clean.data,
      planted: Object.keys(PLANTED),
      polluted: polluted.data,
    });
  },
});
