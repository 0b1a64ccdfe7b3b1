/**
 * Whether the Go under test is a release that breaks programs by itself, by the list of defects
 * in evidence/toolchain/go-defects.ts, each with its issue.
 *
 * @module
 */

import { system } from '../../evidence/machine/system.ts';
import { GO_DEFECTS, defectsOf, DEFECTS_AS_OF, type GoDefect } from '../../evidence/toolchain/go-defects.ts';
import { GO_RELEASES } from '../../evidence/toolchain/go-releases.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { parseGoRelease } from '../../formats/go-version.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { upgrade } from './upgrade.ts';

export const knownGoodGoRelease = claim({
  id: 'known-good-go-release',
  subject: 'toolchain',
  answers: [],
  statement: {
    en: 'No defect is known by which the Go under test breaks programs for its own target.',
    zh: '被测的 Go 没有已知的、会使其自身目标平台程序出错的缺陷。',
  },
  method: {
    en: `Looks the version and GOOS/GOARCH up in a list of ${GO_DEFECTS.length} defects on arm64 and macOS, each with its issue (as of ${DEFECTS_AS_OF}); builds for linux/arm64 are looked up too.`,
    zh: `在 ${GO_DEFECTS.length} 个 arm64 与 macOS 缺陷的清单（截至 ${DEFECTS_AS_OF}，均附 issue）中查找该版本与 GOOS/GOARCH，并同时查找 linux/arm64 构建。`,
  },
  wouldChange: {
    en: 'A listed defect of that release on that target.',
    zh: '清单中出现该版本在该目标平台上的缺陷。',
  },
  needs: { go: goUnderTest, system: wish(system) },

  judge({ go: { version, env }, system: seen }) {
    const [goos, goarch] = [env['GOOS'] ?? '', env['GOARCH'] ?? ''];
    if (!parseGoRelease(version)) {
      return inconclusive({
        en: `${version} is no release, so no list knows it`,
        zh: `${version} 不是正式发布版，清单中没有`,
      });
    }
    const macOs = Number(seen?.release?.match(/^macOS (\d+)/)?.[1] ?? Number.NaN);
    const target = { system: goos, architecture: goarch, ...(!Number.isNaN(macOs) && { macOs }) };
    const own = defectsOf(version, target);
    const cross = defectsOf(version, { system: 'linux', architecture: 'arm64' }).filter(
      (one) => !own.includes(one),
    );
    const warnings = cross.map(({ issue, what }) => ({
      en: `What it builds for linux/arm64 has ${issue}: ${what.en}`,
      zh: `它为 linux/arm64 构建的程序受 ${issue} 影响：${what.zh}`,
    }));
    if (own.length === 0) {
      return confirmed(
        {
          en: `None of the ${GO_DEFECTS.length} listed defects concerns ${version} on ${goos}/${goarch}`,
          zh: `清单中的 ${GO_DEFECTS.length} 个缺陷均不涉及 ${goos}/${goarch} 上的 ${version}`,
        },
        { warnings },
      );
    }
    const because = {
      en: `${version} on ${goos}/${goarch} has ${own.map(({ issue, what }) => `${issue} (${what.en})`).join(' and ')}`,
      zh: `${goos}/${goarch} 上的 ${version} 有缺陷：${own.map(({ issue, what }) => `${issue}（${what.zh}）`).join('、')}`,
    };
    const mended = GO_RELEASES.find(
      ({ version: other }) => isAfter(other, version) && defectsOf(other, target).length === 0,
    );
    return refuted(because, {
      figures: [defectTable(own)],
      warnings,
      ...(mended && { mend: upgrade(mended.version) }),
    });
  },
});

/** The same line first: a patch is the smaller step. Lines are in order, so the first that fits is it. */
function isAfter(version: string, than: string): boolean {
  const [one, other] = [parseGoRelease(version), parseGoRelease(than)];
  if (!one || !other) return false;
  return one.minor > other.minor || (one.minor === other.minor && one.patch > other.patch);
}

function defectTable(defects: readonly GoDefect[]) {
  return table(
    { en: 'Known defects', zh: '已知缺陷' },
    [
      { en: 'issue', zh: 'issue' },
      { en: 'what', zh: '现象' },
      { en: 'since', zh: '始于' },
      { en: 'repaired in', zh: '修复于' },
    ],
    defects.map(({ issue, what, since, repaired }) => [issue, what, since, repaired.join(', ')]),
  );
}
