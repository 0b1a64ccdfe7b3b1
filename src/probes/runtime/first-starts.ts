/**
 * Building programs and starting each eleven times. The linker has just written them, so the first start
 * does not wait for a disk; macOS looks at every new program, native ones too, so those are the control.
 *
 * @module
 */

import { firstStarts, type FirstStarts } from '../../evidence/runtime/first-starts.ts';
import { CLEAN, translatorOf, type Place, type Translator } from '../../experiments/both-architectures.ts';
import { metered, meterFor, type Meter } from '../../experiments/meter.ts';
import { HostError, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

const STARTS = 11;
/** The ledger asks for so many where a translation may be kept; qemu-user keeps none and is the control. */
const PROGRAMS = { rosetta: 30, control: 10 } as const;
const LARGE_PROGRAMS = 10;

const STORE = '/var/db/oah';
const NAME = 'goassay-first-start';

type Program = FirstStarts['programs'][number];

export const firstStartsProbe = probe({
  gathers: firstStarts,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, place) {
    const found = translatorOf(place);
    if ('state' in found) return found;
    const { native, translated, means, translator } = found;
    const directory = await host.scratch('laboratory/first-start');
    for (const file of ['main.go', 'small.go', 'large.go'])
      await host.writeScratch(`${directory}/${file}`, await host.specimen(`first-start/${file}`));
    await host.writeScratch(`${directory}/go.mod`, 'module goassay/specimens/first-start\n\ngo 1.21\n');
    const meter = await meterFor(host, place.go.path);
    const count = means === 'rosetta' ? PROGRAMS.rosetta : PROGRAMS.control;
    const programs: Program[] = [];
    for (let number = 0; number < count; number += 1) {
      const sides = [
        { side: 'native', size: 'small' },
        { side: 'translated', size: 'small' },
        ...(number < LARGE_PROGRAMS ? [{ side: 'translated', size: 'large' } as const] : []),
      ] as const;
      for (const one of sides)
        programs.push(await startedAfresh(host, { place, meter, found, directory, number, ...one }));
    }
    return known({
      native,
      translated,
      means,
      ...(translator !== undefined && { translator }),
      programs,
      store: await translationStore(host),
    });
  },
});

interface Start extends Pick<Program, 'side' | 'size'> {
  readonly place: Place;
  readonly meter: Meter;
  readonly found: Translator;
  readonly directory: string;
  readonly number: number;
}

async function startedAfresh(host: Host, start: Start): Promise<Program> {
  const { place, meter, found, directory, number, side, size } = start;
  const { go, machine } = place;
  const path = `${directory}/${NAME}-${side}-${size}-${number}`;
  // The mark makes the contents new in every run of goassay too.
  const mark = `${Math.round(host.now())}-${number}`;
  const { exit, stderr } = await runGo(host, {
    go: go.path,
    args: ['build', '-trimpath', '-tags', size, '-ldflags', `-s -w -X main.mark=${mark}`, '-o', path, '.'],
    directory,
    environment: { GOOS: machine.system, GOARCH: found[side], CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '' },
  });
  if (exit !== 0) throw new HostError('failed', `Cannot build first-start: ${stderr.slice(0, 300)}`);
  const command = {
    argv: [...(side === 'translated' ? found.argv : []), path],
    env: CLEAN,
    timeLimitNs: 20e9,
    outputLimit: 4096,
    keep: 0,
  };
  const runs = await metered(host, meter, Array<typeof command>(STARTS).fill(command));
  const failed = runs.find((run) => run.ended !== 'exit' || run.exit !== 0);
  if (failed) throw new HostError('failed', `Cannot start ${path}: ${failed.error ?? failed.stderr}`);
  const [firstMs = 0, ...laterMs] = runs.map(({ wallNs }) => wallNs / 1e6);
  const sizeBytes = (await host.status(path))?.sizeBytes ?? 0;
  return { side, size, sizeBytes, firstMs, laterMs };
}

/** Three levels down: a directory by machine, one by program, and translations by name. */
async function translationStore(host: Host): Promise<FirstStarts['store']> {
  const ours: { name: string; sizeBytes: number }[] = [];
  try {
    const machines = await host.list(STORE);
    if (!machines) return { path: STORE, state: 'not there', ours };
    for (const machine of machines) {
      for (const program of (await entriesOf(host, `${STORE}/${machine}`)) ?? []) {
        const at = `${STORE}/${machine}/${program}`;
        for (const name of (await entriesOf(host, at)) ?? [])
          if (name.startsWith(NAME))
            ours.push({ name, sizeBytes: (await host.status(`${at}/${name}`))?.sizeBytes ?? 0 });
      }
    }
    return { path: STORE, state: 'listed', ours };
  } catch (error) {
    if (error instanceof HostError && error.refusal === 'denied')
      return { path: STORE, state: 'refused', ours };
    throw error;
  }
}

/** Undefined for what is no directory. */
async function entriesOf(host: Host, path: string): Promise<readonly string[] | undefined> {
  return (await host.status(path))?.type === 'directory' ? host.list(path) : undefined;
}
