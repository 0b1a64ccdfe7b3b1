/**
 * What the maker of Apple's processors has published about how their caches keep coherent. No program
 * can see the protocol, so documents are all that there is: a dated table, and a fact of the run, so
 * that a dossier can say otherwise.
 *
 * @module
 */

import * as z from 'zod';
import { kind } from '../../model/kind.ts';

const schema = z.object({
  documents: z.array(
    z.object({
      title: z.string(),
      publisher: z.string(),
      /** Year-month-day of the version that was read. */
      date: z.string(),
      /** The processor that it describes; absent where it ties what it says to none. */
      processor: z.string().optional(),
      /** As the document names them; absent where it is silent. */
      protocol: z.string().optional(),
      states: z.array(z.string()).optional(),
      directory: z.boolean().optional(),
    }),
  ),
});

export type CoherenceDocuments = z.infer<typeof schema>;

export const coherenceDocuments = kind<CoherenceDocuments>({
  id: 'coherence-documents',
  subject: 'machine',
  title: { en: 'documents about cache coherence', zh: '关于缓存一致性的文档' },
  schema,
});

export const COHERENCE_DOCUMENTS: CoherenceDocuments = {
  documents: [
    {
      // Claim 1. A patent describes embodiments, and no product by name.
      title: 'US 11,947,457 B2, Scalable cache coherency protocol',
      publisher: 'Apple',
      date: '2024-04-02',
      states: ['owned', 'primary shared', 'secondary shared'],
      directory: true,
    },
    {
      // Searched whole for MESI, MOESI, snoop filter, directory-based, coherence and coherency protocol.
      title: 'xnu-11417.101.15, the sources of the kernel',
      publisher: 'Apple',
      date: '2025-05-01',
      processor: 'M1 to M4',
    },
  ],
};
