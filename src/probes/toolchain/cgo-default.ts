import { cgoDefault } from '../../evidence/toolchain/cgo-default.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import type { Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { record } from './record.ts';
import { findOnPath, isExecutable } from './search-path.ts';

/** GOENV=off: the file that `go env -w` writes would answer instead of the default. */
const UNSET = { CGO_ENABLED: undefined, GOENV: 'off' } as const;

export const cgoDefaultProbe = probe({
  gathers: cgoDefault,
  needs: { go: goUnderTest },
  cost: { time: 'instant' },
  async gather(host, { go: { path: go, env } }) {
    const directory = await host.scratch('outside-any-module');
    const empty = await host.scratch('empty-path');
    const goarch = env['GOHOSTARCH'] === 'arm64' ? 'amd64' : 'arm64';
    const ask = (command: string, environment: Readonly<Record<string, string | undefined>> = {}) =>
      record(`${command}go env CGO_ENABLED`, () =>
        runGo(host, {
          go,
          args: ['env', 'CGO_ENABLED'],
          directory,
          environment: { ...UNSET, ...environment },
        }),
      );
    const name = (env['CC'] ?? '').split(' ')[0] ?? '';
    const path = await compilerPath(host, name);
    return known({
      native: await ask(''),
      compiler: { name, ...(path !== undefined && { path }) },
      withoutCompiler: await ask('PATH= ', { PATH: empty }),
      foreign: { goarch, run: await ask(`GOARCH=${goarch} `, { GOARCH: goarch }) },
      ...(env['CGO_ENABLED'] !== undefined && { own: env['CGO_ENABLED'] }),
    });
  },
});

async function compilerPath(host: Host, name: string): Promise<string | undefined> {
  if (name.startsWith('/')) return (await isExecutable(host, name)) ? name : undefined;
  return name === '' ? undefined : findOnPath(host, name);
}
