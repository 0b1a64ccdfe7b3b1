/**
 * Go's settings: where each value in effect comes from, and names that Go does not know.
 *
 * An empty variable is an unset one. The process environment comes before the file of `go env -w`,
 * that before go.env in GOROOT, that before what is built in; some defaults are made of other
 * settings. Source: cmd/go/internal/cfg, `go help environment`.
 *
 * @module
 */

export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly origin: 'environment' | 'env-file' | 'go.env' | 'default' | 'derived';
  /** The setting that it is derived from, such as GOPRIVATE for GONOPROXY. */
  readonly from?: string;
}

export interface SettingSources {
  /** Of `go env -json`. */
  readonly effective: Readonly<Record<string, string>>;
  /** Of the process, as far as it concerns Go. */
  readonly environment: Readonly<Record<string, string>>;
  /** Texts of the two files. */
  readonly envFile: string;
  readonly goEnv: string;
}

const DERIVED: Readonly<Record<string, string>> = {
  GONOPROXY: 'GOPRIVATE',
  GONOSUMDB: 'GOPRIVATE',
  GOMODCACHE: 'GOPATH',
};

export function settingsOf({ effective, environment, envFile, goEnv }: SettingSources): Setting[] {
  const [user, shipped] = [parseEnvFile(envFile), parseEnvFile(goEnv)];
  const isSet = (name: string): boolean => (environment[name] ?? user.get(name) ?? '') !== '';
  return Object.entries(effective)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]): Setting => {
      if ((environment[name] ?? '') !== '') return { name, value, origin: 'environment' };
      if ((user.get(name) ?? '') !== '') return { name, value, origin: 'env-file' };
      if ((shipped.get(name) ?? '') !== '') return { name, value, origin: 'go.env' };
      const from = DERIVED[name];
      if (from !== undefined && value !== '' && isSet(from)) return { name, value, origin: 'derived', from };
      return { name, value, origin: 'default' };
    });
}

/** NAME=VALUE lines; everything that does not begin with a capital letter is passed over. */
export function parseEnvFile(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const at = line.indexOf('=');
    if (at > 0 && /^[A-Z]/.test(line)) values.set(line.slice(0, at), line.slice(at + 1));
  }
  return values;
}

export interface UnknownName {
  readonly name: string;
  readonly nearest: string | undefined;
}

/** Of the runtime, which reads them itself: `go doc runtime`. Some tools around Go read the others. */
const RUNTIME = [
  'GOGC',
  'GOMEMLIMIT',
  'GOMAXPROCS',
  'GOTRACEBACK',
  'GODEBUG',
  'GOROOT_FINAL',
  'GOCOVERDIR',
  'GORACE',
];

/** Names that look like settings of Go and are none, with the real one that comes nearest. */
export function unknownNames(names: readonly string[], known: readonly string[]): UnknownName[] {
  const all = [...known, ...RUNTIME];
  return names.flatMap((name) => {
    if (all.includes(name) || !/^(?:GO|CGO_)/i.test(name)) return [];
    const ranked = all
      .map((one) => ({ one, distance: distanceOf(name.toUpperCase(), one) }))
      .toSorted((one, other) => one.distance - other.distance);
    const [best] = ranked;
    const looksLikeGo = /^GO[A-Z0-9]+$/.test(name) && !name.startsWith('GOOGLE');
    const isNear = best !== undefined && best.distance <= Math.ceil(best.one.length / 3);
    if (!looksLikeGo && !isNear) return [];
    const isAkin = best !== undefined && best.distance <= Math.ceil(best.one.length * 0.6);
    return [{ name, nearest: isAkin ? best.one : undefined }];
  });
}

/** Insertions, deletions and substitutions. */
function distanceOf(one: string, other: string): number {
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(one.slice(0, 60)).entries()) {
    const next = [i + 1];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = letter === other[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost));
    }
    last = next;
  }
  return last.at(-1) ?? 0;
}
