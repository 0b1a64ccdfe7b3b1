import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  listings: z.array(
    z.object({
      /** Subject name of the binary. */
      name: z.string(),
      exit: z.number().optional(),
      /** Verbatim; the fields are separated by tabs. */
      output: z.string(),
      stderr: z.string(),
    }),
  ),
});

export type VersionListing = z.infer<typeof schema>;

/** What `go version -m` of the Go under test prints for the binaries built here. */
export const versionListing = kind<VersionListing>({
  id: 'version-listing',
  subject: 'toolchain',
  title: { en: 'what `go version -m` prints', zh: '`go version -m` 的输出' },
  schema,
});

/** The settings that a listing prints, in order: lines "build KEY=VALUE". */
export function listedSettings(output: string): readonly (readonly [key: string, value: string])[] {
  return [...output.matchAll(/^\tbuild\t([^=\n]*)=(.*)$/gm)].map(
    ([, key = '', value = '']) => [key, value] as const,
  );
}
