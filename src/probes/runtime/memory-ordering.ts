/**
 * Litmus tests, natively: a translator adds barriers of its own, or leaves some out.
 *
 * @module
 */

import * as z from 'zod';
import { isTranslated } from '../../evidence/machine/translation.ts';
import { memoryOrdering } from '../../evidence/runtime/memory-ordering.ts';
import { nativeSpecimen } from '../../experiments/both-architectures.ts';
import { HostError } from '../../host/host.ts';
import { absent, known } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';
import { parsedJson } from './parsed-json.ts';

/** The specimen has its loads and stores in the assembly of these. */
const ASSEMBLED = ['amd64', 'arm64'];

const ONE_PROCESSOR = 3;

export const memoryOrderingProbe = probe({
  gathers: memoryOrdering,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, place) {
    if (place.heard && isTranslated(place.heard) === true) {
      return absent({
        en: 'This process is translated: the order would be that of the translator',
        zh: '本进程处于转译之下：所见次序将是转译器的次序',
      });
    }
    const { path } = await nativeSpecimen(
      host,
      place,
      'litmus',
      ASSEMBLED.map((goarch) => `litmus_${goarch}.s`),
    );
    const { exit, stdout, stderr } = await host.run({
      argv: [path, '-rounds', '20000000', '-seconds', '10'],
      environment: { GODEBUG: '', GOMAXPROCS: '' },
      timeLimitMs: 120_000,
    });
    if (exit === ONE_PROCESSOR)
      return absent({ en: 'One processor has no order between two', zh: '单个处理器谈不上两者之间的次序' });
    if (exit !== 0) throw new HostError('failed', `Cannot run ${path}: ${stderr.slice(0, 300)}`);
    const told = printed.safeParse(parsedJson(stdout));
    if (!told.success)
      throw new HostError('failed', `Cannot use ${path}: it printed ${stdout.slice(0, 100)}`);
    return known(told.data);
  },
});

const printed = z.object({
  goarch: z.string(),
  outcomes: z.array(
    z.object({ test: z.string(), access: z.string(), rounds: z.number(), reordered: z.number() }),
  ),
});
