/**
 * A command on a terminal, broken only where the shell allows it, so that what is pasted is what
 * was meant: between words outside of quotes, with a backslash. A word that is wider than the
 * page stays whole, because a cut word is another word.
 *
 * Source: POSIX.1-2024, Shell Command Language, 2.2 Quoting.
 *
 * @module
 */

import { harmless } from '../untrusted.ts';
import { columnsOf } from '../width.ts';

const PROMPT = '$ ';
const HANG = '    ';
const CONTINUED = ' \\';

export function commandLines(command: string, columns: number): string[] {
  return harmless(command)
    .split('\n')
    .flatMap((line) => broken(line.replaceAll('\t', ' '), columns));
}

function broken(command: string, columns: number): string[] {
  const lines: string[] = [];
  let line = PROMPT;
  for (const [index, word] of words(command).entries()) {
    const isFirst = index === 0;
    if (!isFirst && columnsOf(line) + 1 + columnsOf(word) + CONTINUED.length > columns) {
      lines.push(line + CONTINUED);
      line = HANG + word;
    } else line += isFirst ? word : ` ${word}`;
  }
  return [...lines, line];
}

/**
 * Parted at blanks outside of quotes and of $(…), which may stand in each other. Where a comment
 * begins, nothing may be parted any more.
 */
function words(command: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  let word = '';
  for (let at = 0; at < command.length; at += 1) {
    const sign = command[at] ?? '';
    const within = open.at(-1);
    if (within === undefined && sign === ' ') {
      if (word !== '') found.push(word);
      word = '';
      continue;
    }
    if (within === undefined && sign === '#' && word === '') return [...found, command.slice(at)];
    word += sign;
    if (sign === '\\' && within !== "'") {
      word += command[at + 1] ?? '';
      at += 1;
    } else if (sign === within) open.pop();
    else if (within === "'") continue;
    else if (sign === '"' || (sign === "'" && within !== '"') || sign === '`') open.push(sign);
    else if (sign === '(' && command[at - 1] === '$') open.push(')');
  }
  return word === '' ? found : [...found, word];
}
