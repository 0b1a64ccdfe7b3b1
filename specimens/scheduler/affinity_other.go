//go:build !linux

package main

import (
	"fmt"
	"runtime"
)

func confine(string) error {
	return fmt.Errorf("-cpus: %s confines no process to a processor", runtime.GOOS)
}
