import { runEnvironment } from '../../evidence/runtime/run-environment.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

/** Variables that change how a Go program runs (package runtime, "Environment Variables"), and GOFLAGS. */
const CHANGING = ['GODEBUG', 'GOFLAGS', 'GOGC', 'GOMAXPROCS', 'GOMEMLIMIT', 'GOTRACEBACK'];

export const cleanRunEnvironment = claim({
  id: 'clean-run-environment',
  subject: 'runtime',
  answers: ['W1.24'],
  statement: {
    en: 'Measured runs start from a clean shell environment.',
    zh: '受测运行均从纯净的 shell 环境启动。',
  },
  method: {
    en: 'Has the meter start a program that prints the names of its variables, once as experiments start their runs and once with GOFLAGS, GODEBUG and GOGC planted; goassay passes an allow-listed environment on and empties what changes a Go program. The paper’s own runs left no record of theirs.',
    zh: '由计量器启动一个打印自身变量名的程序：一次按实验的方式，一次预置 GOFLAGS、GODEBUG 与 GOGC；goassay 只传递白名单内的环境，并清空会改变 Go 程序行为的变量。原文的运行未留下环境记录。',
  },
  wouldChange: {
    en: 'A variable that changes a Go program and reaches a measured run.',
    zh: '某个会改变 Go 程序行为的变量进入了受测运行。',
  },
  needs: { environment: runEnvironment },

  judge({ environment: { clean, planted, polluted } }) {
    const leaked = clean.filter((name) => CHANGING.includes(name));
    const missed = planted.filter((name) => !polluted.includes(name));
    if (leaked.length > 0) {
      return refuted({
        en: `${leaked.join(', ')} reaches measured runs`,
        zh: `${leaked.join('、')} 会进入受测运行`,
      });
    }
    if (missed.length > 0) {
      return inconclusive({
        en: `${missed.join(', ')} was planted and not seen, so nothing follows from not seeing the others`,
        zh: `预置的 ${missed.join('、')} 未被看到，因此“未看到”不能说明问题`,
      });
    }
    return confirmed({
      en: `None of ${CHANGING.length} variables that change a Go program reaches a run, and the ${planted.length} planted ones were seen; ${clean.length} others are passed on: ${clean.join(', ')}`,
      zh: `${CHANGING.length} 个会改变 Go 程序行为的变量均未进入运行，而预置的 ${planted.length} 个均被看到；另传递 ${clean.length} 个：${clean.join('、')}`,
    });
  },
});
