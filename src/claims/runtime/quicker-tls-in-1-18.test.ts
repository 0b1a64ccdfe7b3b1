import { claimTable } from '../../../test/claim-table.ts';
import { around, sampleArms } from '../../../test/sample-arms.ts';
import { quickerTlsIn118 } from './quicker-tls-in-1-18.ts';

/** Milliseconds for a megabyte. */
function tls(older: number, newer: number, goarch = 'arm64') {
  const reported = (centre: number) => around(centre, 20).map((ms) => ({ 'TLS sec/op': ms / 1e3 }));
  const arms = [
    { name: 'go1.17.13', reported: reported(older) },
    { name: 'go1.18', reported: reported(newer).toReversed() },
  ];
  return { goarch, versions: ['go1.17.13', 'go1.18'], observations: sampleArms(arms, 'TLS sec/op') };
}

claimTable(quickerTlsIn118, [
  {
    when: 'when Go 1.18 takes less time',
    outcome: 'confirmed',
    evidence: { tls: tls(1.6, 0.5) },
    saying: 'With go1.17.13 TLS takes 3.2 times as long as with go1.18',
  },
  { when: 'when it takes more', outcome: 'refuted', evidence: { tls: tls(0.5, 0.6) } },
  { when: 'when they are alike', outcome: 'inconclusive', evidence: { tls: tls(0.5, 0.50005) } },
  {
    when: 'on another architecture',
    outcome: 'not-applicable',
    evidence: { tls: tls(1.6, 0.5, 'amd64') },
    saying: 'The machine is amd64',
  },
]);
