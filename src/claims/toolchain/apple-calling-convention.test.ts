import { claimTable } from '../../../test/claim-table.ts';
import {
  ARGUMENTS_ON_STACK,
  compiledCode,
  NO_CODE,
  SAVES_REGISTERS,
} from '../../../test/sample-compiled-code.ts';
import { appleCallingConvention } from './apple-calling-convention.ts';

claimTable(appleCallingConvention, [
  {
    when: 'as go1.26.8 compiles calls',
    outcome: 'refuted',
    evidence: { code: compiledCode() },
    saying: 'arguments nine and ten arrive in x8 and x9, and a function that calls others saves none',
  },
  {
    when: 'when they are on the stack and registers are saved',
    outcome: 'confirmed',
    evidence: {
      code: compiledCode({ instead: { TenArguments: ARGUMENTS_ON_STACK, KeepsAcrossCall: SAVES_REGISTERS } }),
    },
    saying: 'x19, x20 are saved',
  },
  {
    when: 'when they are on the stack and no register is saved, as before Go 1.18',
    outcome: 'refuted',
    evidence: { code: compiledCode({ instead: { TenArguments: ARGUMENTS_ON_STACK } }) },
    saying: 'all ten arguments arrive on the stack',
  },
  { when: 'without a listing', outcome: 'inconclusive', evidence: { code: NO_CODE } },
]);
