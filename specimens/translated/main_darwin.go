// Translated prints what macOS says about the process it runs as: 1 translated by Rosetta,
// 0 native.
package main

import (
	"fmt"
	"os"
	"runtime"
	"syscall"
)

func main() {
	value, err := syscall.SysctlUint32("sysctl.proc_translated")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(runtime.GOARCH, value)
}
