/**
 * Settings that a build recorded in the binary, such as GOARCH.
 *
 * @module
 */

/** The value of a setting of the build information of one slice; undefined if it was not recorded. */
export function buildSettingOf(
  { settings }: { readonly settings: readonly (readonly [string, string])[] },
  key: string,
): string | undefined {
  return settings.find(([name]) => name === key)?.[1];
}
