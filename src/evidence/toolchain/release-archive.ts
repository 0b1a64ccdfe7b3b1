import * as z from 'zod';
import { kind } from '../../model/kind.ts';
import { recordedRunSchema } from './recorded-run.ts';

const schema = z.object({
  /** The whitepaper's curl command in an empty directory. */
  download: recordedRunSchema,
  /** What it left there, if anything. */
  file: z.object({ name: z.string(), sizeBytes: z.number(), sha256: z.string() }).optional(),
  /** Asking the same host for its list of releases. */
  listing: recordedRunSchema,
  /** What the list says of that file, if it has it. */
  official: z.object({ sizeBytes: z.number(), sha256: z.string() }).optional(),
  /** The stable release with the highest number on the list. */
  newestStable: z.string().optional(),
});

export type ReleaseArchive = z.infer<typeof schema>;

/** The archive that the whitepaper's command downloads, beside the official list of releases. */
export const releaseArchive = kind<ReleaseArchive>({
  id: 'release-archive',
  subject: 'machine',
  title: { en: 'the downloaded release archive', zh: '下载的发布归档' },
  schema,
});
