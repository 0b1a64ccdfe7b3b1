/**
 * When Go first generated arm64 code: for Linux, years before macOS.
 *
 * @module
 */

import { codeGenerationHistory } from '../../evidence/toolchain/code-generation-history.ts';
import { portOrigins } from '../../evidence/toolchain/port-origins.ts';
import { compareGoReleases } from '../../formats/go-version.ts';
import { claim } from '../../model/claim.ts';
import { wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';
import { noOrigin, originOf, originsFigure } from './origin-of-port.ts';
import { historyFigures } from './release-history.ts';

const PORTS = ['linux/arm64', 'darwin/arm64'];
const CLAIMED_MINOR = 16;

export const firstArm64CodeGeneration = claim({
  id: 'first-arm64-code-generation',
  subject: 'toolchain',
  answers: ['W2.07'],
  statement: {
    en: 'Basic aarch64 code generation came with Go 1.16, for runtime and net.',
    zh: 'aarch64 的基础代码生成始于 Go 1.16，涉及 runtime 与 net。',
  },
  method: {
    en: 'Takes the earliest arm64 port of the shipped table of origins, which names the release notes that it is from.',
    zh: '在随附的起始版本表中取最早的 arm64 移植，该表注明所据的发布说明。',
  },
  wouldChange: {
    en: 'A table whose earliest arm64 port is of Go 1.16.',
    zh: '表中最早的 arm64 移植属于 Go 1.16。',
  },
  needs: { origins: portOrigins, history: wish(codeGenerationHistory) },

  judge({ origins, history }) {
    const found = PORTS.flatMap((port) => originOf(origins, port) ?? []);
    const [first] = found.toSorted((one, other) => compareGoReleases(one.release, other.release));
    const missing = PORTS.find((port) => !originOf(origins, port));
    // An earlier one refutes by itself; that there is no earlier one takes the whole table.
    if (!first || (missing !== undefined && first.release.minor >= CLAIMED_MINOR))
      return inconclusive(noOrigin(missing ?? ''));
    const figures = [originsFigure(origins, [first.port]), ...historyFigures(history)];
    const told = {
      en: `${first.version} is the first release that generates arm64 code, for ${first.port} (${first.source})`,
      zh: `首个生成 arm64 代码的版本是 ${first.version}，面向 ${first.port}（${first.source}）`,
    };
    return first.release.minor === CLAIMED_MINOR ? confirmed(told, { figures }) : refuted(told, { figures });
  },
});
