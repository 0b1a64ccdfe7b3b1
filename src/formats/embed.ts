/**
 * Which files a Go file embeds: the patterns of its //go:embed lines, and what they match.
 *
 * Source: the documentation of package embed; go/build/read.go parseGoEmbed; cmd/go/internal/load
 * resolveEmbed.
 *
 * @module
 */

import { matchesGlob } from './module-pattern.ts';

/** Patterns are words, or Go strings for names with blanks. */
export function embedPatterns(source: string): string[] {
  if (!source.includes('//go:embed')) return [];
  const patterns: string[] = [];
  for (const [, args = ''] of source.matchAll(/^[ \t]*\/\/go:embed[ \t]+(.+)$/gm)) {
    for (const [, quoted, raw, word] of args.matchAll(/"((?:[^"\\]|\\.)*)"|`([^`]*)`|(\S+)/g)) {
      if (quoted !== undefined) patterns.push(unquoted(quoted));
      else patterns.push(raw ?? word ?? '');
    }
  }
  return patterns;
}

/**
 * The names that a pattern takes in, out of all files below the package's directory. A directory
 * takes in what is below it but for names that begin with "." or "_", unless "all:" is said.
 */
export function embeddedFiles(pattern: string, names: readonly string[]): string[] {
  const all = pattern.startsWith('all:');
  const glob = all ? pattern.slice(4) : pattern;
  const depth = glob === '.' ? 0 : glob.split('/').length;
  return names.filter((name) => {
    const parts = name.split('/');
    if (parts.length < depth) return false;
    const matched = depth === 0 || matchesGlob(glob, parts.slice(0, depth).join('/')) === true;
    const below = parts.slice(depth);
    return matched && (all || below.every((part) => !/^[._]/.test(part)));
  });
}

function unquoted(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
