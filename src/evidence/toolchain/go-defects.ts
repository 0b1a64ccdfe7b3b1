/**
 * Releases known to be bad on arm64 or on macOS, each from a thread that was read and, where it
 * says "checked", from the sources of the releases on both sides of the repair.
 *
 * Only what breaks programs by itself is listed: vulnerabilities are what supported releases
 * are for, and wishes are no defects.
 *
 * @module
 */

import type { Text } from '../../model/text.ts';
import { compareGoReleases, parseGoRelease, type GoRelease } from '../../formats/go-version.ts';

export const DEFECTS_AS_OF = '2026-11-24';

export interface GoDefect {
  /** Where to read about it, such as "golang/go#68678". */
  readonly issue: string;
  readonly what: Text;
  /** The first release that has it. */
  readonly since: string;
  /** The first release of each line that is without it; lines after the last never had it. */
  readonly repaired: readonly string[];
  readonly system?: 'darwin';
  readonly architecture?: 'arm64';
  /** The first macOS on which it shows. */
  readonly macOs?: number;
}

export const GO_DEFECTS: readonly GoDefect[] = [
  {
    issue: 'golang/go#68678',
    what: {
      en: 'its linker writes no LC_UUID, so macOS 26 aborts cgo-enabled programs at start',
      zh: '其链接器不写 LC_UUID,macOS 26 会在启动时中止启用了 cgo 的程序',
    },
    // ebitengine/purego#483 measured 1.18 and 1.19 running and 1.20, 1.22, 1.23 aborted on macOS 26.5.
    since: 'go1.20',
    repaired: ['go1.24.0'],
    system: 'darwin',
    macOs: 26,
  },
  {
    issue: 'golang/go#73259',
    what: {
      en: 'a goroutine preempted between two halves of a stack adjustment crashes the unwinder',
      zh: 'goroutine 若在栈指针调整的两条指令之间被抢占，栈回溯会崩溃',
    },
    // Asynchronous preemption came with 1.14. Checked: obj7.go of 1.23.11|12, 1.24.5|6.
    since: 'go1.14',
    repaired: ['go1.23.12', 'go1.24.6', 'go1.25.0'],
    architecture: 'arm64',
  },
  {
    issue: 'golang/go#71932',
    what: {
      en: 'the compiler forms invalid intermediate pointers: "found pointer to free object"',
      zh: '编译器会产生无效的中间指针，导致“found pointer to free object”',
    },
    // Checked: ARM64.rules of 1.24.0|1.
    since: 'go1.24.0',
    repaired: ['go1.24.1'],
    architecture: 'arm64',
  },
  {
    issue: 'golang/go#80188',
    what: {
      en: 'the garbage collector overlooks a pointer in the link register: "found pointer to free object"',
      zh: '垃圾回收器会漏扫链接寄存器中的指针，导致“found pointer to free object”',
    },
    // The thread bisects it to August 2024 (1.24). Checked: mgcmark.go of 1.25.12|13, 1.26.5|6, 1.27.0.
    since: 'go1.24.0',
    repaired: ['go1.25.13', 'go1.26.6', 'go1.27.0'],
    architecture: 'arm64',
  },
];

export interface Target {
  readonly system: string;
  readonly architecture: string;
  /** If the system is macOS and its version is known. */
  readonly macOs?: number | undefined;
}

/** The defects that a release has for programs of that target; none for a version that is no release. */
export function defectsOf(version: string, target: Target): readonly GoDefect[] {
  const release = parseGoRelease(version);
  if (!release) return [];
  return GO_DEFECTS.filter((defect) => concerns(defect, target) && has(defect, release));
}

function concerns({ system, architecture, macOs }: GoDefect, target: Target): boolean {
  return (
    (system === undefined || system === target.system) &&
    (architecture === undefined || architecture === target.architecture) &&
    (macOs === undefined || target.macOs === undefined || target.macOs >= macOs)
  );
}

/** A line without a repair of its own has the defect if a later line is the first without it. */
function has({ since, repaired }: GoDefect, release: GoRelease): boolean {
  const first = parseGoRelease(since);
  if (!first || compareGoReleases(release, first) < 0) return false;
  const repairs = repaired.map(parseGoRelease).filter((one) => one !== undefined);
  const own = repairs.find(({ minor }) => minor === release.minor);
  if (own) return compareGoReleases(release, own) < 0;
  return repairs.some(({ minor }) => release.minor < minor);
}
