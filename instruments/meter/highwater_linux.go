package main

import (
	"bytes"
	"os"
	"strconv"
	"time"
)

// watchEvery is how often the high-water mark of a running process is read: some ten microseconds
// on another processor.
const watchEvery = 5 * time.Millisecond

// highWater reads a running process's own peak now and then. It is exact where wait4 is not: the
// kernel books a process's last peak from counters that each processor keeps up to 32 pages of
// for itself, which is a per cent of 10 MB. It misses what is touched just before the end, which
// wait4 sees; so the larger of both counts.
func highWater(pid int) (stop func() int64) {
	ending, ended := make(chan struct{}), make(chan int64)
	go func() {
		most := int64(0)
		file, err := os.Open("/proc/" + strconv.Itoa(pid) + "/status")
		if err != nil {
			ended <- 0
			return
		}
		defer file.Close()
		buffer := make([]byte, 4096)
		tick := time.NewTicker(watchEvery)
		defer tick.Stop()
		for {
			select {
			case <-ending:
				ended <- most
				return
			case <-tick.C:
				n, _ := file.ReadAt(buffer, 0)
				most = max(most, highWaterIn(buffer[:n]))
			}
		}
	}()
	return func() int64 {
		close(ending)
		return <-ended
	}
}

func highWaterIn(status []byte) int64 {
	_, rest, found := bytes.Cut(status, []byte("\nVmHWM:"))
	if !found {
		return 0 // it has ended, and has no memory any more
	}
	text, _, _ := bytes.Cut(bytes.TrimLeft(rest, "\t "), []byte(" "))
	kib, _ := strconv.ParseInt(string(text), 10, 64)
	return kib * 1024
}
