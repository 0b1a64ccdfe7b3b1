/** The cache meter: the figure is a cold build at most 5 % slower than with Go's own cache, by processor time. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeHost } from '../src/host/node.ts';
import { buildInstrument } from '../src/probes/modules/instrument.ts';
import { median, told } from './interleaved.ts';

const rounds = Number(process.argv[2] ?? 5);
const root = mkdtempSync(join(tmpdir(), 'goassay-bench-cache-'));
const directory = join(root, 'app');
mkdirSync(directory);
writeFileSync(join(directory, 'go.mod'), 'module app.test\n\ngo 1.21\n');
writeFileSync(
  join(directory, 'main.go'),
  'package main\n\nimport (\n\t"encoding/json"\n\t"fmt"\n)\n\nfunc main() {\n\ttext, _ := json.Marshal(1)\n\tfmt.Println(string(text))\n}\n',
);

/** User and system time of the build and all that it starts, in milliseconds. */
function coldBuild(environment: Readonly<Record<string, string>>): number {
  const script = "TIMEFORMAT='%U %S'; time go build -o /dev/null .";
  const env = { ...process.env, GOFLAGS: '', CGO_ENABLED: '0', ...environment };
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: directory, env, encoding: 'utf8' });
  const [user, system] = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  if (status !== 0 || user === undefined || system === undefined) throw new Error(stderr);
  return 1000 * (user + system);
}

const host = nodeHost();
try {
  const meter = await buildInstrument(host, 'go', 'cachemeter');
  const own: number[] = [];
  const metered: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const place = join(root, `round${round}`);
    const plain = (): number => own.push(coldBuild({ GOCACHE: join(place, 'own') }));
    const helper = (): number =>
      metered.push(
        coldBuild({
          GOCACHE: join(place, 'unused'),
          GOCACHEPROG: `${meter} -store ${join(place, 'store')} -record ${join(place, 'record')}`,
        }),
      );
    mkdirSync(place);
    for (const run of round % 2 === 0 ? [plain, helper] : [helper, plain]) run();
  }
  const ratio = median(metered.map((ms, index) => ms / (own[index] ?? ms)));
  console.log(`own cache ${told(own)}`);
  console.log(`metered   ${told(metered)}`);
  console.log(`median ratio of pairs ${ratio.toFixed(3)}, target 1.05: ${ratio <= 1.05 ? 'met' : 'not met'}`);
} finally {
  host.close();
  rmSync(root, { recursive: true, force: true });
}
