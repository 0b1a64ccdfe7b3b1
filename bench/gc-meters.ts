/**
 * Four meters of garbage collection: the figure is at least 99 % of the collections within the stated
 * steps of the meters, and exact counts of stops of the world and of allocated objects. Each round is a
 * run of its own with 200 collections, by the experiment as users run it; what is to be expected is
 * what the runtime itself says, in MemStats.
 *
 *     node bench/gc-meters.ts [ROUNDS]
 *
 * @module
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { gcMeters } from '../src/evidence/runtime/gc-meters.ts';
import { countsAgree, reconcile } from '../src/laboratory/gc-meters.ts';

const rounds = Number(process.argv[2] ?? 5);
const directory = mkdtempSync(join(tmpdir(), 'goassay-bench-'));
const dossiersSchema = z.looseObject({
  dossiers: z.array(z.looseObject({ facts: z.record(z.string(), z.looseObject({ value: z.unknown() })) })),
});

try {
  let [cycles, agreeing, exact] = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const args = ['run', '--profile', 'full', '--only', 'reconciled-gc-meters', '-q', '--out', directory];
    execFileSync(process.execPath, ['src/cli/main.ts', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    const { dossiers } = dossiersSchema.parse(
      JSON.parse(readFileSync(join(directory, 'dossier.json'), 'utf8')),
    );
    const fact = dossiers.map(({ facts }) => facts[gcMeters.id]).find((one) => one !== undefined);
    const found = reconcile(gcMeters.schema.parse(fact?.value));
    const { stops, mallocs } = found.counts;
    cycles += found.cycles;
    agreeing += found.agreeing;
    exact += countsAgree(found) ? 1 : 0;
    console.log(
      `run ${round + 1}: ${found.agreeing} of ${found.cycles} collections agree; stops of the world ${stops.metrics} and ${stops.trace}; Mallocs exact in ${mallocs.equal} of ${mallocs.still}${found.first ? `; first not: ${found.first}` : ''}`,
    );
  }
  const share = agreeing / cycles;
  console.log(
    `${(100 * share).toFixed(2)} % of ${cycles} collections within the steps of the meters, target 99 %: ${share >= 0.99 ? 'met' : 'NOT MET'}`,
  );
  console.log(
    `counts exact in ${exact} of ${rounds} runs, target all: ${exact === rounds ? 'met' : 'NOT MET'}`,
  );
} finally {
  rmSync(directory, { recursive: true, force: true });
}
