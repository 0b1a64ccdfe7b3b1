/**
 * What a configuration does is predicted from its words alone, and held against what the go
 * command asked for.
 *
 * @module
 */

import { egressRequests, type EgressRequest } from '../../modules/egress.ts';
import type { Answer } from '../../modules/proxy-list.ts';
import { egressTrials } from '../../evidence/modules/egress-trials.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

interface Given {
  readonly host: string;
  readonly kind?: string | undefined;
  readonly status: number;
}

function answersFrom(answers: readonly Given[]): (request: EgressRequest) => Answer {
  return ({ host, kind }) => {
    const given = answers.find((one) => one.host === host && (one.kind === undefined || one.kind === kind));
    if (!given || given.status === 200) return 'found';
    return given.status === 404 || given.status === 410 ? 'not-found' : 'error';
  };
}

export const predictedEgress = claim({
  id: 'predicted-egress',
  subject: 'modules',
  answers: ['W3.18'],
  statement: {
    en: 'The combined effect of GOPATH, GOPROXY and GOSUMDB with a private repository is tested before it is trusted.',
    zh: '在信任之前,先测试 GOPATH、GOPROXY、GOSUMDB 与私有仓库配合的实际效果。',
  },
  method: {
    en: 'Plays twenty configurations with answers of every sort in the rig, and compares the requests that the go command made with the egress list, in order.',
    zh: '在试验台上以各种应答运行二十种配置，将 go 命令发出的请求与出口清单按序比较。',
  },
  wouldChange: {
    en: 'One configuration whose recorded requests differ from the list.',
    zh: '有一种配置的实际请求与清单不同。',
  },
  needs: { egress: egressTrials },

  judge({ egress }) {
    const different = egress.filter(({ settings, module, answers, requests }) => {
      const listed = egressRequests(settings, module, answersFrom(answers)).map(
        ({ scheme, host, path }) => `${scheme}://${host}${path}`,
      );
      return listed.join('\n') !== requests.join('\n');
    });
    const total = egress.reduce((sum, { requests }) => sum + requests.length, 0);
    const [first] = different;
    if (egress.length === 0 || total === 0)
      return inconclusive({ en: 'No configuration made a request', zh: '没有配置发出请求' });
    if (first)
      return refuted({
        en: `${different.length} of ${egress.length} configurations made other requests than the list says, the first with GOPROXY=${first.settings.goproxy}`,
        zh: `${egress.length} 种配置中有 ${different.length} 种的请求与清单不同，首例为 GOPROXY=${first.settings.goproxy}`,
      });
    return confirmed({
      en: `${egress.length} of ${egress.length} configurations made exactly the ${total} requests that the egress list says, in its order`,
      zh: `${egress.length} 种配置全部按清单顺序发出了清单所列的 ${total} 个请求`,
    });
  },
});
