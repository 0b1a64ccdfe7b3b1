import { schedulerProfile, type SchedulerProfile } from '../../evidence/runtime/scheduler-profile.ts';
import { CLEAN, nativeSpecimen, SCHEDULER_FILES } from '../../experiments/both-architectures.ts';
import { HostError } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { LABORATORY, MEASURES } from './laboratory.ts';

export const schedulerProfileProbe = probe({
  gathers: schedulerProfile,
  needs: LABORATORY,
  cost: MEASURES,
  async gather(host, place) {
    const { path } = await nativeSpecimen(host, place, 'scheduler', SCHEDULER_FILES);
    const profile = `${path}.pprof`;
    const ran = await host.run({
      argv: [path, '-scale', '300', '-cpuprofile', profile],
      environment: CLEAN,
      timeLimitMs: 120_000,
    });
    if (ran.exit !== 0) throw new HostError('failed', `Cannot profile ${path}: ${ran.stderr.slice(0, 300)}`);
    const { exit, stdout, stderr } = await runGo(host, {
      go: place.go.path,
      args: ['tool', 'pprof', '-top', '-unit=ms', '-nodecount=100000', '-nodefraction=0', path, profile],
    });
    const parsed = topOf(stdout);
    if (exit !== 0 || !parsed)
      throw new HostError(
        'failed',
        `Cannot use go tool pprof: it printed "${(stderr || stdout).slice(0, 200)}"`,
      );
    return known(parsed);
  },
});

/** "      10ms  0.52% 99.48%       20ms  1.04%  runtime.procresize"; nothing is printed as 0 without a unit. */
const LINE = /^\s*([\d.]+)(?:ms)?\s+[\d.]+%\s+[\d.]+%\s+([\d.]+)(?:ms)?\s+[\d.]+%\s+(runtime\.\S+)/;

function topOf(stdout: string): SchedulerProfile | undefined {
  const total = /of ([\d.]+)ms total/.exec(stdout)?.[1];
  if (total === undefined) return undefined;
  const functions = stdout.split('\n').flatMap((line) => {
    const [, flat, cumulative, name] = LINE.exec(line) ?? [];
    return name === undefined ? [] : [{ name, flatMs: Number(flat), cumulativeMs: Number(cumulative) }];
  });
  return { totalMs: Number(total), functions };
}
