import { claimTable } from '../../../test/claim-table.ts';
import { builtProduct, FAILED_BUILD, machoBinary } from '../../../test/sample-binaries.ts';
import { printedArm64Hello } from './printed-arm64-hello.ts';

const built = builtProduct();

claimTable(printedArm64Hello, [
  {
    when: 'when an arm64 Mach-O comes out',
    outcome: 'confirmed',
    evidence: { built, identity: machoBinary() },
  },
  {
    when: 'when the product is for amd64',
    outcome: 'refuted',
    evidence: { built, identity: machoBinary({ architecture: 'amd64' }) },
  },
  {
    when: 'when the build fails',
    outcome: 'refuted',
    evidence: { built: FAILED_BUILD, identity: undefined },
  },
]);
