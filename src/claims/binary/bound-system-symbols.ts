/**
 * Even with cgo off, a darwin program is dynamically linked: the system offers no stable system calls.
 *
 * @module
 */

import { binaryIdentity, buildSetting, thinSlice } from '../../evidence/binary/binary-identity.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { of } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const boundSystemSymbols = claim({
  id: 'bound-system-symbols',
  subject: 'binary',
  answers: ['W2.19'],
  statement: {
    en: 'The cross-built program binds its system symbols dynamically from libSystem.',
    zh: '交叉构建的程序从 libSystem 动态绑定系统符号。',
  },
  method: {
    en: 'Lists the libraries and the undefined symbols of the Mach-O that the printed command built, with the library each is bound from.',
    zh: '列出所给命令构建的 Mach-O 的动态库与未定义符号，以及每个符号所绑定的库。',
  },
  wouldChange: {
    en: 'A file that imports nothing from libSystem.',
    zh: '文件没有从 libSystem 导入任何符号。',
  },
  needs: { identity: of(binaryIdentity, PRODUCTS.metricsDarwin) },

  judge({ identity }) {
    const slice = thinSlice(identity);
    if (!slice?.macho) {
      return inconclusive({
        en: `The product is ${identity.container}, not Mach-O`,
        zh: `产物是 ${identity.container}，而非 Mach-O`,
      });
    }
    const imports = slice.symbols?.imports ?? [];
    const libraries = slice.macho.dylibs.map(
      (path) => [path, imports.filter(({ library }) => library === path).length] as const,
    );
    const bound = imports.filter(({ library }) => library?.includes('libSystem')).length;
    const cgo = buildSetting(identity, 'CGO_ENABLED') ?? 'unrecorded';
    const figures = [
      table(
        { en: 'Imported symbols by library', zh: '各动态库的导入符号数' },
        [
          { en: 'library', zh: '动态库' },
          { en: 'symbols', zh: '符号数' },
        ],
        libraries,
      ),
    ];
    return bound > 0
      ? confirmed(
          {
            en: `${bound} of ${imports.length} imported symbols are bound from libSystem, with CGO_ENABLED=${cgo}`,
            zh: `${imports.length} 个导入符号中有 ${bound} 个绑定自 libSystem，CGO_ENABLED=${cgo}`,
          },
          { figures },
        )
      : refuted(
          {
            en: `None of ${imports.length} imported symbols is bound from libSystem`,
            zh: `${imports.length} 个导入符号中没有一个绑定自 libSystem`,
          },
          { figures },
        );
  },
});
