import { claimTable } from '../../../test/claim-table.ts';
import { darwinMetricsImplementation } from './darwin-metrics-implementation.ts';

const FILES = ['description.go', 'sample.go'];
const target = (name: string, runtimePackage: string[] = ['metrics.go']) => ({
  target: name,
  metricsPackage: FILES,
  runtimePackage,
});

claimTable(darwinMetricsImplementation, [
  {
    when: 'when every target compiles the same files',
    outcome: 'refuted',
    evidence: { sources: { targets: [target('darwin/arm64'), target('linux/arm64')] } },
    saying: 'same 3 files',
  },
  {
    when: 'when darwin/arm64 has a file of its own',
    outcome: 'confirmed',
    evidence: {
      sources: {
        targets: [target('darwin/arm64', ['metrics.go', 'metrics_darwin_arm64.go']), target('linux/arm64')],
      },
    },
  },
  {
    when: 'when there is nothing to compare with',
    outcome: 'inconclusive',
    evidence: { sources: { targets: [target('darwin/arm64')] } },
  },
]);
