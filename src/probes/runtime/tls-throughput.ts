/**
 * Having the last Go 1.17 and the first Go 1.18 build one program that sends bytes over TLS, and running
 * the two against each other natively. The old releases come as the user's own settings have it.
 *
 * @module
 */

import { architectureOf, isTranslated } from '../../evidence/machine/translation.ts';
import { tlsThroughput } from '../../evidence/runtime/tls-throughput.ts';
import { CLEAN } from '../../experiments/both-architectures.ts';
import { runExperiment } from '../../experiments/run.ts';
import { parseGoRelease } from '../../formats/go-version.ts';
import { HostError } from '../../host/host.ts';
import { absent, blocked, known } from '../../model/fact.ts';
import { verbatim } from '../../model/text.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { complaintOf, FETCHES_SINCE, fetchedRelease } from '../toolchain/fetched-release.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

const RELEASES = ['go1.17.13', 'go1.18'];
const ROUNDS = 20;

export const tlsThroughputProbe = probe({
  gathers: tlsThroughput,
  needs: LABORATORY,
  cost: { ...MEASURES, network: ['GOPROXY'], writes: ['the Go module cache, up to 300 MB per release'] },
  async gather(host, { go, machine, heard }, _inquiry, watch) {
    if (heard && isTranslated(heard) === true) {
      return absent({
        en: 'This process is translated, and the translator emulates AES instructions',
        zh: '本进程处于转译之下，AES 指令由转译器模拟',
      });
    }
    if ((parseGoRelease(go.version)?.minor ?? 0) < FETCHES_SINCE)
      return blocked({
        en: `${go.version} cannot fetch other toolchains`,
        zh: `${go.version} 无法获取其他工具链`,
      });
    const goarch = architectureOf(heard, machine.processArchitecture);
    const arms = [];
    for (const version of RELEASES) {
      const found = await fetchedRelease(host, go, [version]);
      if (!('path' in found)) return blocked(verbatim(found.trouble || `${version} is not offered`));
      const directory = await host.scratch(`laboratory/tls-${version}`);
      await host.writeScratch(`${directory}/main.go`, await host.specimen('tls/main.go'));
      await host.writeScratch(`${directory}/go.mod`, 'module goassay/specimens/tls\n\ngo 1.17\n');
      const built = await runGo(host, {
        go: found.path,
        args: ['build', '-trimpath', '-o', `${directory}/tls`, '.'],
        directory,
        environment: {
          // A go.env of today stops a go command of 2021.
          GOENV: 'off',
          GOFLAGS: undefined,
          GOROOT: undefined,
          GOCACHE: await host.scratch(`laboratory/tls-cache-${version}`),
          CGO_ENABLED: '0',
          GOOS: machine.system,
          GOARCH: goarch,
        },
      });
      if (built.exit !== 0)
        throw new HostError('failed', `Cannot build tls with ${version}: ${complaintOf(built)}`);
      arms.push({ name: version, argv: [`${directory}/tls`], environment: CLEAN });
    }
    const observations = await runExperiment(host, {
      go: go.path,
      arms,
      measure: 'TLS sec/op',
      rounds: ROUNDS,
      stopping: 'fixed',
      onProgress: watch,
    });
    return known({
      goarch,
      versions: RELEASES,
      observations,
    });
  },
});
