//go:build linux

// Core-latency times how long a cache line takes from one processor to another: two threads, each confined
// to one of them, raise a number in turns by compare-and-swap. It prints each pair in the Go benchmark
// format; an operation is one way.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

// Alone in its cache lines, which are 128 bytes on some machines.
var shared struct {
	_    [256]byte
	word int64
	_    [256]byte
}

func main() {
	list := flag.String("cpus", "0,1", "the processors, two at least")
	trips := flag.Int64("trips", 10000, "there and back, for each pair")
	flag.Parse()
	debug.SetGCPercent(-1)
	cpus := strings.Split(*list, ",")
	for i, one := range cpus {
		for _, other := range cpus[i+1:] {
			took, err := handOver(one, other, *trips)
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			fmt.Printf("BenchmarkPair/%s_%s %d %.2f ns/op\n", one, other, 2**trips, float64(took.Nanoseconds())/float64(2**trips))
		}
	}
}

func handOver(one, other string, trips int64) (time.Duration, error) {
	atomic.StoreInt64(&shared.word, 0)
	ready := make(chan error, 2)
	begin := make(chan struct{})
	done := make(chan time.Duration, 2)
	for parity, cpu := range []string{one, other} {
		go func(parity int64, cpu string) {
			runtime.LockOSThread() // the thread ends with the goroutine, and its confinement with it
			ready <- confine(cpu)
			<-begin
			start := time.Now()
			for now := parity; now < 2*trips; now += 2 {
				for !atomic.CompareAndSwapInt64(&shared.word, now, now+1) {
				}
			}
			done <- time.Since(start)
		}(int64(parity), cpu)
	}
	for i := 0; i < 2; i++ {
		if err := <-ready; err != nil {
			return 0, err
		}
	}
	close(begin)
	first, second := <-done, <-done
	if second < first {
		return second, nil // the later to begin has not waited for the other
	}
	return first, nil
}

func confine(cpu string) error {
	number, err := strconv.Atoi(cpu)
	var mask [16]uint64
	if err != nil || number < 0 || number >= 64*len(mask) {
		return fmt.Errorf("-cpus: %q is no processor", cpu)
	}
	mask[number/64] = 1 << uint(number%64)
	size, bits := unsafe.Sizeof(mask), uintptr(unsafe.Pointer(&mask))
	if _, _, errno := syscall.RawSyscall(syscall.SYS_SCHED_SETAFFINITY, 0, size, bits); errno != 0 {
		return fmt.Errorf("-cpus %s: %w", cpu, errno)
	}
	return nil
}
