/**
 * Whether go1.22.5 is the newest release is a question of the day, so the day of the run and the
 * date of the release table decide how far the answer reaches.
 *
 * @module
 */

import { GO_RELEASES, RELEASES_AS_OF, releasesUntil } from '../../evidence/toolchain/go-releases.ts';
import { observationDay } from '../../evidence/toolchain/observation-day.ts';
import { releaseArchive } from '../../evidence/toolchain/release-archive.ts';
import { compareGoReleases, parseGoRelease } from '../../formats/go-version.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { verbatim } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { daysBetween } from './days.ts';

/** Printed in section "1 安装原生 Go 运行时". */
const PRINTED = 'go1.22.5';
const STALE_AFTER_DAYS = 60;

export const newestPrintedRelease = claim({
  id: 'newest-printed-release',
  subject: 'toolchain',
  answers: ['W1.08'],
  statement: {
    en: `${PRINTED} is the newest stable Go release.`,
    zh: `${PRINTED} 是最新的稳定版。`,
  },
  method: {
    en: `The dated release table shipped with goassay (complete on ${RELEASES_AS_OF}), and the official list of releases when the network is allowed.`,
    zh: `对照随 goassay 附带的发布表（截至 ${RELEASES_AS_OF}）；允许联网时再对照官方发布列表。`,
  },
  wouldChange: {
    en: 'A newer stable release on the day of the run.',
    zh: '采集当日已有更新的稳定版。',
  },
  needs: { today: observationDay, official: wish(releaseArchive) },

  judge({ today: { day }, official }) {
    const printed = parseGoRelease(PRINTED);
    const known = releasesUntil(day);
    const newer = known.filter((release) => printed !== undefined && compareGoReleases(release, printed) > 0);
    const own = GO_RELEASES.find(({ version }) => version === PRINTED);
    const figures = [
      {
        type: 'timeline' as const,
        title: { en: 'First releases of each line', zh: '各系列的首个版本' },
        events: [...known.filter(({ minor, patch }) => patch === 0 && minor >= 20), ...(own ? [own] : [])]
          .toSorted((one, other) => one.date.localeCompare(other.date))
          .map(({ version, date }) => ({
            date,
            label: verbatim(version),
            ...(version === PRINTED && { mark: true }),
          })),
      },
    ];
    const listed = official?.newestStable;
    if (listed !== undefined && listed !== PRINTED) {
      return refuted(
        {
          en: `The official list names ${listed} as the newest on ${day}`,
          zh: `官方列表在 ${day} 的最新稳定版是 ${listed}`,
        },
        { figures },
      );
    }
    const newest = newer.at(-1);
    if (newest) {
      return refuted(
        {
          en: `On ${day}, ${newer.length} stable releases with higher numbers were out, the newest ${newest.version} (${newest.date}); ${PRINTED} is of ${own?.date ?? '?'}`,
          zh: `到 ${day} 已有 ${newer.length} 个版本号更高的稳定版，最新为 ${newest.version}（${newest.date}）；${PRINTED} 发布于 ${own?.date ?? '?'}`,
        },
        { figures },
      );
    }
    const age = daysBetween(RELEASES_AS_OF, day);
    if (listed === undefined && age > STALE_AFTER_DAYS) {
      return inconclusive(
        {
          en: `The release table is ${age} days old, and the network is off`,
          zh: `发布表已过去 ${age} 天，且未联网`,
        },
        { figures, remedy: verbatim('goassay run --online') },
      );
    }
    return confirmed(
      {
        en: `No stable release with a higher number was out on ${day}`,
        zh: `到 ${day} 没有版本号更高的稳定版`,
      },
      { figures },
    );
  },
});
