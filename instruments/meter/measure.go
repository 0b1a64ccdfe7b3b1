package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"sort"
	"strings"
	"syscall"
	"time"
)

// drain is how long output of a process that has ended is waited for; children may hold the pipe.
const drain = 200 * time.Millisecond

// measureAll stops when the plan is done or its reader is gone.
func measureAll(plan Plan, out *json.Encoder) error {
	runtime.LockOSThread() // what is started inherits the affinity of this thread
	adoptOrphans()
	for _, command := range plan.Runs {
		time.Sleep(time.Duration(plan.PauseNs))
		debug.FreeOSMemory() // a child inherits our written pages' number as the least its peak can be
		if err := out.Encode(measure(command, plan.SpinNs)); err != nil {
			return err
		}
	}
	return nil
}

func measure(command Command, spinNs int64) Run {
	run := Run{Ended: "not started", Exit: -1, LastCPU: -1, LeftBehind: []string{}}
	run.Pinned, run.Biased = pin(command.CPU), bias(command.Cores)
	if spinNs > 0 {
		run.SpinNs = spin(time.Duration(spinNs))
	}
	stdout, err := newSink(command.Keep, 0, command.OutputLimit)
	if err == nil {
		defer stdout.close()
		var stderr *sink
		if stderr, err = newSink(0, 4096, command.OutputLimit); err == nil {
			defer stderr.close()
			err = follow(command, &run, stdout, stderr)
		}
	}
	unpin(command.CPU)
	unbias(command.Cores)
	if err != nil {
		run.Error = err.Error()
	}
	return run
}

// begun is a process that runs.
type begun struct {
	pid int
	// floor is the least that can be told as its peak, in bytes.
	floor int64
	// at is when it began to execute its program, by the monotonic clock.
	at int64
}

// follow starts the command and sees it to its end.
func follow(command Command, run *Run, stdout, stderr *sink) error {
	path, err := find(command)
	if err != nil {
		return err
	}
	run.Before = conditions()
	process, err := start(path, command, environment(command.Env), stdout.write, stderr.write)
	if err != nil {
		return err
	}
	pid := process.pid
	setCurrent(pid)
	stdout.follow()
	stderr.follow()
	watched := highWater(pid)
	why := make(chan string, 3)
	stop := func(reason string) {
		why <- reason
		syscall.Kill(-pid, syscall.SIGKILL)
	}
	stdout.full = func() { stop("output limit") }
	stderr.full = stdout.full
	limit := time.AfterFunc(time.Duration(command.TimeLimitNs), func() { stop("time limit") })
	awaitEnd(pid)
	run.WallNs = monotonic() - process.at
	limit.Stop()
	run.LastCPU, run.PerformanceShare = lastCPU(pid), performanceShare(pid)
	highest := watched()
	var status syscall.WaitStatus
	var usage syscall.Rusage
	for {
		if _, err = syscall.Wait4(pid, &status, 0, &usage); err != syscall.EINTR {
			break
		}
	}
	if err != nil {
		return os.NewSyscallError("wait4", err)
	}
	run.After = conditions()
	setCurrent(0)
	run.LeftBehind = clearUp(pid, stdout, stderr)
	run.UserNs, run.SystemNs = usage.Utime.Nano(), usage.Stime.Nano()
	run.PeakBytes, run.FloorBytes = max(int64(usage.Maxrss)*maxrssUnit, highest), process.floor
	run.MinorFaults, run.MajorFaults = int64(usage.Minflt), int64(usage.Majflt)
	run.VoluntarySwitches, run.InvoluntarySwitches = int64(usage.Nvcsw), int64(usage.Nivcsw)
	run.Ended = "exit"
	run.Exit = status.ExitStatus()
	if status.Signaled() {
		run.Ended, run.Signal = "signal", status.Signal().String()
	}
	select {
	case run.Ended = <-why:
	default:
	}
	run.StdoutBytes, run.StderrBytes = stdout.size, stderr.size
	run.StdoutSHA256 = stdout.digest()
	run.Stdout, run.Stderr = stdout.text(), stderr.text()
	return nil
}

// clearUp waits a moment for the output of what has ended, and kills what it left behind.
func clearUp(pid int, sinks ...*sink) []string {
	deadline := time.Now().Add(drain)
	for _, one := range sinks {
		one.wait(time.Until(deadline))
	}
	left := killLeftBehind(pid)
	for _, one := range sinks {
		one.wait(drain)
		one.stop()
	}
	sort.Strings(left)
	return left
}

// find looks a program without a slash up on PATH; one with a slash is meant from its directory.
func find(command Command) (string, error) {
	if len(command.Argv) == 0 {
		return "", exec.ErrNotFound
	}
	if strings.Contains(command.Argv[0], "/") {
		return command.Argv[0], nil
	}
	if path, ok := command.Env["PATH"]; ok {
		os.Setenv("PATH", path)
	}
	return exec.LookPath(command.Argv[0])
}

func environment(set map[string]string) []string {
	var all []string
	for _, entry := range os.Environ() {
		name, _, _ := strings.Cut(entry, "=")
		if _, replaced := set[name]; !replaced {
			all = append(all, entry)
		}
	}
	for name, value := range set {
		all = append(all, name+"="+value)
	}
	sort.Strings(all)
	return all
}

// spin times dependent multiplications, which nothing but the processor's frequency makes faster
// or slower; the shortest of several stretches is free of interruptions.
func spin(total time.Duration) float64 {
	const steps = 50_000
	best := time.Duration(1 << 62)
	for end := time.Now().Add(total); ; {
		started := time.Now()
		x := uint64(started.UnixNano())
		for i := 0; i < steps; i++ {
			x = x*6364136223846793005 + 1442695040888963407
		}
		spun = x
		if took := time.Since(started); took < best {
			best = took
		}
		if time.Now().After(end) {
			return float64(best.Nanoseconds()) / (steps / 1000)
		}
	}
}

// spun keeps the compiler from leaving the arithmetic out.
var spun uint64
