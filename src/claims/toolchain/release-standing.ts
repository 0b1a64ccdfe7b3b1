/**
 * How a Go version stands in the release table: supported or not, newest of its line or behind.
 * One place, so that the doctor's table and the verdict on the Go under test cannot differ.
 *
 * @module
 */

import {
  GO_RELEASES,
  newestRelease,
  supportEnded,
  type DatedRelease,
} from '../../evidence/toolchain/go-releases.ts';
import { parseGoRelease, type GoRelease } from '../../formats/go-version.ts';
import type { Text } from '../../model/text.ts';

export type ReleaseStanding =
  | { readonly is: 'unreleased' }
  /** Of a line that the table does not have yet. */
  | { readonly is: 'newer' }
  | { readonly is: 'ended'; readonly on: string; readonly newest: DatedRelease; readonly release: GoRelease }
  | {
      readonly is: 'behind';
      readonly by: readonly DatedRelease[];
      readonly newest: DatedRelease;
      readonly release: GoRelease;
    }
  | { readonly is: 'newest'; readonly newest: DatedRelease; readonly release: GoRelease };

export function releaseStanding(version: string): ReleaseStanding {
  const release = parseGoRelease(version);
  if (!release) return { is: 'unreleased' };
  const newest = newestRelease(GO_RELEASES, release.minor);
  const newestOfAll = newestRelease(GO_RELEASES);
  if (!newest || !newestOfAll) return { is: 'newer' };
  const on = supportEnded(GO_RELEASES, release.minor);
  if (on !== undefined) return { is: 'ended', on, newest: newestOfAll, release };
  const by = GO_RELEASES.filter(
    ({ minor, patch }) =>
      minor === release.minor && (release.candidate === '' ? patch > release.patch : patch >= release.patch),
  );
  return by.length > 0 ? { is: 'behind', by, newest, release } : { is: 'newest', newest, release };
}

/** In a few words, for a table. */
export function standingInWords(version: string): Text {
  const standing = releaseStanding(version);
  switch (standing.is) {
    case 'unreleased':
      return { en: 'not a release', zh: '非正式发布' };
    case 'newer':
      return { en: 'newer than the table', zh: '比发布表更新' };
    case 'ended':
      return { en: `unsupported since ${standing.on}`, zh: `自 ${standing.on} 起不受支持` };
    case 'behind':
      return {
        en: `supported, ${standing.by.length} behind ${standing.newest.version}`,
        zh: `受支持，落后 ${standing.newest.version} ${standing.by.length} 个版本`,
      };
    case 'newest':
      return { en: 'supported, newest of its line', zh: '受支持，本系列最新' };
  }
}
