/**
 * On which macOS releases a Mach-O starts, judged from the file alone: the common ground of the
 * claims on deployment and compatibility.
 *
 * @module
 */

import { thinSlice, type BinaryIdentity } from '../../evidence/binary/binary-identity.ts';
import { MACOS_RELEASES, UUID_ASKED_SINCE, type MacosRelease } from '../../evidence/binary/macos-releases.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { verbatim, type Text } from '../../model/text.ts';

type Start = 'starts' | 'refused' | 'unsettled';

export interface Standing {
  readonly release: MacosRelease;
  readonly start: Start;
  readonly why: Text;
}

/** Everything about the file that decides on every release alike; undefined if nothing stands against it. */
export function flaw(identity: BinaryIdentity): Text | undefined {
  const slice = thinSlice(identity);
  if (identity.container !== 'mach-o' || !slice?.macho) {
    return {
      en: `it is no thin Mach-O but ${identity.container}`,
      zh: `它不是单一架构的 Mach-O，而是 ${identity.container}`,
    };
  }
  if (slice.architecture !== 'arm64')
    return { en: `its code is for ${slice.architecture}`, zh: `其代码面向 ${slice.architecture}` };
  const { signature, dylibs } = slice.macho;
  if (!signature) return { en: 'it has no code signature', zh: '它没有代码签名' };
  if (signature.badPages.length > 0) {
    return {
      en: `${signature.badPages.length} of its ${signature.pages} signed pages do not match their hash`,
      zh: `其 ${signature.pages} 个签名页中有 ${signature.badPages.length} 个与哈希不符`,
    };
  }
  const foreign = dylibs.find((path) => !/^\/(?:usr\/lib|System\/Library)\//.test(path));
  if (foreign !== undefined)
    return { en: `it needs ${foreign}, which is no part of macOS`, zh: `它依赖不属于 macOS 的 ${foreign}` };
  return undefined;
}

export function standings(
  identity: BinaryIdentity,
  releases: readonly MacosRelease[] = MACOS_RELEASES,
): Standing[] {
  const macho = thinSlice(identity)?.macho;
  const against = flaw(identity);
  const minimum = Number(macho?.minimumOs?.split('.')[0] ?? 0);
  return releases.map((release) => {
    if (against) return { release, start: 'refused', why: against };
    if (release.version < minimum) {
      return {
        release,
        start: 'refused',
        why: { en: `its minimum is macOS ${macho?.minimumOs}`, zh: `其最低要求为 macOS ${macho?.minimumOs}` },
      };
    }
    if (macho?.uuid === undefined && release.version >= UUID_ASKED_SINCE) {
      return {
        release,
        start: 'unsettled',
        why: {
          en: 'it has no LC_UUID, which dyld has been seen to ask for',
          zh: '它没有 LC_UUID，而 dyld 已有拒绝此类程序的记录',
        },
      };
    }
    return { release, start: 'starts', why: { en: 'nothing stands against it', zh: '没有不利因素' } };
  });
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
