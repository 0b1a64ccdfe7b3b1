import { metricsSources } from '../../evidence/runtime/metrics-sources.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { HostError } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';

/** The paper's target, and two others to hold it against. */
const TARGETS = ['darwin/arm64', 'linux/arm64', 'linux/amd64'] as const;

export const metricsSourcesProbe = probe({
  gathers: metricsSources,
  needs: { go: goUnderTest },
  cost: { time: 'instant' },
  async gather(host, { go }) {
    const directory = await host.scratch('metrics-sources');
    const targets = await Promise.all(
      TARGETS.map(async (target) => {
        const [GOOS, GOARCH] = target.split('/');
        const args = ['list', '-f', '{{.ImportPath}} {{join .GoFiles " "}}', 'runtime/metrics', 'runtime'];
        const { exit, stdout, stderr } = await runGo(host, {
          go: go.path,
          args,
          directory,
          environment: { GOOS, GOARCH },
        });
        if (exit !== 0)
          throw new HostError(
            'failed',
            `Cannot list the files of runtime/metrics for ${target}: ${stderr.slice(0, 300)}`,
          );
        return {
          target,
          metricsPackage: filesOf(stdout, 'runtime/metrics'),
          runtimePackage: filesOf(stdout, 'runtime').filter((file) => file.includes('metric')),
        };
      }),
    );
    return known({ targets });
  },
});

function filesOf(listing: string, path: string): string[] {
  const line = listing.split('\n').find((one) => one.startsWith(`${path} `));
  return (line ?? '')
    .split(' ')
    .slice(1)
    .filter((file) => file !== '')
    .toSorted();
}
