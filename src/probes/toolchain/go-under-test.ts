/**
 * The Go that this run judges: the one named with --go, else the first on PATH, which is the one
 * a shell would start.
 *
 * @module
 */

import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { HostError } from '../../host/host.ts';
import { blocked, known, type Missing } from '../../model/fact.ts';
import { probe } from '../probe.ts';
import { askGo } from './ask-go.ts';
import { namedGo } from './named-go.ts';
import { findOnPath } from './search-path.ts';

export const goUnderTestProbe = probe({
  gathers: goUnderTest,
  cost: { time: 'instant' },
  async gather(host, _shown, { goPath }) {
    const path = goPath === undefined ? await findOnPath(host, 'go') : await namedGo(host, goPath);
    if (path === undefined) return goPath === undefined ? NO_GO : wrongPath(goPath);
    const { versionLine, version, env } = await askGo(host, path);
    const goroot = env['GOROOT'];
    if (goroot === undefined || goroot === '') {
      throw new HostError('failed', `Cannot use ${path}: its go env names no GOROOT`);
    }
    const realPath = (await host.realPath(path)) ?? path;
    return known({ path, realPath, versionLine, version: version.version, goroot, env: { ...env } });
  },
});

const NO_GO: Missing = blocked(
  { en: 'There is no Go on PATH', zh: 'PATH 中没有 Go' },
  {
    en: 'Install Go from go.dev/dl, or name one with `--go PATH`',
    zh: '从 go.dev/dl 安装 Go，或用 `--go PATH` 指定一个',
  },
);

function wrongPath(goPath: string): Missing {
  return blocked(
    {
      en: `There is no go command at ${goPath}: it is neither an executable nor a GOROOT with bin/go`,
      zh: `${goPath} 处没有 go 命令：它既不是可执行文件，也不是含有 bin/go 的 GOROOT`,
    },
    { en: 'Name a go command or a GOROOT with `--go PATH`', zh: '用 `--go PATH` 指定 go 命令或 GOROOT' },
  );
}
