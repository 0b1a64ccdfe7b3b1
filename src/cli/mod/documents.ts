/**
 * The documents that `goassay mod … --json` and `goassay install --json` print, as schemas that are
 * published. Loaded by `goassay schema` and by tests only: what prints them is typed already.
 *
 * @module
 */

import * as z from 'zod';
import { gorootIntegritySchema } from '../../evidence/toolchain/goroot-integrity.ts';
import type { CacheMeter } from '../../model/cache-meter.ts';
import { inspectionSchema } from '../../model/inspection.ts';
import type { ModuleGraph } from '../../model/module-graph.ts';
import type { ProxyConformance } from '../../model/proxy-conformance.ts';
import { textSchema } from '../../model/text-schema.ts';

const h1 = z.string().regex(/^h1:/);
const count = z.int().nonnegative();

const loggedSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('proven'), record: count, hash: h1 }),
  z.object({ state: z.literal('unknown'), reason: textSchema }),
  z.object({ state: z.literal('forged'), reason: textSchema }),
]);

const findingSchema = z.object({
  grade: z
    .enum(['altered', 'unproven', 'explained'])
    .describe(
      'altered: not what is vouched for; unproven: nobody vouches; explained: another, and known why',
    ),
  subject: z.string(),
  file: z.string().describe('to be opened; inside a zip after "!"'),
  what: textSchema,
  likely: textSchema.optional().describe('who is wrong, as far as the evidence goes'),
});

/** `mod verify` and `mod vendor`. */
const verification = z.object({
  tool: z.literal('goassay mod'),
  intact: z.boolean().describe('nothing was altered; what is unproven or not cached is told beside it'),
  online: z.boolean(),
  findings: z.array(findingSchema),
  modules: z
    .object({
      modules: count,
      notCached: count,
      unchanged: count.describe('not read again, because nothing about any file changed'),
      recognisedZips: count.describe('read, but not inflated, because their bytes are known'),
      files: count,
      bytes: count,
      logged: count,
      checked: z.array(
        z.object({
          module: z.string(),
          directoryHash: h1.optional(),
          zipHash: h1.optional(),
          log: loggedSchema.optional(),
        }),
      ),
    })
    .optional(),
  log: z
    .object({
      asked: z.string(),
      requests: count,
      treeSize: count.optional(),
      fork: z.string().optional().describe('two signed tree heads that cannot both be true'),
      warnings: z.array(z.string()),
    })
    .optional(),
  vendor: z.object({ modules: count, packages: count, files: count, asBefore: z.boolean() }).optional(),
  goroots: z.array(gorootIntegritySchema).optional(),
  notListed: z.string().optional().describe('why go could not list the build, so that go.sum did'),
});

const names = z.array(z.string());

const moduleGraph = z.object({
  main: names,
  pruning: z.enum(['pruned', 'unpruned', 'workspace']),
  buildList: z.array(
    z.object({
      path: z.string(),
      version: z.string(),
      root: z.boolean(),
      direct: z.boolean(),
      replacedBy: z.object({ path: z.string(), version: z.string().exactOptional() }).exactOptional(),
      retracted: z.object({ by: z.string(), rationale: z.string() }).exactOptional(),
      deprecated: z.object({ by: z.string(), message: z.string() }).exactOptional(),
      inconsistencies: z.array(textSchema).exactOptional(),
      unread: z.string().exactOptional(),
    }),
  ),
  requirements: z.array(z.tuple([z.string(), z.string()])),
  superseded: names,
  outdatedRoots: z.array(z.object({ path: z.string(), required: z.string(), selected: z.string() })),
  unread: z.array(z.object({ module: z.string(), reason: z.string() })),
}) satisfies z.ZodType<ModuleGraph>;

const graphAnswers = z.object({
  questions: z.array(
    z.discriminatedUnion('question', [
      z.object({
        question: z.literal('why'),
        module: z.string(),
        imports: names.optional(),
        shortest: names.optional(),
        decisive: names.optional(),
        onlyIndirect: z.boolean(),
      }),
      z.object({
        question: z.literal('path'),
        from: z.string(),
        to: z.string(),
        chain: names.optional(),
      }),
      z.object({ question: z.literal('cut'), module: z.string(), modules: names.optional() }),
    ]),
  ),
});

const configuration = z.object({
  settings: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      origin: z.enum(['environment', 'env-file', 'go.env', 'default', 'derived']),
      from: z.string().optional(),
    }),
  ),
  unknown: z.array(z.object({ name: z.string(), nearest: z.string().optional() })),
  misconfigurations: z.array(
    z.object({
      number: z.int().min(1).max(14),
      id: z.string(),
      severity: z.enum(['error', 'warning']),
      text: textSchema,
      mend: z.string().optional(),
    }),
  ),
  egress: z.array(
    z.object({
      path: z.string(),
      contacts: z.array(
        z.object({
          purpose: z.enum(['module', 'checksum']),
          via: z.enum(['proxy', 'origin', 'database', 'database-by-proxy']),
          host: z.string(),
          address: z.string(),
          when: z.enum(['always', 'after-404-or-410', 'after-any-error']),
          sees: z.enum(['path-and-version', 'that-a-database-is-used']),
          credentials: z.enum(['address', 'netrc', 'GOAUTH']).optional(),
        }),
      ),
      verifier: z.union([
        z.object({ by: z.string() }),
        z.object({ nothing: z.string() }),
        z.object({ refused: z.string() }),
      ]),
      fault: z.string().optional(),
    }),
  ),
});

const proxyConformance = z.object({
  proxy: z.string(),
  checks: z.array(
    z.object({
      id: z.string(),
      expects: textSchema,
      outcome: z.enum(['met', 'broken', 'odd', 'unknown']),
      request: z.string(),
      came: z.string(),
      goMakes: textSchema.exactOptional(),
    }),
  ),
  requests: count,
  durationMs: z.number(),
}) satisfies z.ZodType<ProxyConformance>;

const cacheMeter = z.object({
  module: z.string(),
  packages: z.object({ standard: count, own: count, others: count }),
  modules: z.object({ needed: count, found: count, fetched: names }),
  arms: z.array(
    z.object({
      arm: z.enum(['cold', 'warm', 'touched', 'edited', 'trimmed', 'vendored']),
      gets: count,
      getHits: count,
      packages: count,
      hits: count,
      misses: count,
      compiled: count,
      agrees: z.boolean(),
      missed: names,
      durationMs: z.number(),
    }),
  ),
  recipe: z.object({ lines: count, withCache: count, withVendor: count }),
}) satisfies z.ZodType<CacheMeter>;

const installed = z.object({
  directory: z.string(),
  module: z.string(),
  hash: h1.describe('as the log has it, and as the tree has it'),
  record: count,
  treeSize: count,
  from: z.string(),
  files: count,
  leftOut: count.describe('files of an archive that no logged hash covers'),
  wasThere: z.boolean(),
  versionLine: z.string().optional().describe('of go version; absent for another platform'),
  archCheck: z.string().optional(),
  nativeness: inspectionSchema.shape.native.optional(),
});

/** By the name under which `goassay schema` prints it. */
export const MOD_DOCUMENTS = {
  install: installed,
  'mod-cache': cacheMeter,
  'mod-env': configuration,
  'mod-graph': z.union([moduleGraph, graphAnswers]),
  'mod-proxy': proxyConformance,
  'mod-verify': verification,
} as const;
