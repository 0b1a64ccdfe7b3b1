import { gocacheOff } from '../../evidence/toolchain/gocache-off.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const INSTEAD = {
  en: 'Instead: -count=1 to test without cached results, -a to rebuild everything, GOCACHE="$(mktemp -d)" for an empty cache of its own, or GOCACHEPROG',
  zh: '可改用：-count=1（不用缓存的测试结果）、-a（全部重新构建）、GOCACHE="$(mktemp -d)"（空的独立缓存）或 GOCACHEPROG',
};

export const validGocacheOff = claim({
  id: 'valid-gocache-off',
  subject: 'toolchain',
  answers: ['W1.26'],
  statement: {
    en: '`GOCACHE=off` is a valid setting under which tests can be run.',
    zh: '可以用 `GOCACHE=off` 运行测试。',
  },
  method: {
    en: '`GOCACHE=off go build` on a one-file program, and the same build without the setting.',
    zh: '对单文件程序执行 `GOCACHE=off go build`，并在不设该值时再构建一次。',
  },
  wouldChange: {
    en: 'Exit 0.',
    zh: '以 0 退出。',
  },
  needs: { seen: gocacheOff },

  judge({ seen: { build, control } }) {
    if (build.exit === 0) {
      return confirmed({ en: '`GOCACHE=off go build` exits 0', zh: '`GOCACHE=off go build` 以 0 退出' });
    }
    if (control.exit !== 0 || build.exit === undefined) {
      const run = build.exit === undefined ? build : control;
      return inconclusive({
        en: `This Go builds nothing here: ${complaint(run)}`,
        zh: `此 Go 在本机无法构建：${complaint(run)}`,
      });
    }
    return refuted(
      {
        en: `go exits ${build.exit}: "${complaint(build)}"; without the setting it exits 0`,
        zh: `go 以 ${build.exit} 退出：“${complaint(build)}”；不设该值时以 0 退出`,
      },
      { warnings: [INSTEAD] },
    );
  },
});
