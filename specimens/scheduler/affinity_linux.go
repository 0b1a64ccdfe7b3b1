package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"unsafe"
)

const confinedMark = "GOASSAY_CONFINED"

// confine has the program begin again on the processors of the list: the runtime counts them when it
// starts, and threads that are there already would stay where they are.
func confine(list string) error {
	if os.Getenv(confinedMark) == list {
		return nil
	}
	var mask [16]uint64
	for _, word := range strings.Split(list, ",") {
		cpu, err := strconv.Atoi(word)
		if err != nil || cpu < 0 || cpu >= 64*len(mask) {
			return fmt.Errorf("-cpus: %q is no processor", word)
		}
		mask[cpu/64] |= 1 << uint(cpu%64)
	}
	runtime.LockOSThread()
	size, bits := unsafe.Sizeof(mask), uintptr(unsafe.Pointer(&mask))
	if _, _, errno := syscall.RawSyscall(syscall.SYS_SCHED_SETAFFINITY, 0, size, bits); errno != 0 {
		return fmt.Errorf("-cpus %s: %w", list, errno)
	}
	path, err := os.Executable()
	if err != nil {
		return err
	}
	return syscall.Exec(path, os.Args, append(os.Environ(), confinedMark+"="+list))
}
