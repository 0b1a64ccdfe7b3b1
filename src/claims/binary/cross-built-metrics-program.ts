/**
 * The printed cross-build, run as printed, and its product read.
 *
 * @module
 */

import { binaryIdentity, buildSetting, thinSlice } from '../../evidence/binary/binary-identity.ts';
import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { claim } from '../../model/claim.ts';
import { of, wish } from '../../model/kind.ts';
import { confirmed, refuted } from '../../model/verdict.ts';
import { buildFailure } from './build-failure.ts';
import { description, flaw } from './macos-start.ts';

export const crossBuiltMetricsProgram = claim({
  id: 'cross-built-metrics-program',
  subject: 'binary',
  answers: ['W2.17'],
  statement: {
    en: 'On a Linux x86-64 host the printed command builds a native macOS arm64 program.',
    zh: '在 Linux x86-64 主机上，所给命令可构建出原生 macOS arm64 程序。',
  },
  method: {
    en: 'Runs the printed command, byte for byte, in a throwaway directory with a main.go that reads runtime/metrics, and reads the file that comes out: container, CPU type, every page hash of its signature, build settings.',
    zh: '在一次性目录中逐字执行所给命令（其中的 main.go 读取 runtime/metrics），并检查产物：容器格式、CPU 类型、签名的每一页哈希、构建设置。',
  },
  wouldChange: {
    en: 'A failing build, or a file that is not a thin, validly signed arm64 Mach-O.',
    zh: '构建失败，或产物不是签名有效的单一架构 arm64 Mach-O。',
  },
  needs: {
    built: of(product, PRODUCTS.metricsDarwin),
    identity: wish(of(binaryIdentity, PRODUCTS.metricsDarwin)),
  },

  judge({ built, identity }) {
    if (!identity) return refuted(buildFailure(built));
    const against = flaw(identity);
    const said = description(identity);
    if (against)
      return refuted({
        en: `The command builds a file, but ${against.en}`,
        zh: `命令产生了文件，但${against.zh}`,
      });
    const cgo = buildSetting(identity, 'CGO_ENABLED') ?? 'unrecorded';
    const adHoc = thinSlice(identity)?.macho?.signature?.isAdHoc;
    return confirmed(
      {
        en: `The printed command exits 0 and makes a thin arm64 Mach-O of ${identity.sizeBytes} bytes: ${said.en}; CGO_ENABLED=${cgo}`,
        zh: `所给命令以 0 退出，产生 ${identity.sizeBytes} 字节的单一架构 arm64 Mach-O：${said.zh}；CGO_ENABLED=${cgo}`,
      },
      {
        warnings: adHoc
          ? [
              {
                en: 'The signature is ad hoc: it makes the program start, but Gatekeeper still stops a downloaded copy',
                zh: '签名为 ad hoc：程序可以启动，但下载得到的副本仍会被 Gatekeeper 拦截',
              },
            ]
          : [],
      },
    );
  },
});
