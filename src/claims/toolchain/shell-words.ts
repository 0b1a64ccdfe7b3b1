/**
 * A path as one word of a command that a reader can paste. Saved evidence writes the home
 * directory as "~", which no shell expands within quotes.
 */
export function shellWord(path: string): string {
  return `"${inQuotes(path)}"`;
}

/** The same without the quotes around it, for a place within quotes. */
export function inQuotes(path: string): string {
  const [home, rest] = path.startsWith('~/') ? ['$HOME/', path.slice(2)] : ['', path];
  return `${home}${rest.replaceAll(/["\\$`]/g, String.raw`\$&`)}`;
}
