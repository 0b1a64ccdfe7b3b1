import { claimTable } from '../../../test/claim-table.ts';
import { compiledCode, NO_CODE, VECTOR_LOOP } from '../../../test/sample-compiled-code.ts';
import { goOf } from '../../../test/sample-go-under-test.ts';
import { portOriginsWith } from '../../../test/sample-port-origins.ts';
import { milestoneDiagram } from './milestone-diagram.ts';

const AS_PRINTED = { 'crypto/aes (arm64)': 'go1.18' };

claimTable(milestoneDiagram, [
  {
    when: 'as go1.26.8 compiles and the release notes tell',
    outcome: 'refuted',
    evidence: { origins: portOriginsWith(), code: compiledCode(), go: goOf('go1.26.8') },
    saying:
      '2 of three boxes are wrong: crypto/aes (arm64) began with go1.11; go1.26.8 vectorises 0 of 2 loops',
  },
  {
    when: 'when only the loops are not vectorised',
    outcome: 'refuted',
    evidence: { origins: portOriginsWith(AS_PRINTED), code: compiledCode(), go: goOf('go1.26.8') },
    saying: '1 of three boxes is wrong',
  },
  {
    when: 'when all three are right',
    outcome: 'confirmed',
    evidence: {
      origins: portOriginsWith(AS_PRINTED),
      code: compiledCode({ instead: { SumLoop: VECTOR_LOOP } }),
      go: goOf('go1.26.8'),
    },
  },
  {
    when: 'when the Go is older than the third box and the others are right',
    outcome: 'inconclusive',
    evidence: { origins: portOriginsWith(AS_PRINTED), code: NO_CODE, go: goOf('go1.20.14') },
  },
]);
