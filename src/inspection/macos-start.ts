/**
 * On which macOS releases a Mach-O slice starts, as far as the file alone tells.
 *
 * @module
 */

import type { BinarySlice } from '../evidence/binary/binary-identity.ts';
import { MACOS_RELEASES, UUID_ASKED_SINCE, type MacosRelease } from '../evidence/binary/macos-releases.ts';
import type { Text } from '../model/text.ts';

export type Start = 'starts' | 'refused' | 'unsettled';

export interface Standing {
  readonly release: MacosRelease;
  readonly start: Start;
  readonly why: Text;
}

/** Everything about the slice that decides on every release alike; undefined if nothing stands against it. */
export function flaw({ macho, architecture }: BinarySlice): Text | undefined {
  if (!macho) return { en: 'it is no Mach-O', zh: '它不是 Mach-O' };
  if (architecture !== 'arm64')
    return { en: `its code is for ${architecture}`, zh: `其代码面向 ${architecture}` };
  const { signature, dylibs } = macho;
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
  slice: BinarySlice,
  releases: readonly MacosRelease[] = MACOS_RELEASES,
): Standing[] {
  const { macho } = slice;
  const against = flaw(slice);
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

const STARTS: Readonly<Record<Start, Text>> = {
  starts: { en: 'accepts it', zh: '接受' },
  refused: { en: 'refuses it', zh: '拒绝' },
  unsettled: { en: 'may refuse it (not settled)', zh: '可能拒绝（未有定论）' },
};

/** A sentence for each run of releases that do the same for the same reason. */
export function macosVerdicts(slice: BinarySlice): Text[] {
  const runs: Standing[][] = [];
  for (const standing of standings(slice)) {
    const last = runs.at(-1);
    if (last?.[0]?.start === standing.start && last[0].why.en === standing.why.en) last.push(standing);
    else runs.push([standing]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return [];
    const span =
      first === last ? `${first.release.version}` : `${first.release.version}–${last.release.version}`;
    return {
      en: `macOS ${span} ${STARTS[first.start].en}: ${first.why.en}`,
      zh: `macOS ${span} ${STARTS[first.start].zh}：${first.why.zh}`,
    };
  });
}
