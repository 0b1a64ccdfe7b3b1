import { gocacheOff } from '../../evidence/toolchain/gocache-off.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { known } from '../../model/fact.ts';
import { runPrinted } from '../go-command.ts';
import { probe } from '../probe.ts';
import { record } from './record.ts';
import { joinPath } from './search-path.ts';

/** No imports and no main: nothing else has to be compiled, so the control takes milliseconds. */
const LISTING = 'package one\n\nfunc One() int { return 1 }\n';

export const gocacheOffProbe = probe({
  gathers: gocacheOff,
  needs: { go: goUnderTest },
  cost: { time: 'instant', writes: ['the Go build cache'] },
  async gather(host, { go: { path: go } }) {
    const directory = await host.scratch('gocache-off');
    await host.writeScratch(joinPath(directory, 'one.go'), LISTING);
    const run = (script: string) => record(script, () => runPrinted(host, { go, script, directory }));
    return known({ build: await run('GOCACHE=off go build one.go'), control: await run('go build one.go') });
  },
});
