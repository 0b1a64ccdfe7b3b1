import { claimTable } from '../../../test/claim-table.ts';
import { builtProduct, FAILED_BUILD, machoBinary } from '../../../test/sample-binaries.ts';
import { printedAmd64Hello } from './printed-amd64-hello.ts';

const built = builtProduct();

claimTable(printedAmd64Hello, [
  {
    when: 'when an x86_64 Mach-O comes out',
    outcome: 'confirmed',
    evidence: { built, identity: machoBinary({ architecture: 'amd64' }) },
  },
  { when: 'when the product is for arm64', outcome: 'refuted', evidence: { built, identity: machoBinary() } },
  {
    when: 'when the build fails',
    outcome: 'refuted',
    evidence: { built: FAILED_BUILD, identity: undefined },
  },
]);
