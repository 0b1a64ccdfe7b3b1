/**
 * Patterns of module paths, as GOPRIVATE, GONOPROXY, GONOSUMDB, GOINSECURE and GOVCS hold them:
 * a comma-separated list of globs, each matched against as many leading elements of the path as
 * it has itself.
 *
 * Nothing is trimmed but one trailing slash: a blank after a comma belongs to the glob, which then
 * matches nothing, and Go does not say so. Source: x/mod/module MatchPrefixPatterns, path.Match.
 *
 * @module
 */

/** Whether one of the globs in the list matches. A malformed glob matches nothing. */
export function matchesPatterns(globs: string, path: string): boolean {
  return firstMatch(globs, path) !== undefined;
}

/** The glob of the list that matches, as it was written. */
export function firstMatch(globs: string, path: string): string | undefined {
  const elements = path.split('/');
  return globs.split(',').find((written) => {
    const glob = written.endsWith('/') ? written.slice(0, -1) : written;
    if (glob === '') return false;
    const count = glob.split('/').length;
    return count <= elements.length && matchesGlob(glob, elements.slice(0, count).join('/')) === true;
  });
}

/** path.Match: "*" and "?" stop at slashes; undefined for a glob that is malformed as far as it was read. */
export function matchesGlob(glob: string, name: string): boolean | undefined {
  const tokens = tokensOf(Array.from(glob));
  if (!tokens) return undefined;
  return matchFrom(tokens, Array.from(name));
}

type Token = { readonly star: true } | { readonly star: false; readonly test: (letter: string) => boolean };

function tokensOf(glob: readonly string[]): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < glob.length;) {
    const letter = glob[at] ?? '';
    at += 1;
    if (letter === '*') tokens.push({ star: true });
    else if (letter === '?') tokens.push({ star: false, test: (one) => one !== '/' });
    else if (letter === '[') {
      const set = setAt(glob, at);
      if (!set) return undefined;
      tokens.push({ star: false, test: set.test });
      at = set.end;
    } else {
      const literal = letter === '\\' ? glob[at] : letter;
      if (literal === undefined) return undefined;
      if (letter === '\\') at += 1;
      tokens.push({ star: false, test: (one) => one === literal });
    }
  }
  return tokens;
}

/** A set such as "[^a-z0]", from after its bracket. */
function setAt(glob: readonly string[], start: number) {
  const isNegated = glob[start] === '^';
  const ranges: [low: string, high: string][] = [];
  let at = isNegated ? start + 1 : start;
  const next = (): string | undefined => {
    const letter = glob[at];
    at += 1;
    if (letter === '-' || letter === ']') return undefined;
    if (letter !== '\\') return letter;
    at += 1;
    return glob[at - 1];
  };
  while (ranges.length === 0 || glob[at] !== ']') {
    const low = next();
    if (low === undefined) return undefined;
    let high: string | undefined = low;
    if (glob[at] === '-') {
      at += 1;
      high = next();
    }
    if (high === undefined || at >= glob.length) return undefined;
    ranges.push([low, high]);
  }
  const test = (letter: string): boolean =>
    ranges.some(([low, high]) => code(low) <= code(letter) && code(letter) <= code(high)) !== isNegated;
  return { test, end: at + 1 };
}

function code(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}

/** Remembers the last star only, so the time is bounded by the product of both lengths. */
function matchFrom(tokens: readonly Token[], name: readonly string[]): boolean {
  let [token, at, starToken, starAt] = [0, 0, -1, 0];
  while (at < name.length) {
    const current = tokens[token];
    const letter = name[at] ?? '';
    if (current && !current.star && current.test(letter)) {
      token += 1;
      at += 1;
    } else if (current?.star) {
      [starToken, starAt] = [token, at];
      token += 1;
    } else if (starToken >= 0 && name[starAt] !== '/') {
      starAt += 1;
      [token, at] = [starToken + 1, starAt];
    } else return false;
  }
  return tokens.slice(token).every(({ star }) => star);
}
