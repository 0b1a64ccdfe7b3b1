package main

import (
	"os"
	"sync/atomic"
	"syscall"
	"time"
)

// current is the process that is being measured, or 0.
var current atomic.Int64

func setCurrent(pid int) { current.Store(int64(pid)) }

// clearUpWithParent ends everything when the process that asked for it is gone.
func clearUpWithParent(parent int) {
	for os.Getppid() == parent {
		time.Sleep(50 * time.Millisecond)
	}
	if pid := int(current.Load()); pid != 0 {
		syscall.Kill(-pid, syscall.SIGKILL)
		syscall.Wait4(pid, nil, 0, nil)
		killLeftBehind(pid)
	}
	os.Exit(1)
}
