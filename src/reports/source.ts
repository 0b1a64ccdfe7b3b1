/**
 * A source as a reader needs it: the command exactly as a POSIX shell takes it, and, kept apart so
 * that it is never pasted with it, how it ended; the file with its digest, or the request and
 * what was answered.
 *
 * @module
 */

import type { Source } from '../model/fact.ts';
import { verbatim, type Text } from '../model/text.ts';

export interface ToldSource {
  /** A command to paste, or a path. */
  readonly shown: string;
  readonly isCommand: boolean;
  /** How it ended and what it gave; empty if there is nothing to say. */
  readonly note: Text;
}

export function toldSource(source: Source): ToldSource {
  switch (source.via) {
    case 'command':
      return { shown: commandLine(source), isCommand: true, note: ending(source) };
    case 'file': {
      const digest = source.sha256 === undefined ? '' : `sha256:${source.sha256}`;
      return {
        shown: source.path,
        isCommand: false,
        note:
          source.windows !== undefined && digest !== ''
            ? { en: `${digest} of the part that was read`, zh: `${digest}（所读部分）` }
            : verbatim(digest),
      };
    }
    case 'request':
      return { shown: requestLine(source), isCommand: true, note: requestNote(source) };
    case 'process':
      return { shown: source.what, isCommand: false, note: verbatim('') };
  }
}

type Request = Extract<Source, { via: 'request' }>;

/** curl sends the same request and prints the body whose digest is noted. */
function requestLine({ method, url }: Request): string {
  return ['curl', '-sSL', ...(method === 'HEAD' ? ['-I'] : []), url].map(shellWord).join(' ');
}

function requestNote({ status, answeredBy, durationMs, sizeBytes, bodySha256 }: Request): Text {
  return verbatim(
    [
      typeof status === 'number' ? `HTTP ${status}` : status,
      ...(answeredBy === undefined ? [] : [`← ${answeredBy}`]),
      ...(sizeBytes === undefined ? [] : [`${sizeBytes} B`]),
      ...(durationMs === undefined ? [] : [`${durationMs} ms`]),
      ...(bodySha256 === undefined ? [] : [`sha256:${bodySha256.slice(0, DIGITS)}…`]),
    ].join(' · '),
  );
}

type Command = Extract<Source, { via: 'command' }>;

/** What was set to "" was unset, so it is unset again: zsh and Go tell the two apart. */
function commandLine({ argv, directory, environment = {} }: Command): string {
  const entries = Object.entries(environment);
  const unset = entries.filter(([, value]) => value === '').flatMap(([name]) => ['-u', shellWord(name)]);
  const set = entries
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${shellWord(value)}`);
  const where = directory === undefined ? [] : ['cd', shellWord(directory), '&&'];
  return [...where, ...(unset.length > 0 ? ['env', ...unset] : []), ...set, ...argv.map(shellWord)].join(' ');
}

/** Enough of a digest to tell two outputs apart by eye; report.json has all of it. */
const DIGITS = 16;

function ending({ exit, durationMs, stdoutSha256 }: Command): Text {
  const rest = [
    ...(durationMs === undefined ? [] : [`${Math.round(durationMs)} ms`]),
    ...(stdoutSha256 === undefined ? [] : [`stdout sha256:${stdoutSha256.slice(0, DIGITS)}…`]),
  ];
  const ended =
    typeof exit === 'number' ? { en: `exit ${exit}`, zh: `退出码 ${exit}` } : { en: exit, zh: exit };
  return { en: [ended.en, ...rest].join(' · '), zh: [ended.zh, ...rest].join(' · ') };
}

/** Quotes a word where it needs quoting; "~" and "$SCRATCH" stay readable. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./~$-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
