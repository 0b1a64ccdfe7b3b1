import { claimTable } from '../../../test/claim-table.ts';
import { COHERENCE_DOCUMENTS } from '../../evidence/machine/coherence-documents.ts';
import { mesiWithDirectory } from './mesi-with-directory.ts';

const manual = { title: 'Optimization Guide', publisher: 'Apple', date: '2027-01-01', processor: 'M5' };

// What is published today is silent; the others are what a manual could say.
claimTable(mesiWithDirectory, [
  {
    when: 'when a manual of the maker names both',
    outcome: 'confirmed',
    evidence: { table: { documents: [{ ...manual, protocol: 'MESI', directory: true }] } },
    saying: 'MESI; directory',
  },
  {
    when: 'when it names another protocol',
    outcome: 'refuted',
    evidence: { table: { documents: [{ ...manual, protocol: 'MOESI', directory: true }] } },
  },
  {
    when: 'when it says that nothing filters snoops',
    outcome: 'refuted',
    evidence: { table: { documents: [{ ...manual, protocol: 'MESI', directory: false }] } },
  },
  {
    when: 'when it says nothing of a directory',
    outcome: 'inconclusive',
    evidence: { table: { documents: [{ ...manual, protocol: 'MESI' }] } },
  },
  {
    when: 'when somebody else says so',
    outcome: 'inconclusive',
    evidence: {
      table: { documents: [{ ...manual, publisher: 'a magazine', protocol: 'MESI', directory: true }] },
    },
  },
  {
    when: 'on what is published',
    outcome: 'inconclusive',
    evidence: { table: COHERENCE_DOCUMENTS },
    saying: 'owned, primary shared, secondary shared',
  },
]);
