/**
 * Whether the Go under test still gets repairs, by the dated release table and Go's own policy:
 * each major release is supported until there are two newer ones (go.dev/doc/devel/release).
 *
 * @module
 */

import {
  GO_RELEASES,
  RELEASES_AS_OF,
  RELEASES_SOURCE,
  type DatedRelease,
} from '../../evidence/toolchain/go-releases.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { observationDay } from '../../evidence/toolchain/observation-day.ts';
import { claim } from '../../model/claim.ts';
import type { TimelineFigure } from '../../model/figure.ts';
import { verbatim, type Text } from '../../model/text.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { daysBetween } from './days.ts';
import { releaseStanding } from './release-standing.ts';
import { upgrade } from './upgrade.ts';

/** Go releases patches monthly: an older table has most likely missed one. */
const STALE_AFTER_DAYS = 60;

export const supportedGoRelease = claim({
  id: 'supported-go-release',
  subject: 'toolchain',
  answers: [],
  statement: {
    en: 'The Go under test belongs to a supported release line and is the newest patch of it.',
    zh: '被测的 Go 属于仍受支持的发布系列，且是该系列最新的补丁版本。',
  },
  method: {
    en: `Looks the version up in the release table shipped with goassay (complete on ${RELEASES_AS_OF}; ${RELEASES_SOURCE}); a line is supported until two newer lines exist.`,
    zh: `在随 goassay 附带的发布表（截至 ${RELEASES_AS_OF}；${RELEASES_SOURCE}）中查找该版本；某系列在出现两个更新的系列之前受支持。`,
  },
  wouldChange: {
    en: 'Two newer release lines, or a newer patch of its own line.',
    zh: '出现两个更新的发布系列，或本系列出现更新的补丁版本。',
  },
  needs: { go: goUnderTest, today: observationDay },

  judge({ go: { version }, today: { day } }) {
    const standing = releaseStanding(version);
    if (standing.is === 'unreleased') {
      return inconclusive({
        en: `${version} is no release, so the table does not know it`,
        zh: `${version} 不是正式发布版，发布表中没有`,
      });
    }
    if (standing.is === 'newer') {
      return inconclusive({
        en: `${version} is newer than the release table of ${RELEASES_AS_OF}`,
        zh: `${version} 比 ${RELEASES_AS_OF} 的发布表更新`,
      });
    }
    const { newest, release } = standing;
    const figures = [timeline(release.minor, version)];
    if (standing.is === 'ended') {
      const because = {
        en: `${version} gets no repairs since ${standing.on}, when the second newer line came out; the newest release is ${newest.version} (${newest.date})`,
        zh: `${version} 自 ${standing.on} 第二个更新的系列发布起不再获得修复；最新版本为 ${newest.version}（${newest.date}）`,
      };
      return refuted(because, { figures, mend: upgrade(newest.version) });
    }
    if (standing.is === 'behind') {
      const { by } = standing;
      const because = {
        en: `${version} is ${by.length === 1 ? '1 release' : `${by.length} releases`} behind ${newest.version} (${newest.date})${securityOf(by).en}`,
        zh: `${version} 落后 ${newest.version}（${newest.date}）${by.length} 个版本${securityOf(by).zh}`,
      };
      return refuted(because, { figures, mend: upgrade(newest.version) });
    }
    const age = daysBetween(RELEASES_AS_OF, day);
    if (age > STALE_AFTER_DAYS) {
      return inconclusive(
        {
          en: `${version} was the newest of its line on ${RELEASES_AS_OF}, but that table is ${age} days old`,
          zh: `截至 ${RELEASES_AS_OF}，${version} 是本系列最新版本，但该发布表已过去 ${age} 天`,
        },
        { figures, remedy: { en: 'Update goassay', zh: '更新 goassay' } },
      );
    }
    return confirmed(
      {
        en: `${version} is the newest of its line (${newest.date}) and the line is supported, by the table of ${RELEASES_AS_OF}`,
        zh: `按 ${RELEASES_AS_OF} 的发布表，${version} 是本系列最新版本（${newest.date}），且该系列受支持`,
      },
      { figures },
    );
  },
});

function securityOf(behind: readonly DatedRelease[]): Text {
  const count = behind.filter(({ security }) => security).length;
  const unknown = behind.filter(({ security }) => security === undefined).length;
  const told = { en: `; ${count} of them mend vulnerabilities`, zh: `；其中 ${count} 个修复了漏洞` };
  if (unknown === 0) return count === 0 ? verbatim('') : told;
  if (count === 0)
    return {
      en: '; whether they mend vulnerabilities the table cannot tell',
      zh: '；它们是否修复漏洞，表中未载明',
    };
  return {
    en: `${told.en}, of ${unknown} the table cannot tell`,
    zh: `${told.zh}，另有 ${unknown} 个表中未载明`,
  };
}

/** First releases of the line and of the two after it, and the one under test. */
function timeline(minor: number, version: string): TimelineFigure {
  const lines = GO_RELEASES.filter(
    (release) => release.patch === 0 && release.minor >= minor && release.minor <= minor + 2,
  );
  const own = GO_RELEASES.filter((release) => release.minor === minor && release.patch > 0);
  return {
    type: 'timeline',
    title: { en: `Releases from go1.${minor} on`, zh: `go1.${minor} 以来的发布` },
    events: [...lines, ...own]
      .toSorted((one, other) => one.date.localeCompare(other.date))
      .map((release) => ({
        date: release.date,
        label: verbatim(release.version),
        ...(release.version === version && { mark: true }),
      })),
  };
}
