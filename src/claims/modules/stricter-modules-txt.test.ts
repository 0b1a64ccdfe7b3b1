import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { stricterModulesTxt } from './stricter-modules-txt.ts';

/** A hundred files, each read for two targets; every tenth is refused. */
function reads(amd64: (index: number) => number) {
  const exits = Array.from({ length: 100 }, (_, index) => [index % 10 === 0 ? 1 : 0, amd64(index)]).flat();
  return { 'damaged modules.txt': sampleTrial({ exits, lines: exits.map(() => 'go list -mod=vendor') }) };
}

claimTable(stricterModulesTxt, [
  {
    when: 'when both targets agree',
    outcome: 'refuted',
    evidence: { damaged: reads((index) => (index % 10 === 0 ? 1 : 0)) },
    saying: '10 are refused for arm64, and 0 are judged differently',
  },
  {
    when: 'when one file is accepted for amd64',
    outcome: 'confirmed',
    evidence: { damaged: reads((index) => (index % 10 === 0 && index !== 50 ? 1 : 0)) },
  },
  { when: 'when too few were read', outcome: 'inconclusive', evidence: { damaged: {} } },
]);
