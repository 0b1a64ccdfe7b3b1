/** What a program or a file says in JSON; undefined where it is none, so that a schema refuses it. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
