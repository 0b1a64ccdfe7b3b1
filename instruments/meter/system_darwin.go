package main

import (
	"fmt"
	"os"
	"syscall"
	"time"
)

// maxrssUnit: macOS counts bytes.
const maxrssUnit int64 = 1

func ownGroup() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

// start: a new program's peak begins with itself here, so there is no floor.
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

// awaitEnd returns when the process has ended, and leaves it to be waited for: the clock is read and
// its counters are asked for in between. waitid also returns for a process that was only stopped
// (go.dev/issue/19314), so the end is heard of by kqueue.
func awaitEnd(pid int) {
	queue, err := syscall.Kqueue()
	if err != nil {
		return
	}
	defer syscall.Close(queue)
	var end syscall.Kevent_t
	syscall.SetKevent(&end, pid, syscall.EVFILT_PROC, syscall.EV_ADD|syscall.EV_ONESHOT)
	end.Fflags = syscall.NOTE_EXIT
	told := make([]syscall.Kevent_t, 1)
	for changes := []syscall.Kevent_t{end}; ; changes = nil {
		// ESRCH: it ended before it could be watched.
		n, err := syscall.Kevent(queue, changes, told, nil)
		if n > 0 || (err != nil && err != syscall.EINTR) {
			return
		}
	}
}

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

// pin: macOS confines no process to a processor.
func pin(cpu *int) string {
	if cpu == nil {
		return ""
	}
	return "macOS does not confine a process to one processor"
}

func unpin(*int) {}

func conditions() Conditions {
	return Conditions{MonotonicNs: monotonic(), ClockNs: time.Now().UnixNano()}
}

var began = time.Now()

func monotonic() int64 { return time.Since(began).Nanoseconds() }
