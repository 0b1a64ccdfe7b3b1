import type { SchedulerSources } from '../src/evidence/runtime/scheduler-sources.ts';

function lines(...texts: readonly string[]): SchedulerSources['casgstatus'] {
  return texts.map((text, index) => ({ file: 'runtime/proc.go', line: index + 1, text }));
}

/** As Go 1.26 is written, in excerpts of the lines that decide. */
export const SCHEDULER_SOURCES: SchedulerSources = {
  darwinArm64: ['proc.go', 'lock_spinbit.go', 'os_darwin.go', 'os_darwin_arm64.go', 'sys_darwin_arm64.s'],
  linuxArm64: ['proc.go', 'lock_spinbit.go', 'os_linux.go', 'os_linux_arm64.go'],
  casgstatus: lines(
    'func casgstatus(gp *g, oldval, newval uint32) {',
    '\tfor i := 0; !gp.atomicstatus.CompareAndSwap(oldval, newval); i++ {',
    '}',
  ),
  acquireRelease: lines('\th := atomic.LoadAcq(&pp.runqhead)', '\tatomic.StoreRel(&pp.runqtail, t+1)'),
  goschedImpl: lines(
    'func goschedImpl(gp *g, preempted bool) {',
    '\tpp := gp.m.p.ptr()',
    '\tglobrunqput(gp)',
    '\tschedule()',
    '}',
  ),
  procresizeCallers: [
    { file: 'runtime/proc.go', line: 936, text: '\tif procresize(procs) != nil {', within: 'schedinit' },
    {
      file: 'runtime/proc.go',
      line: 1776,
      text: '\tp1 := procresize(procs)',
      within: 'startTheWorldWithSema',
    },
  ],
};
