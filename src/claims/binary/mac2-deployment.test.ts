import { claimTable } from '../../../test/claim-table.ts';
import { machoBinary, SIGNATURE } from '../../../test/sample-binaries.ts';
import { mac2Deployment } from './mac2-deployment.ts';

const started = (exit: number) => ({ runs: [{ goarch: 'arm64', exit, translated: 0, stderr: '' }] });

claimTable(mac2Deployment, [
  {
    when: 'when it starts on a Mac and nothing stands against it',
    outcome: 'confirmed',
    evidence: { identity: machoBinary(), start: started(0) },
  },
  {
    when: 'when only the file could be read',
    outcome: 'inconclusive',
    evidence: { identity: machoBinary(), start: undefined },
  },
  {
    when: 'when a signed page is broken',
    outcome: 'refuted',
    evidence: {
      identity: machoBinary({ macho: { signature: { ...SIGNATURE, badPages: [0] } } }),
      start: undefined,
    },
  },
  {
    when: 'when the Mac refuses it',
    outcome: 'refuted',
    evidence: { identity: machoBinary(), start: started(137) },
  },
]);
