import { claimTable } from '../../../test/claim-table.ts';
import { sampleTrial } from '../../../test/sample-trials.ts';
import { defaultSumdb } from './default-sumdb.ts';

claimTable(defaultSumdb, [
  {
    when: 'when the public database is the default and off asks nobody',
    outcome: 'confirmed',
    evidence: {
      trials: {
        'the default database': sampleTrial({ exits: [0, 0], stdout: ['sum.golang.org\n', 'off\n'] }),
        'a keyed database': sampleTrial({ asked: [['db.test', 'lookup']] }),
      },
    },
  },
  {
    when: 'when a distribution ships another default',
    outcome: 'refuted',
    evidence: {
      trials: {
        'the default database': sampleTrial({ exits: [0, 0], stdout: ['off\n', 'off\n'] }),
        'a keyed database': sampleTrial({ asked: [['db.test', 'lookup']] }),
      },
    },
    saying: 'GOSUMDB is off by default',
  },
  {
    when: 'when off asks all the same',
    outcome: 'refuted',
    evidence: {
      trials: {
        'the default database': sampleTrial({ stdout: ['sum.golang.org\n'] }),
        'no database': sampleTrial({ asked: [['db.test', 'lookup']] }),
        'a keyed database': sampleTrial({ asked: [['db.test', 'lookup']] }),
      },
    },
  },
]);
