import { GO_RELEASES, newestRelease } from '../../evidence/toolchain/go-releases.ts';
import type { Mend } from '../../model/verdict.ts';

/**
 * The Go project's own way to a certain release beside the one that is there
 * (go.dev/doc/manage-install). The installer downloads for the architecture that it was built
 * for itself, so a Go of the wrong architecture has to build it for `port`.
 */
export function upgrade(version: string, port?: { readonly goos: string; readonly goarch: string }): Mend {
  const [setting, place] = port ? [`GOARCH=${port.goarch} `, `bin/${port.goos}_${port.goarch}`] : ['', 'bin'];
  return {
    text: {
      en: `Install ${version} and put it first on PATH`,
      zh: `安装 ${version} 并放在 PATH 最前`,
    },
    command: `${setting}go install golang.org/dl/${version}@latest && "$(go env GOPATH)/${place}/${version}" download && export PATH="$HOME/sdk/${version}/bin:$PATH"`,
  };
}

/** To the newest release that the table knows. */
export function upgradeToNewest(port?: { readonly goos: string; readonly goarch: string }): Mend {
  return upgrade(newestRelease(GO_RELEASES)?.version ?? 'go', port);
}
