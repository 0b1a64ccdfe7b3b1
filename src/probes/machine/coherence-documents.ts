import { COHERENCE_DOCUMENTS, coherenceDocuments } from '../../evidence/machine/coherence-documents.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';

/** Part of the run, so that an old dossier is judged by the documents that were known then. */
export const coherenceDocumentsProbe = probe({
  gathers: coherenceDocuments,
  cost: { time: 'instant' },
  gather: () => Promise.resolve(known(COHERENCE_DOCUMENTS)),
});
