import { claimTable } from '../../../test/claim-table.ts';
import { install, installs } from '../../../test/sample-go-installs.ts';
import { unshadowedGo } from './unshadowed-go.ts';

const official = install('/usr/local/go', 'go1.26.8');
const brew = install('/opt/homebrew/Cellar/go/1.27.4/libexec', 'go1.27.4', {
  manager: 'homebrew',
  positions: [2],
});
const asdf = '/home/gopher/.asdf/installs/golang/1.24.9/go';

claimTable(unshadowedGo, [
  {
    when: 'when PATH has one Go and the others are off PATH',
    outcome: 'confirmed',
    evidence: { found: installs([official, { ...brew, positions: [] }]) },
    saying: 'go1.26.8 at /usr/local/go/bin/go only; 1 other install',
  },
  {
    when: 'when a shim comes before the tree it starts',
    outcome: 'confirmed',
    evidence: {
      found: installs([
        install(asdf, 'go1.24.9', {
          path: '/home/gopher/.asdf/shims/go',
          realPath: '/home/gopher/.asdf/shims/go',
        }),
        install(asdf, 'go1.24.9', { positions: [2] }),
      ]),
    },
  },
  {
    when: 'when a newer Go hides behind the first',
    outcome: 'refuted',
    evidence: { found: installs([official, brew]) },
    saying: /shadows go1\.27\.4 at \/opt\/homebrew/,
  },
  {
    when: 'when an older Go hides behind the first',
    outcome: 'refuted',
    evidence: {
      found: installs([
        { ...brew, positions: [1] },
        { ...official, positions: [2] },
      ]),
    },
    saying: 'shadows go1.26.8',
  },
  {
    when: 'when PATH has no Go at all',
    outcome: 'refuted',
    evidence: { found: installs([{ ...official, positions: [] }]) },
    saying: 'No go on the 1 entries',
  },
  {
    when: 'when there is no Go on this machine',
    outcome: 'refuted',
    evidence: {
      found: installs([], {
        path: [
          { text: 'bin', oddity: 'relative' },
          { text: '/x', oddity: 'loop' },
        ],
      }),
    },
  },
  {
    when: 'when the second hangs',
    outcome: 'refuted',
    evidence: {
      found: installs([
        official,
        {
          path: '/b/go',
          realPath: '/b/go',
          aliases: [],
          manager: 'unknown',
          positions: [2],
          tools: [],
          trouble: 'Cannot run /b/go version: it did not end within 3 s',
        },
      ]),
    },
    saying: '? at /b/go',
  },
  {
    when: 'when the first does not answer as a Go does',
    outcome: 'inconclusive',
    evidence: {
      found: installs([
        {
          path: '/b/go',
          realPath: '/b/go',
          aliases: [],
          manager: 'unknown',
          positions: [1],
          tools: [],
          trouble: 'Cannot run /b/go version: exit 1, it says nothing',
        },
        { ...official, positions: [2] },
      ]),
    },
    saying: 'does not answer as a Go does',
  },
]);
