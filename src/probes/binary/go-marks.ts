/**
 * What Go's linker left in a slice, of whatever container. Each mark is looked for by itself, so
 * that removing one does not hide the others.
 *
 * @module
 */

import type { BinarySlice } from '../../evidence/binary/binary-identity.ts';
import type { ElfNote } from '../../formats/elf-notes.ts';
import { readBuildInfo } from './build-info.ts';
import { findFunctionTable, type FoundTable } from './function-table.ts';
import { readGoVersionText } from './go-version-text.ts';
import type { Image } from './image.ts';
import type { Part } from './part.ts';
import type { Problems } from './problems.ts';

type Marks = Pick<BinarySlice, 'functionTable' | 'moduleData' | 'buildInfo' | 'goVersionText' | 'buildId'>;

export async function readGoMarks(
  image: Image,
  code: NonNullable<BinarySlice['code']>,
  notes: readonly ElfNote[],
  problems: Problems,
): Promise<Marks> {
  const { part } = image;
  const table = await problems.attempt('function table', undefined, () => findFunctionTable(image));
  const buildInfo = await problems.attempt('build information', undefined, () => readBuildInfo(image));
  const buildId =
    idOfNotes(notes) ?? (await problems.attempt('build id', undefined, () => readTextBuildId(part, code)));
  const isGo = table?.text !== undefined || buildId?.go !== undefined;
  const goVersionText =
    isGo && !buildInfo
      ? await problems.attempt('version text', undefined, () => readGoVersionText(image))
      : undefined;
  return {
    ...(table && { functionTable: tableFacts(part, table) }),
    ...(table?.moduleData && {
      moduleData: {
        offset: part.start + table.moduleData.offset,
        address: table.moduleData.address,
      },
    }),
    ...(buildInfo && { buildInfo }),
    ...(goVersionText && { goVersionText }),
    ...(buildId && { buildId }),
  };
}

function tableFacts(part: Part, { head, offset, address, sizeBytes, text, foundBy }: FoundTable) {
  return {
    layout: head.layout,
    quantum: head.quantum,
    pointerSize: head.pointerSize,
    offset: part.start + offset,
    address,
    ...(sizeBytes !== undefined && { sizeBytes }),
    functions: head.functions,
    ...(text && { textStart: text.start, textEnd: text.end }),
    foundBy,
    ...(!head.isMagicKnown && { garbledMagic: head.magic }),
  };
}

function idOfNotes(notes: readonly ElfNote[]): BinarySlice['buildId'] {
  const go = notes.find(({ owner, type }) => owner === 'Go' && type === 4);
  const gnu = notes.find(({ owner, type }) => owner === 'GNU' && type === 3);
  const first = go ?? gnu;
  if (!first) return undefined;
  return {
    ...(go && { go: new TextDecoder().decode(go.description) }),
    ...(gnu && { gnu: Buffer.from(gnu.description).toString('hex') }),
    offset: first.offset,
  };
}

/** Formats without notes have Go's id as text before the first function, or behind the code of C that comes first. */
const TEXT_ID = '\xff Go build ID: "';
const SEARCHED = 2 ** 16;

async function readTextBuildId(
  part: Part,
  code: NonNullable<BinarySlice['code']>,
): Promise<BinarySlice['buildId']> {
  for (const { offset, sizeBytes } of code.slice(0, 4)) {
    const bytes = await part.read({ offset: offset - part.start, sizeBytes: Math.min(sizeBytes, SEARCHED) });
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const at = text.indexOf(TEXT_ID, 0, 'latin1');
    const start = at + TEXT_ID.length;
    const end = at < 0 ? -1 : text.indexOf('"\n \xff', start, 'latin1');
    if (end > start && end - start <= 256)
      return { go: text.toString('latin1', start, end), offset: offset + start };
  }
  return undefined;
}
