package main

import (
	"fmt"
	"syscall"
	"unsafe"
)

type cpuSet [128]uint64

// unpinned is what the meter itself was given.
var unpinned = func() (set cpuSet) {
	syscall.RawSyscall(syscall.SYS_SCHED_GETAFFINITY, 0, unsafe.Sizeof(set), uintptr(unsafe.Pointer(&set)))
	return set
}()

// pin confines this thread, and so what it starts, to one processor.
func pin(cpu *int) string {
	if cpu == nil {
		return ""
	}
	var set cpuSet
	if *cpu < 0 || *cpu >= len(set)*64 {
		return fmt.Sprintf("there is no processor %d", *cpu)
	}
	set[*cpu/64] = 1 << (*cpu % 64)
	if errno := setAffinity(set); errno != 0 {
		return fmt.Sprintf("cannot be confined to processor %d: %v", *cpu, errno)
	}
	return "cpu"
}

func unpin(cpu *int) {
	if cpu != nil {
		setAffinity(unpinned)
	}
}

func setAffinity(set cpuSet) syscall.Errno {
	_, _, errno := syscall.RawSyscall(syscall.SYS_SCHED_SETAFFINITY, 0, unsafe.Sizeof(set), uintptr(unsafe.Pointer(&set)))
	return errno
}
