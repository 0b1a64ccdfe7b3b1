// Burn uses so many milliseconds of processor time, by its own account, and prints how many
// nanoseconds that were in the end. The meter is held against it.
package main

import (
	"fmt"
	"os"
	"strconv"
	"syscall"
)

func main() {
	ms, err := strconv.Atoi(os.Args[len(os.Args)-1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "usage: burn MILLISECONDS")
		os.Exit(2)
	}
	for used() < int64(ms)*1e6 {
	}
	fmt.Println(used())
}

func used() int64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return usage.Utime.Nano() + usage.Stime.Nano()
}
