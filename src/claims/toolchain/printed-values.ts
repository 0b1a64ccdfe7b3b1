/** What arch_check.go printed: "GOOS: linux" and so on, on standard error, where println writes. */
export function printedValues(stderr: string): Readonly<Record<string, string>> {
  const pairs = [...stderr.matchAll(/^(GOOS|GOARCH|CGO_ENABLED): (\S+)$/gm)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}
