/**
 * What must not leave the machine is taken out of every fact before it is filed, so the dossier,
 * the findings and every report are made of redacted evidence from the start, and judging the
 * dossier again gives the same bytes.
 *
 * Taken out: the home directory ("~"), the host name, credentials in URLs, tokens of well-known
 * shape, and the random name of the run's scratch directory ("$SCRATCH"). Keys are kept.
 *
 * @module
 */

export interface Private {
  readonly homeDirectory: string;
  readonly hostName: string;
}

/** What stands for what was taken out. */
export interface Signs {
  readonly home: string;
  /** Undefined leaves the scratch directory's random name, which tells nothing. */
  readonly scratch: string | undefined;
}

const FOR_READERS: Signs = { home: '~', scratch: '$SCRATCH' };

/** On a tape paths must stay absolute, because probes ask whether they are. */
export const FOR_TAPES: Signs = { home: '/~', scratch: undefined };

/** Returns a function that redacts every string in a JSON value, however deep. */
export function redactor(
  { homeDirectory, hostName }: Private,
  signs: Signs = FOR_READERS,
): <T>(value: T) => T {
  const replacements: readonly (readonly [RegExp, string])[] = [
    ...(signs.scratch === undefined
      ? []
      : [
          [
            /(?:\/[^\s:"'=,;]*)?\/goassay-[A-Za-z0-9]{6}(?![A-Za-z0-9])/g,
            signs.scratch.replace('$', '$$$$'),
          ] as const,
        ]),
    ...(homeDirectory.length > 1
      ? [[new RegExp(`${literal(homeDirectory)}(?![\\w.-])`, 'g'), signs.home] as const]
      : []),
    // A short or common host name would mutilate innocent words.
    ...(hostName.length > 4 && hostName !== 'localhost'
      ? [[new RegExp(`(?<![\\w.-])${literal(hostName)}(?![\\w-])`, 'g'), '‹host›'] as const]
      : []),
    [/(\w:\/\/)[^\s/@"']+@/g, '$1‹redacted›@'],
    [/\b(gh[opsur]_|github_pat_|glpat-|xox[abp]-|AKIA)[\w-]{12,}/g, '$1‹redacted›'],
    [/\b([Bb]earer|[Bb]asic)\s+[\w+/=.~-]{8,}/g, '$1 ‹redacted›'],
  ];

  function redact(value: unknown): unknown {
    if (typeof value === 'string') {
      return replacements.reduce((text, [pattern, by]) => text.replace(pattern, by), value);
    }
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redact(item)]));
  }
  return <T>(value: T) => redact(value) as T; // strings stay strings, shapes stay shapes
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
