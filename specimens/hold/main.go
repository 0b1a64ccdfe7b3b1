// Hold takes so many MiB of memory, writes to all of it, keeps it for a moment, and prints what the
// kernel calls its own peak, in KiB (Linux only; nothing elsewhere). The meter is held against it.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

func main() {
	mib, err := strconv.Atoi(os.Args[len(os.Args)-1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "usage: hold MIB")
		os.Exit(2)
	}
	held := make([]byte, mib<<20)
	for i := range held {
		held[i] = 1
	}
	peak()
	fmt.Fprintln(os.Stderr, peak()) // reading and printing take memory too, so they are done before
	time.Sleep(50 * time.Millisecond)
	fmt.Println(peak())
	runtime.KeepAlive(held)
}

func peak() string {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return ""
	}
	_, rest, _ := strings.Cut(string(text), "VmHWM:")
	return strings.Fields(rest + " ?")[0]
}
