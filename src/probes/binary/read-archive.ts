/**
 * Reading an archive of objects, such as a c-archive: every member by its header, and the first
 * objects as slices of their own.
 *
 * @module
 */

import type { BinaryIdentity } from '../../evidence/binary/binary-identity.ts';
import {
  AR_HEADER_SIZE,
  AR_MAGIC_SIZE,
  arHeader,
  bsdNameSize,
  isIndex,
  memberName,
} from '../../formats/ar.ts';
import { containerOf } from '../../formats/container.ts';
import type { OpenFile } from '../../host/host.ts';
import { partOf, within, type Part } from './part.ts';
import type { Problems } from './problems.ts';

export type Member = NonNullable<BinaryIdentity['members']>[number];

/** The C library has 2,000 members. */
const MOST_MEMBERS = 16_384;
const LARGEST_NAMES = 2 ** 20;
const HEAD = 4096;

/** Members in the order of the archive, its own indices left out; what follows a damaged header is not read. */
export async function readMembers(part: Part, problems: Problems): Promise<Member[]> {
  const members: Member[] = [];
  await problems.attempt('members', part.start, async () => {
    let longNames = new Uint8Array();
    for (let at = AR_MAGIC_SIZE; at + AR_HEADER_SIZE <= part.size && members.length < MOST_MEMBERS;) {
      const header = arHeader(part.name, await part.read({ offset: at, sizeBytes: AR_HEADER_SIZE }), at);
      at = header.next;
      if (header.name === '//')
        longNames = Uint8Array.from(
          await part.read(within(part, { ...header, sizeBytes: Math.min(header.sizeBytes, LARGEST_NAMES) })),
        );
      const inContent = bsdNameSize(header);
      const offset = header.offset + inContent;
      const sizeBytes = Math.max(0, header.sizeBytes - inContent);
      const name =
        inContent > 0
          ? new TextDecoder()
              .decode(await part.read({ offset: header.offset, sizeBytes: inContent }))
              .replace(/\0+$/, '')
          : memberName(header, longNames);
      if (isIndex(name)) continue;
      const head = await part.read(within(part, { offset, sizeBytes: Math.min(sizeBytes, HEAD) }));
      members.push({ name, offset: part.start + offset, sizeBytes, ...formatOf(head) });
    }
  });
  return members;
}

/** The compiler's own objects say so in text: "go object linux arm64 go1.26.8 …". */
function formatOf(head: Uint8Array): Pick<Member, 'format' | 'architecture'> {
  const text = new TextDecoder().decode(head.subarray(0, 64));
  const [, architecture] = /^go object \w+ (\w+) /.exec(text) ?? [];
  if (architecture !== undefined) return { format: 'go-object', architecture };
  const { format, architectures } = containerOf(head) ?? { format: 'other', architectures: [] };
  if (format === 'ar' || format === 'script' || format === 'other') return { format: 'other' };
  const [first] = architectures;
  return { format, ...(first !== undefined && { architecture: first }) };
}

/** Objects that are read like a program. */
const MOST_SLICES = 64;

export function objectParts(
  file: OpenFile,
  name: string,
  members: readonly Member[],
): { readonly part: Part; readonly member: Member }[] {
  return members
    .filter(({ format }) => format === 'elf' || format === 'mach-o')
    .slice(0, MOST_SLICES)
    .map((member) => ({ member, part: partOf(file, `${name} › ${member.name}`, member) }));
}
