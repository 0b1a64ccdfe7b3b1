/**
 * Many configurations with answers of every sort, played in the rig: what the egress list says
 * about them is for the claim.
 *
 * @module
 */

import { egressTrials } from '../../evidence/modules/egress-trials.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { configurationScenario, type RigAnswer } from './configuration-scenario.ts';
import { untrustedRig } from './play-trials.ts';
import { buildRig, playRig } from './rig.ts';

const PROXIES = [
  'https://a.test,https://b.test',
  'https://a.test|https://b.test,direct',
  'direct',
  'https://a.test,off',
  'https://a.test,direct,https://b.test',
];
const PATTERNS = ['', 'corp.test', '*.corp.test', 'x.test, corp.test'];
const DATABASES = [
  'off',
  'db.test+00000000+AAAA',
  'db.test+00000000+AAAA https://db.test',
  'company-sumdb https://db.test',
];
const STATUSES = [404, 403, 503, 410];
const MODULE = { path: 'corp.test/Team/lib', version: 'v1.0.0' };

/** Every list with every pattern, and with them the databases and answers in turn. */
const TRIALS = PROXIES.flatMap((goproxy, row) =>
  PATTERNS.map((pattern, column) => {
    const turn = row * PATTERNS.length + column;
    const status = STATUSES[turn % STATUSES.length] ?? 404;
    const answers: RigAnswer[] =
      turn % 3 === 0
        ? []
        : turn % 3 === 1
          ? [{ host: 'a.test', kind: undefined, status }]
          : [{ host: 'a.test', kind: 'supported', status }];
    return {
      fetch: {
        goproxy,
        gonoproxy: pattern,
        gonosumdb: turn % 2 === 0 ? pattern : '',
        gosumdb: DATABASES[(row + column) % DATABASES.length] ?? 'off',
        defaultSumdb: 'default.test',
      },
      answers,
    };
  }),
);

export const egressTrialsProbe = probe({
  gathers: egressTrials,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'build here', writes: ['the Go build cache'], profile: 'full' },
  async gather(host, { go }) {
    // An origin is asked over https, whatever proxies are.
    if (host.system === 'darwin') return untrustedRig();
    const rigged = TRIALS.map(({ fetch, answers }) =>
      configurationScenario({ fetch, answers, environment: {}, modules: [MODULE], system: host.system }),
    );
    const recordings = await playRig(
      host,
      await buildRig(host, go.path),
      go.path,
      rigged.map(({ scenario }, index) => ({ ...scenario, Name: String(index) })),
    );
    return known(
      TRIALS.map(({ answers }, index) => {
        const asked = (recordings[index]?.Requests ?? []).filter(({ Kind }) => Kind !== 'tile');
        return {
          settings: rigged[index]?.fetch ??
            TRIALS[0]?.fetch ?? { goproxy: '', gonoproxy: '', gonosumdb: '', gosumdb: '', defaultSumdb: '' },
          module: MODULE,
          answers: answers.map(({ host: name, kind, status }) => ({
            host: name,
            ...(kind !== undefined && { kind }),
            status,
          })),
          requests: [...new Set(asked.map(({ Scheme, Host, Path }) => `${Scheme}://${Host}${Path}`))],
        };
      }),
    );
  },
});
