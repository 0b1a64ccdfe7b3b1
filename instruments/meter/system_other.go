//go:build !linux

package main

import (
	"fmt"
	"os"
	"runtime"
	"syscall"
	"time"
)

// maxrssUnit: macOS counts bytes, the other systems of BSD kin count kibibytes.
var maxrssUnit = map[bool]int64{true: 1, false: 1024}[runtime.GOOS == "darwin"]

func ownGroup() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

// start: a new program's peak begins with itself on these systems, so there is no floor.
func start(path string, command Command, env []string, stdout, stderr *os.File) (begun, error) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		return begun{}, err
	}
	defer null.Close()
	at := monotonic()
	pid, err := syscall.ForkExec(path, command.Argv, &syscall.ProcAttr{
		Dir: command.Dir, Env: env, Files: []uintptr{null.Fd(), stdout.Fd(), stderr.Fd()},
		Sys: &syscall.SysProcAttr{Setsid: true},
	})
	if err != nil {
		return begun{}, fmt.Errorf("cannot run %s: %w", command.Argv[0], err)
	}
	return begun{pid: pid, at: at}, nil
}

// awaitEnd: wait4, which follows, is told when it ends.
func awaitEnd(int) {}

// highWater: wait4 is exact here.
func highWater(int) func() int64 { return func() int64 { return 0 } }

func lastCPU(int) int { return -1 }

func adoptOrphans() {}

// killLeftBehind knows the group only: what left it is not found.
func killLeftBehind(pid int) []string {
	if syscall.Kill(-pid, syscall.SIGKILL) == nil {
		return []string{"process group"}
	}
	return []string{}
}

// pin: no system but Linux confines a process from outside, and macOS on arm64 not at all.
func pin(cpu *int) string {
	if cpu == nil {
		return ""
	}
	return runtime.GOOS + " does not confine a process to one processor"
}

func unpin(*int) {}

func conditions() Conditions {
	return Conditions{MonotonicNs: monotonic(), ClockNs: time.Now().UnixNano()}
}

var began = time.Now()

func monotonic() int64 { return time.Since(began).Nanoseconds() }
