/**
 * Whether a Go file may take part in some build: `go mod vendor` leaves out what only "ignore" would
 * let in.
 *
 * Every tag is taken to be set and not set at once, except "ignore". Source: go.dev/cmd/go "Build
 * constraints", cmd/go/internal/imports AnyTags and ShouldBuild, modcmd matchPotentialSourceFile.
 *
 * @module
 */

/** False if the file's constraints need the tag "ignore". A constraint that is none is passed over. */
export function mayBeBuilt(source: string): boolean {
  const { goBuild, plusBuild } = constraintsIn(source);
  if (goBuild !== undefined) return evaluate(goBuild) ?? true;
  return plusBuild.every((line) =>
    line
      .split(/\s+/)
      .some((option) =>
        option.split(',').every((term) => term.replace(/^!/, '') !== 'ignore' || term.startsWith('!')),
      ),
  );
}

/** In the comments before the package clause; "+build" lines count only above a blank line. */
function constraintsIn(source: string): { goBuild: string | undefined; plusBuild: string[] } {
  const plusBuild: string[] = [];
  let pending: string[] = [];
  let goBuild: string | undefined;
  let isInComment = false;
  for (const raw of linesOf(source)) {
    let line = raw.trim();
    if (isInComment) {
      const end = line.indexOf('*/');
      if (end < 0) continue;
      isInComment = false;
      line = line.slice(end + 2).trim();
    }
    while (line.startsWith('/*')) {
      const end = line.indexOf('*/', 2);
      if (end < 0) {
        isInComment = true;
        line = '';
      } else line = line.slice(end + 2).trim();
    }
    if (line === '') {
      if (raw.trim() === '') plusBuild.push(...pending.splice(0));
      continue;
    }
    if (!line.startsWith('//')) break;
    goBuild ??= /^\/\/go:build\s+(.+)$/.exec(line)?.[1];
    const plus = /^\/\/\s*\+build\s+(.+)$/.exec(line)?.[1];
    if (plus !== undefined) pending = [...pending, plus.trim()];
  }
  return { goBuild, plusBuild };
}

/** One after the other, because most files are looked at for their first lines only. */
function* linesOf(source: string): Generator<string> {
  for (let start = 0; start <= source.length;) {
    const end = source.indexOf('\n', start);
    yield source.slice(start, end < 0 ? source.length : end);
    start = end < 0 ? source.length + 1 : end + 1;
  }
}

const DEEPEST = 100;

/** Undefined for what is no expression. */
function evaluate(expression: string): boolean | undefined {
  const tokens = expression.replace(/\/\/.*$/, '').match(/&&|\|\||[!()]|[\p{L}\p{N}_.]+|\S/gu) ?? [];
  let at = 0;
  const or = (wanted: boolean, depth: number): boolean | undefined => {
    let value = and(wanted, depth);
    while (tokens[at] === '||') {
      at += 1;
      const right = and(wanted, depth);
      value = value === undefined || right === undefined ? undefined : value || right;
    }
    return value;
  };
  const and = (wanted: boolean, depth: number): boolean | undefined => {
    let value = not(wanted, depth);
    while (tokens[at] === '&&') {
      at += 1;
      const right = not(wanted, depth);
      value = value === undefined || right === undefined ? undefined : value && right;
    }
    return value;
  };
  const not = (wanted: boolean, depth: number): boolean | undefined => {
    const token = tokens[at++];
    if (depth > DEEPEST || token === undefined) return undefined;
    if (token === '!') {
      const value = not(!wanted, depth + 1);
      return value === undefined ? undefined : !value;
    }
    if (token === '(') {
      const value = or(wanted, depth + 1);
      return tokens[at++] === ')' ? value : undefined;
    }
    if (!/^[\p{L}\p{N}_.]+$/u.test(token)) return undefined;
    return token === 'ignore' ? false : wanted;
  };
  const value = or(true, 0);
  return at === tokens.length ? value : undefined;
}
