import { claimTable } from '../../../test/claim-table.ts';
import { builtProduct, FAILED_BUILD, machoBinary, SIGNATURE } from '../../../test/sample-binaries.ts';
import { crossBuiltMetricsProgram } from './cross-built-metrics-program.ts';

const built = builtProduct();

claimTable(crossBuiltMetricsProgram, [
  {
    when: 'when a signed thin arm64 Mach-O comes out',
    outcome: 'confirmed',
    evidence: { built, identity: machoBinary() },
    saying: '282 of 282 signed pages right',
  },
  {
    when: 'when the build fails',
    outcome: 'refuted',
    evidence: { built: FAILED_BUILD, identity: undefined },
    saying: 'runtime/metrics is not in std',
  },
  {
    when: 'when a signed page does not match its hash',
    outcome: 'refuted',
    evidence: { built, identity: machoBinary({ macho: { signature: { ...SIGNATURE, badPages: [3] } } }) },
  },
  {
    when: 'when the product is for amd64',
    outcome: 'refuted',
    evidence: { built, identity: machoBinary({ architecture: 'amd64' }) },
  },
]);
