/**
 * Laying out a table of text with cells that span columns: every column as narrow as its cells
 * allow; what a spanning cell needs more is spread over its columns that may grow, the widest first.
 *
 * @module
 */

export interface LaidCell {
  readonly row: number;
  readonly column: number;
  readonly span: number;
  readonly text: string;
  /** Printed before the text, right-aligned to the widest margin of its column. */
  readonly margin: string;
  readonly align: 'left' | 'centre' | 'right';
}

/** Columns in `rigid` do not grow for a cell that spans them. */
export function layOut(cells: readonly LaidCell[], rigid: ReadonlySet<number>): string {
  const columns = Math.max(0, ...cells.map(({ column, span }) => column + span));
  const margins = Array.from({ length: columns }, (_, at) =>
    Math.max(0, ...cells.filter(({ column }) => column === at).map(({ margin }) => lengthOf(margin))),
  );
  const widths = widthsOf(cells, columns, margins, rigid);
  const offsets = [0];
  for (const width of widths) offsets.push((offsets.at(-1) ?? 0) + width);

  const lines: string[] = [];
  let [line, reached] = [0, 0];
  const inOrder = cells
    .filter(({ text, margin }) => text.trim() !== '' || margin.trim() !== '')
    .toSorted((one, other) => one.row - other.row || one.column - other.column);
  for (const { row, column, span, text, margin, align } of inOrder) {
    if (row > line) [line, reached] = [row, 0];
    while (lines.length <= row) lines.push('');
    const before = margins[column] ?? 0;
    const gap = (offsets[column] ?? 0) - reached;
    const room = (offsets[column + span] ?? 0) - (offsets[column] ?? 0) - before;
    const said =
      align === 'right'
        ? blankPadded(text, room)
        : align === 'centre'
          ? blankPadded('', Math.trunc((room - lengthOf(text)) / 2)) + text
          : text;
    lines[row] += blankPadded('', gap) + blankPadded(margin, before) + said;
    reached += gap + before + lengthOf(said);
  }
  return lines.map((one) => `${one}\n`).join('');
}

/**
 * Go's `%*s`: a negative width pads on the right. benchstat comes to one where a header is wider than
 * its empty columns, and so prints more blanks there than it needs.
 */
function blankPadded(text: string, width: number): string {
  const blanks = ' '.repeat(Math.max(0, Math.abs(width) - lengthOf(text)));
  return width < 0 ? text + blanks : blanks + text;
}

function widthsOf(
  cells: readonly LaidCell[],
  columns: number,
  margins: readonly number[],
  rigid: ReadonlySet<number>,
): number[] {
  const widths = Array.from({ length: columns }, () => 0);
  for (const { column, span, text } of cells.toSorted((one, other) => one.span - other.span)) {
    let needed = lengthOf(text) + (margins[column] ?? 0);
    if (span === 1) {
      widths[column] = Math.max(widths[column] ?? 0, needed);
      continue;
    }
    const covered = Array.from({ length: span }, (_, index) => column + index);
    const width = (at: number): number => widths[at] ?? 0;
    if (covered.reduce((sum, at) => sum + width(at), 0) >= needed) continue;
    for (const at of covered) if (rigid.has(at)) needed -= width(at);
    const growing = covered
      .filter((at) => !rigid.has(at))
      .toSorted((one, other) => width(other) - width(one));
    for (const [index, at] of growing.entries()) {
      const fair = Math.trunc((needed + growing.length - index - 1) / (growing.length - index));
      widths[at] = Math.max(width(at), fair);
      needed -= width(at);
    }
  }
  return widths;
}

/** In code points, as benchstat counts. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
