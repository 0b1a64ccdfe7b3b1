/**
 * What the headers of an ELF file tell the kernel and the loader. Offsets and addresses of
 * segments are as the header writes them; an ELF file has one slice, so they count from its start.
 *
 * Sources: System V gABI, Linux elf.h, the LSB on symbol versioning.
 *
 * @module
 */

import * as z from 'zod';

export const elfSchema = z.object({
  class: z.union([z.literal(32), z.literal(64)]),
  endian: z.enum(['little', 'big']),
  machine: z.number(),
  entry: z.number(),
  /** e_type: 1 relocatable, 2 executable, 3 shared or position-independent. */
  type: z.number().optional(),
  /** e_flags. */
  flags: z.number().optional(),
  /** Path of the loader, from PT_INTERP. */
  interp: z.string().optional(),
  /** PT_LOAD, in the order of the file. */
  loads: z
    .array(
      z.object({
        offset: z.number(),
        address: z.number(),
        fileSizeBytes: z.number(),
        memorySizeBytes: z.number(),
        align: z.number(),
        /** 1 execute, 2 write, 4 read. */
        flags: z.number(),
      }),
    )
    .optional(),
  /** Absent if there is no PT_DYNAMIC. */
  dynamic: z
    .object({
      needed: z.array(z.string()),
      soname: z.string().optional(),
      /** Split at colons. */
      rpath: z.array(z.string()).optional(),
      runpath: z.array(z.string()).optional(),
    })
    .optional(),
  /** DT_VERNEED, each version with the undefined symbols that ask for it by DT_VERSYM. */
  versionNeeds: z
    .array(
      z.object({
        file: z.string(),
        version: z.string(),
        /** The need itself is marked weak (VER_FLG_WEAK). */
        isWeak: z.boolean(),
        symbols: z.array(z.object({ name: z.string(), binding: z.enum(['global', 'weak']) })),
      }),
    )
    .optional(),
  /** Of the dynamic symbol table: what the loader must find elsewhere. */
  undefinedSymbols: z.array(z.object({ name: z.string(), binding: z.enum(['global', 'weak']) })).optional(),
  /** Of PT_NOTE segments and note sections. */
  notes: z
    .array(
      z.object({
        /** "Go", "GNU", "NetBSD" … */
        owner: z.string(),
        type: z.number(),
        /** Of the description, in bytes from the start of the file. */
        offset: z.number(),
        sizeBytes: z.number(),
      }),
    )
    .optional(),
  /** GNU_PROPERTY_AARCH64_FEATURE_1_AND: what all linked objects were built for. */
  property: z.object({ bti: z.boolean(), pac: z.boolean(), gcs: z.boolean() }).optional(),
  /** Neither PT_INTERP nor a needed library. */
  isStatic: z.boolean().optional(),
  hasSectionHeaders: z.boolean().optional(),
  /** A section .symtab. */
  hasSymbolTable: z.boolean().optional(),
  /** A section .debug_info or .zdebug_info. */
  hasDebugInfo: z.boolean().optional(),
});
