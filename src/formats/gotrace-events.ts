/**
 * The events of Go's execution trace, Go 1.22 and later: number, name, arguments. Releases only add
 * to the numbering, so one table reads them all; the first argument of every timed event is the time
 * since the one before it in its batch, and is left out here.
 *
 * Source: Go's internal/trace/tracev2/events.go, and EXPERIMENTS.md beside it.
 *
 * @module
 */

export interface EventSpec {
  readonly name: string;
  /** After the time; `…_string` and `stack` are numbers in the tables of the generation. */
  readonly args: readonly string[];
}

/** First byte of a batch, or of what is in one, that is no timed event. */
export const STRUCTURE = {
  batch: 1,
  stacks: 2,
  stack: 3,
  strings: 4,
  string: 5,
  samples: 6,
  sample: 7,
  frequency: 8,
  experimentalBatch: 49,
  sync: 50,
  clockSnapshot: 51,
  endOfGeneration: 52,
} as const;

const FIRST = 9;
const FIRST_EXPERIMENTAL = 128;

const NAMED: readonly string[] = [
  'ProcsChange procs_value stack', // 9
  'ProcStart p p_seq',
  'ProcStop',
  'ProcSteal p p_seq m',
  'ProcStatus p pstatus',
  'GoCreate new_g new_stack stack', // 14
  'GoCreateSyscall new_g',
  'GoStart g g_seq',
  'GoDestroy',
  'GoDestroySyscall',
  'GoStop reason_string stack',
  'GoBlock reason_string stack',
  'GoUnblock g g_seq stack',
  'GoSyscallBegin p_seq stack',
  'GoSyscallEnd',
  'GoSyscallEndBlocked',
  'GoStatus g m gstatus',
  'STWBegin kind_string stack', // 26
  'STWEnd',
  'GCActive gc_seq',
  'GCBegin gc_seq stack',
  'GCEnd gc_seq',
  'GCSweepActive p',
  'GCSweepBegin stack',
  'GCSweepEnd swept_value reclaimed_value',
  'GCMarkAssistActive g',
  'GCMarkAssistBegin stack',
  'GCMarkAssistEnd',
  'HeapAlloc heapalloc_value',
  'HeapGoal heapgoal_value',
  'GoLabel label_string', // 39
  'UserTaskBegin task parent_task name_string stack',
  'UserTaskEnd task stack',
  'UserRegionBegin task name_string stack',
  'UserRegionEnd task name_string stack',
  'UserLog task key_string value_string stack',
  'GoSwitch g g_seq', // 45, from Go 1.23 on
  'GoSwitchDestroy g g_seq',
  'GoCreateBlocked new_g new_stack stack',
  'GoStatusStack g m gstatus stack',
];

/** Of the experiment with allocations, GODEBUG=traceallocfree=1, from Go 1.23 on. */
const EXPERIMENTAL: readonly string[] = [
  'Span id npages_value kindclass',
  'SpanAlloc id npages_value kindclass',
  'SpanFree id',
  'HeapObject id type',
  'HeapObjectAlloc id type',
  'HeapObjectFree id',
  'GoroutineStack id order',
  'GoroutineStackAlloc id order',
  'GoroutineStackFree id',
];

/** By the byte that the event begins with. */
export const TIMED_EVENTS: readonly (EventSpec | undefined)[] = Array.from({ length: 256 }, (_, type) => {
  const words = type < FIRST_EXPERIMENTAL ? NAMED[type - FIRST] : EXPERIMENTAL[type - FIRST_EXPERIMENTAL];
  if (words === undefined) return undefined;
  const [name = '', ...args] = words.split(' ');
  return { name, args };
});

/** The byte of an event by its name. */
export const EVENT_TYPES: ReadonlyMap<string, number> = new Map(
  TIMED_EVENTS.flatMap((spec, type) => (spec ? [[spec.name, type] as const] : [])),
);
