/**
 * On which macOS releases a Mach-O starts, judged from the file alone: the common ground of the
 * claims on deployment and compatibility.
 *
 * @module
 */

import { thinSlice, type BinaryIdentity } from '../../evidence/binary/binary-identity.ts';
import { MACOS_RELEASES, type MacosRelease } from '../../evidence/binary/macos-releases.ts';
import {
  flaw as sliceFlaw,
  standings as sliceStandings,
  type Standing,
  type Start,
} from '../../inspection/macos-start.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { verbatim, type Text } from '../../model/text.ts';

/** Everything about the file that decides on every release alike; undefined if nothing stands against it. */
export function flaw(identity: BinaryIdentity): Text | undefined {
  const slice = thinSlice(identity);
  if (identity.container === 'mach-o' && slice?.macho) return sliceFlaw(slice);
  return {
    en: `it is no thin Mach-O but ${identity.container}`,
    zh: `它不是单一架构的 Mach-O，而是 ${identity.container}`,
  };
}

export function standings(
  identity: BinaryIdentity,
  releases: readonly MacosRelease[] = MACOS_RELEASES,
): Standing[] {
  const slice = thinSlice(identity);
  const why = flaw(identity);
  if (identity.container !== 'mach-o' || !slice)
    return releases.map((release) => ({ release, start: 'refused', why: why ?? verbatim('') }));
  return sliceStandings(slice, releases);
}

const WORDS: Readonly<Record<Start, Text>> = {
  starts: { en: 'accepts it', zh: '接受' },
  refused: { en: 'refuses it', zh: '拒绝' },
  unsettled: { en: 'Not settled', zh: '未有定论' },
};

export function standingFigure(list: readonly Standing[]): TableFigure {
  return table(
    { en: 'Which macOS releases accept the file', zh: '各 macOS 版本是否接受该文件' },
    [
      verbatim('macOS'),
      { en: 'security updates', zh: '安全更新' },
      { en: 'verdict', zh: '判定' },
      { en: 'because', zh: '理由' },
    ],
    list.map(({ release, start, why }) => [
      `${release.version}`,
      release.isSupported ? { en: 'yes', zh: '有' } : { en: 'no', zh: '无' },
      WORDS[start],
      why,
    ]),
  );
}

/** Minimum, SDK, libraries, signature and UUID in one sentence. */
export function description(identity: BinaryIdentity): Text {
  const macho = thinSlice(identity)?.macho;
  const signature = macho?.signature;
  const pages = signature?.pages ?? 0;
  const good = pages - (signature?.badPages.length ?? 0);
  return {
    en: `minimum macOS ${macho?.minimumOs ?? 'unknown'}, SDK ${macho?.sdk ?? 'unknown'}, system libraries: ${macho?.dylibs.length ?? 0}, ${good} of ${pages} signed pages right, LC_UUID ${macho?.uuid === undefined ? 'absent' : 'present'}`,
    zh: `最低 macOS ${macho?.minimumOs ?? '未知'}，SDK ${macho?.sdk ?? '未知'}，系统库 ${macho?.dylibs.length ?? 0} 个，签名页 ${pages} 页中 ${good} 页正确，LC_UUID ${macho?.uuid === undefined ? '缺失' : '存在'}`,
  };
}
