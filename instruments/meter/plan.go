package main

// Plan is what goassay asks for: commands in the order in which they are to run.
type Plan struct {
	Runs []Command `json:"runs"`
	// SpinNs is how long the frequency probe before each run takes; 0 leaves it out.
	SpinNs int64 `json:"spinNs"`
	// PauseNs lets the machine settle between runs.
	PauseNs int64 `json:"pauseNs"`
}

// Command is one run of one arm.
type Command struct {
	Argv []string `json:"argv"`
	Dir  string   `json:"dir"`
	// Env is set over the environment of the meter.
	Env map[string]string `json:"env"`
	// CPU is the one processor it may use, or none in particular if absent.
	CPU *int `json:"cpu"`
	// Cores is "efficiency" for what macOS calls background; empty for no wish.
	Cores string `json:"cores"`
	// TimeLimitNs and OutputLimit end it.
	TimeLimitNs int64 `json:"timeLimitNs"`
	OutputLimit int64 `json:"outputLimit"`
	// Keep is how many bytes of its standard output are passed on.
	Keep int `json:"keep"`
}

// Run is what came of it. Times are in nanoseconds.
type Run struct {
	// Ended is "exit", "signal", "time limit", "output limit" or "not started".
	Ended  string `json:"ended"`
	Exit   int    `json:"exit"`
	Signal string `json:"signal,omitempty"`
	Error  string `json:"error,omitempty"`

	// WallNs is from the moment it executes its program.
	WallNs   int64 `json:"wallNs"`
	UserNs   int64 `json:"userNs"`
	SystemNs int64 `json:"systemNs"`
	// PeakBytes is the most memory it had resident; no less than FloorBytes can be told, which the
	// kernel books for what the process was before it executed its program.
	PeakBytes  int64 `json:"peakBytes"`
	FloorBytes int64 `json:"floorBytes"`

	MinorFaults         int64 `json:"minorFaults"`
	MajorFaults         int64 `json:"majorFaults"`
	VoluntarySwitches   int64 `json:"voluntarySwitches"`
	InvoluntarySwitches int64 `json:"involuntarySwitches"`

	// LastCPU is where it ran last, or -1 if the system does not say.
	LastCPU int `json:"lastCpu"`
	// Pinned is "cpu" if the system confined it to its processor, else why not; empty if none was asked for.
	Pinned string `json:"pinned,omitempty"`
	// Biased is "bias" if the system heard the wish for a sort of core, else why not; empty if there was none.
	Biased string `json:"biased,omitempty"`
	// PerformanceShare is the share of its processor time spent on performance cores; absent where the
	// system does not tell.
	PerformanceShare *float64 `json:"performanceShare,omitempty"`

	StdoutBytes  int64  `json:"stdoutBytes"`
	StdoutSHA256 string `json:"stdoutSha256"`
	Stdout       string `json:"stdout"`
	StderrBytes  int64  `json:"stderrBytes"`
	// Stderr is the end of it.
	Stderr string `json:"stderr"`

	// LeftBehind names processes that outlived it and were killed.
	LeftBehind []string `json:"leftBehind"`

	// SpinNs is how long a fixed piece of arithmetic took before the run, per thousand steps.
	SpinNs float64    `json:"spinNs,omitempty"`
	Before Conditions `json:"before"`
	After  Conditions `json:"after"`
}

// Conditions are counters of the machine, so that a difference says what happened between two
// moments. A field is absent where the system does not tell.
type Conditions struct {
	MonotonicNs int64 `json:"monotonicNs"`
	// BootNs runs on while the machine sleeps.
	BootNs  int64 `json:"bootNs,omitempty"`
	ClockNs int64 `json:"clockNs"`
	// Time in which some task waited for a processor, memory or input and output.
	CPUPressureUs    *int64 `json:"cpuPressureUs,omitempty"`
	MemoryPressureUs *int64 `json:"memoryPressureUs,omitempty"`
	// Ticks of all processors: taken by the hypervisor, idle, and altogether.
	StealTicks *int64 `json:"stealTicks,omitempty"`
	IdleTicks  *int64 `json:"idleTicks,omitempty"`
	TotalTicks *int64 `json:"totalTicks,omitempty"`
	// OwnTicks is what the meter and what it ran have used, of the same ticks.
	OwnTicks *int64 `json:"ownTicks,omitempty"`
	// Throttles counts times when a processor was slowed down for its heat.
	Throttles *int64 `json:"throttles,omitempty"`
	// QuotaUs is how long a control group was held back because its quota was used up.
	QuotaUs *int64 `json:"quotaUs,omitempty"`
	// SwapPages counts pages swapped in or out.
	SwapPages *int64 `json:"swapPages,omitempty"`
}
