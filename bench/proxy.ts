/** Proxy conformance: the figure is at least 120 checks in less than 10 s on loopback. */

import { nodeHost } from '../src/host/node.ts';
import { proxyConformance } from '../src/probes/modules/proxy/conformance.ts';
import { MODULES, proxyServer } from '../test/proxy-servers.ts';
import { told } from './interleaved.ts';

process.env['GOSUMDB'] = 'off';
const proxy = await proxyServer();
const host = nodeHost();
try {
  const times: number[] = [];
  let count = 0;
  let unmet = 0;
  for (let round = 0; round < 10; round += 1) {
    const { checks, durationMs } = await proxyConformance(host, {
      url: proxy.url,
      modules: MODULES,
      sumdb: 'sum.test',
      go: 'go',
      timeLimitMs: 5000,
    });
    times.push(durationMs);
    count = checks.length;
    unmet += checks.filter(({ outcome }) => outcome !== 'met').length;
  }
  console.log(`${count} checks of an honest proxy, ${unmet} of 10 rounds' not met: ${told(times)}`);
  const isMet = count >= 120 && Math.max(...times) < 10_000 && unmet === 0;
  console.log(`target 120 checks in 10 s: ${isMet ? 'met' : 'not met'}`);
} finally {
  host.close();
  proxy.close();
}
