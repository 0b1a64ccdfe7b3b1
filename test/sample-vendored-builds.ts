/** Builds with and without vendor/ as Go 1.26 does them, for the tables of claims. */

import type { VendoredBuilds } from '../src/evidence/modules/vendored-builds.ts';
import { ran } from './sample-recorded-run.ts';

export function vendored(changes: Partial<VendoredBuilds> = {}): VendoredBuilds {
  const build = ran('go build -x -v ./...');
  return {
    changedSum: ran('go build ./...', {
      exit: 1,
      stderr: 'verifying goassay.example/answer@v1.0.0: checksum mismatch',
    }),
    lists: [
      {
        vendored: false,
        printed: ran('go list', { exit: 1 }),
        whole: ran('go list -m all', { stdout: 'goassay.example/question\ngoassay.example/answer v1.0.0\n' }),
      },
      {
        vendored: true,
        printed: ran('go list', { stdout: "go: can't compute 'all' using the vendor directory\n" }),
        whole: ran('go list -m all', {
          exit: 1,
          stderr: "go: can't compute 'all' using the vendor directory",
        }),
      },
    ],
    builds: [
      { printed: ran('go build'), compileSteps: 2 },
      { printed: ran('go build'), compileSteps: 2 },
    ],
    vendorWords: [
      { vendored: true, cache: 'empty', directory: 'question', run: build, lines: 3 },
      { vendored: true, cache: 'filled', directory: 'question', run: build, lines: 0 },
      { vendored: false, cache: 'empty', directory: 'vendor-test', run: build, lines: 4 },
    ],
    modulePaths: { run: build, download: 0, extracted: 2 },
    planted: [{ change: 'a vendored file edited', file: 'vendor/a.go', named: true }],
    pristineFindings: 0,
    ...changes,
  };
}
