import { GO_RELEASES, newestRelease } from '../../evidence/toolchain/go-releases.ts';
import type { Mend } from '../../model/verdict.ts';

/** A certain release beside the one that is there; `port` where that one is of the wrong architecture. */
export function upgrade(version: string, port?: { readonly goos: string; readonly goarch: string }): Mend {
  const platform = port ? ` --os ${port.goos} --arch ${port.goarch}` : '';
  return {
    text: {
      en: `Install ${version}, proven against the checksum log, and put it first on PATH`,
      zh: `安装经校验和日志证明的 ${version}，并放在 PATH 最前`,
    },
    command: `goassay install ${version}${platform} && export PATH="$HOME/sdk/${version}/bin:$PATH"`,
  };
}

/** To the newest release that the table knows. */
export function upgradeToNewest(port?: { readonly goos: string; readonly goarch: string }): Mend {
  return upgrade(newestRelease(GO_RELEASES)?.version ?? 'go', port);
}
