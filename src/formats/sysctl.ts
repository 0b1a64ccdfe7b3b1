/** What `sysctl NAME…` prints on macOS: "name: value" on a line each. Unknown names are not printed. */
export function sysctlValues(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/^([\w.]+): ?(.*)$/gm)].map(
      ([, name = '', value = '']) => [name, value.trim()] as const,
    ),
  );
}
