/**
 * Building one of our instruments with the Go under test.
 *
 * @module
 */

import { HostError, type Host } from '../../host/host.ts';
import { runGo } from '../go-command.ts';

/** Returns its path. Go's own build cache makes building it again quick. Throws HostError with the compiler's words. */
export async function buildInstrument(host: Host, go: string, name: string): Promise<string> {
  const sources = await host.instrument(name);
  const directory = await host.scratch(`instrument-${name}`);
  for (const [file, text] of Object.entries(sources)) await host.writeScratch(`${directory}/${file}`, text);
  const path = `${directory}/${name}`;
  const environment = { CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off', GOOS: '', GOARCH: '', GOCACHEPROG: '' };
  const { exit, stderr } = await runGo(host, {
    go,
    args: ['build', '-o', path, '.'],
    directory,
    environment,
  });
  if (exit !== 0) throw new HostError('failed', `Cannot build ${name}: ${stderr.trim().slice(0, 500)}`);
  return path;
}
