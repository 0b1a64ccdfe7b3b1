/**
 * `--plan`: what would run, what it costs, which hosts it reaches and what it leaves behind.
 *
 * @module
 */

import type { Plan } from '../assay/plan.ts';
import type { Inquiry } from '../model/dossier.ts';
import { needId } from '../model/kind.ts';
import type { Language } from '../model/text.ts';
import type { AnyProbe } from '../probes/probe.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

export function showPlan(
  { claims, probes }: Plan,
  inquiry: Inquiry,
  language: Language,
  json: boolean,
): ExitCode {
  if (json) {
    const steps = probes.map((probe) => ({
      gathers: needId(probe.gathers),
      runs: runs(probe, inquiry),
      ...probe.cost,
    }));
    process.stdout.write(
      `${JSON.stringify({ claims: claims.map(({ id }) => id), probes: steps }, undefined, 2)}\n`,
    );
    return EXIT.met;
  }
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const times = {
    instant: say('instant', '即时'),
    seconds: say('seconds', '数秒'),
    minutes: say('minutes', '数分钟'),
  };
  const lines = [
    say(
      `${claims.length} claims need ${probes.length} probes. Nothing has been run.`,
      `${claims.length} 条主张需要 ${probes.length} 个探针。尚未执行任何操作。`,
    ),
    '',
  ];
  for (const probe of probes) {
    const { cost, gathers } = probe;
    const network = cost.network ?? [];
    const notes = [
      ...(cost.alone ? [say('alone', '独占运行')] : []),
      ...(network.length > 0 ? [say(`network: ${network.join(', ')}`, `网络：${network.join('、')}`)] : []),
      ...(cost.writes ? [say(`writes: ${cost.writes.join(', ')}`, `写入：${cost.writes.join('、')}`)] : []),
      ...(runs(probe, inquiry)
        ? []
        : [say('left out (see --online, --profile full)', '本次不执行（见 --online、--profile full）')]),
    ];
    lines.push(`  ${needId(gathers)}  ${times[cost.time]}${notes.map((note) => `; ${note}`).join('')}`);
    lines.push(`      ${gathers.kind.title[language]}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.met;
}

function runs({ cost }: AnyProbe, { online, profile }: Inquiry): boolean {
  return (online || (cost.network ?? []).length === 0) && (profile === 'full' || cost.profile !== 'full');
}
