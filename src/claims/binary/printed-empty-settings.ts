import { PRODUCTS } from '../../evidence/binary/product.ts';
import { listedSettings, versionListing } from '../../evidence/binary/version-listing.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

/** The settings of the example that are empty or odd; the go command records what was set, and CGO_ flags. */
const PRINTED = ['-tags', '-gcflags', '-asmflags', '-gccgoflags', '-gccgodefs', '-gccgo', '-gc'] as const;

export const printedEmptySettings = claim({
  id: 'printed-empty-settings',
  subject: 'binary',
  answers: ['W3.41'],
  statement: {
    en: '`go version -m` prints a module version with "(./)" and empty settings such as -tags=, -gccgodefs= and -gc=gc.',
    zh: '`go version -m` 会输出带 “(./)” 的模块版本及 -tags=、-gccgodefs=、-gc=gc 等空设置。',
  },
  method: {
    en: 'Builds the example with its own flags and lists every key that `go version -m` prints.',
    zh: '以示例自身的选项构建，并列出 `go version -m` 输出的每个键。',
  },
  wouldChange: {
    en: 'All of these lines in the output of a real build.',
    zh: '真实构建的输出中出现上述全部各行。',
  },
  needs: { listing: versionListing },

  judge({ listing: { listings } }) {
    const found = listings.find(({ name }) => name === PRODUCTS.myapp);
    if (!found) return inconclusive({ en: 'The example could not be built', zh: '示例未能构建' });
    const keys = new Set(listedSettings(found.output).map(([key]) => key));
    const missing: string[] = PRINTED.filter((key) => !keys.has(key));
    const module = /^\tmod\t.*$/m.exec(found.output)?.[0].trim().replaceAll('\t', ' ') ?? 'no mod line';
    if (!module.includes('(./)')) missing.push('(./)');
    return missing.length > 0
      ? refuted({
          en: `Never printed: ${missing.join(' ')}; the ${keys.size} keys are ${[...keys].join(' ')}, and the module line is “${module}”`,
          zh: `从未输出：${missing.join(' ')}；实际的 ${keys.size} 个键为 ${[...keys].join(' ')}，模块行为“${module}”`,
        })
      : confirmed({
          en: `All ${PRINTED.length} settings and “(./)” are printed`,
          zh: `${PRINTED.length} 个设置与“(./)”全部输出`,
        });
  },
});
