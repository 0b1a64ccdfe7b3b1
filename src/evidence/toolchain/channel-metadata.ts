import * as z from 'zod';
import { kind } from '../../model/kind.ts';

/** One address as evidence: what it answered, or why it did not. */
const askedSchema = z.object({
  url: z.string(),
  status: z.number().optional(),
  trouble: z.string().optional(),
});

const schema = z.object({
  official: z.object({
    listing: askedSchema,
    /** Of the releases on the list that are stable and current. */
    files: z.array(z.object({ name: z.string(), sha256: z.string() })),
    /** The archive whose signatures were asked for. */
    archive: z.string().optional(),
    sig: askedSchema.optional(),
    asc: askedSchema.optional(),
    /** What gpg said of a .sig, if there was one. */
    gpg: z.object({ exit: z.number().optional(), stderr: z.string() }).optional(),
  }),
  homebrew: z.object({
    formula: askedSchema,
    sourceUrl: z.string().optional(),
    sourceSha256: z.string().optional(),
    bottleSha256s: z.number(),
    /** Words of the metadata that speak of OpenPGP or detached signatures. */
    signatureWords: z.array(z.string()),
  }),
  gvm: z.object({
    scripts: z.array(
      askedSchema.extend({
        name: z.string(),
        lines: z.number(),
        /** Lines that compute or compare a digest, or name a checksum file, verbatim. */
        digestLines: z.array(z.string()),
        signatureLines: z.array(z.string()),
      }),
    ),
  }),
});

export type ChannelMetadata = z.infer<typeof schema>;

/** What the three channels publish to check a download by. */
export const channelMetadata = kind<ChannelMetadata>({
  id: 'channel-metadata',
  subject: 'machine',
  title: { en: 'what the install channels publish', zh: '各安装渠道公布的校验信息' },
  schema,
});

/** None of the addresses of that channel could be asked. */
export function isUnasked(asked: { readonly status?: number | undefined }): boolean {
  return asked.status === undefined || (asked.status !== 200 && asked.status !== 404);
}
