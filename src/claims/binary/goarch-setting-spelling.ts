import { PRODUCTS } from '../../evidence/binary/product.ts';
import { listedSettings, versionListing } from '../../evidence/binary/version-listing.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

/** Flags are recorded with their dash, environment variables without. */
export const goarchSettingSpelling = claim({
  id: 'goarch-setting-spelling',
  subject: 'binary',
  answers: ['W3.42'],
  statement: {
    en: '`go version -m` prints the target as -goos and -goarch.',
    zh: '`go version -m` 以 -goos、-goarch 给出目标。',
  },
  method: {
    en: 'Builds for linux/arm64 and searches the output of `go version -m` for both spellings.',
    zh: '为 linux/arm64 构建，并在 `go version -m` 的输出中查找两种写法。',
  },
  wouldChange: { en: 'A key -goos or -goarch in the output.', zh: '输出中出现键 -goos 或 -goarch。' },
  needs: { listing: versionListing },

  judge({ listing: { listings } }) {
    const found = listings.find(({ name }) => name === PRODUCTS.helloLinuxArm64);
    if (!found)
      return inconclusive({
        en: 'No program could be built for linux/arm64',
        zh: '未能为 linux/arm64 构建程序',
      });
    const settings = new Map(listedSettings(found.output));
    const printed = ['-goos', '-goarch'].filter((key) => settings.has(key));
    if (printed.length === 2)
      return confirmed({ en: 'Both -goos and -goarch are printed', zh: '-goos 与 -goarch 均有输出' });
    const [goos, goarch] = [settings.get('GOOS'), settings.get('GOARCH')];
    return goos === undefined || goarch === undefined
      ? inconclusive({
          en: 'The output names no target in either spelling',
          zh: '输出中两种写法都没有给出目标',
        })
      : refuted({
          en: `The keys are GOOS=${goos} and GOARCH=${goarch}; -goos and -goarch do not occur`,
          zh: `实际的键是 GOOS=${goos} 与 GOARCH=${goarch}；-goos、-goarch 均不出现`,
        });
  },
});
