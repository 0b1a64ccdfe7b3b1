import { claimTable } from '../../../test/claim-table.ts';
import { goarchProduct } from './goarch-product.ts';

const made = (goarch: string, architecture = goarch) => ({
  goarch,
  exit: 0,
  stderr: '',
  format: 'mach-o',
  architectures: [architecture],
});

claimTable(goarchProduct, [
  {
    when: 'when every product is of its GOARCH',
    outcome: 'confirmed',
    evidence: { built: { products: [made('amd64'), made('arm64')] } },
  },
  {
    when: 'when one is not',
    outcome: 'refuted',
    evidence: { built: { products: [made('amd64'), made('arm64', 'amd64')] } },
    saying: 'GOARCH=arm64 makes a file for amd64',
  },
  {
    when: 'when one could not be built',
    outcome: 'inconclusive',
    evidence: {
      built: { products: [made('amd64'), { goarch: 'arm64', exit: 1, stderr: 'no', architectures: [] }] },
    },
  },
]);
