import { claimTable } from '../../../test/claim-table.ts';
import { around, sampleArms } from '../../../test/sample-arms.ts';
import { equalStrippedLinks } from './equal-stripped-links.ts';

const links = (arm64: number, amd64: number, count = 30) =>
  sampleArms([
    { name: 'arm64 -s -w', wallMs: around(arm64, count) },
    { name: 'amd64 -s -w', wallMs: around(amd64, count) },
    { name: 'arm64', wallMs: around(500, count) },
    { name: 'amd64', wallMs: around(560, count) },
  ]);

claimTable(equalStrippedLinks, [
  {
    when: 'when they are within five per cent',
    outcome: 'confirmed',
    evidence: { links: links(400, 405) },
    saying: 'without them 1.12 times',
  },
  { when: 'when they are not', outcome: 'refuted', evidence: { links: links(400, 460) } },
  { when: 'after few rounds', outcome: 'inconclusive', evidence: { links: links(400, 460, 5) } },
]);
