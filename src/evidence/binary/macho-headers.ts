/**
 * What the load commands of a Mach-O slice tell the kernel and dyld, and the state of its code
 * signature with every hash recomputed. Offsets of segments are as the commands write them: from
 * the start of the slice.
 *
 * Sources: Apple mach-o/loader.h, xnu osfmk/kern/cs_blobs.h.
 *
 * @module
 */

import * as z from 'zod';

const directorySchema = z.object({
  identifier: z.string(),
  /** 0x2 ad hoc, 0x10000 hardened runtime, 0x20000 linker-signed. */
  flags: z.number(),
  hashType: z.enum(['sha256', 'sha1', 'other']),
  /** In bytes; codeLimit if the directory says that one page is all. */
  pageSize: z.number(),
  /** Bytes covered by page hashes, from the start of the slice. */
  codeLimit: z.number(),
  pages: z.number(),
  /** Of the directory's own format, such as 0x20400. */
  version: z.number(),
  teamId: z.string().optional(),
  /** The first 20 bytes of the digest of the directory, lower-case hex. */
  cdHash: z.string().optional(),
});

export const signatureSchema = z.object({
  isAdHoc: z.boolean(),
  isLinkerSigned: z.boolean(),
  identifier: z.string(),
  pages: z.number(),
  pageSize: z.number(),
  /** Pages whose SHA-256 is not the signed one, counted from 0, of 4096 bytes unless pageSize says else. */
  badPages: z.array(z.number()),
  cmsSizeBytes: z.number(),
  /** In bytes from the start of the file. */
  offset: z.number().optional(),
  sizeBytes: z.number().optional(),
  /** All of them; the other fields tell of the one with the best hash. */
  directories: z.array(directorySchema).optional(),
  /** Of the directory with the best hash, as `codesign -d` prints it. */
  cdHash: z.string().optional(),
  teamId: z.string().optional(),
  codeLimit: z.number().optional(),
  /** The file ends before the signature, or before what it covers. */
  isTruncated: z.boolean().optional(),
  /** Whether the digest that the CMS signed is that of the first directory; absent without a CMS. */
  cmsDigestMatches: z.boolean().optional(),
  /** Common names of issuers and subjects in the certificates of the CMS, each once, in its order. */
  certificates: z.array(z.string()).optional(),
  /** Size of the requirements blob; 12 bytes are an empty set. */
  requirementsSizeBytes: z.number().optional(),
  entitlementsSizeBytes: z.number().optional(),
  /** Blobs whose digest is not the one in the directory: "requirements", "entitlements" … */
  badSlots: z.array(z.string()).optional(),
  /** Blobs whose digest was found right. */
  goodSlots: z.array(z.string()).optional(),
  /** The page hashes reach to the signature, so nothing before it is uncovered. */
  coversUpToSignature: z.boolean().optional(),
  /** Of the slice, behind the signature: covered by nothing. */
  bytesAfter: z.number().optional(),
});

export const machoSchema = z.object({
  fileType: z.number(),
  minimumOs: z.string().optional(),
  sdk: z.string().optional(),
  platform: z.number().optional(),
  uuid: z.string().optional(),
  dylibs: z.array(z.string()),
  signature: signatureSchema.optional(),
  /** Of the header: 0x200000 is MH_PIE. */
  flags: z.number().optional(),
  /** cpusubtype without its capability bits: 2 is arm64e. */
  cpuSubtype: z.number().optional(),
  segments: z
    .array(
      z.object({
        name: z.string(),
        address: z.number(),
        /** From the start of the slice. */
        offset: z.number(),
        /** In the file. */
        sizeBytes: z.number(),
        memorySizeBytes: z.number(),
        /** When loaded, and at most: 1 read, 2 write, 4 execute. */
        protection: z.number(),
        maxProtection: z.number(),
      }),
    )
    .optional(),
  /** LC_RPATH. */
  rpaths: z.array(z.string()).optional(),
  /** LC_ENCRYPTION_INFO; an identifier of 0 is not encrypted. */
  encryption: z.object({ offset: z.number(), sizeBytes: z.number(), cryptId: z.number() }).optional(),
});
