// Meter runs commands one after another, each in a fresh process, and prints one JSON line for
// each: how long it took, what it used, how it ended, and what the machine did meanwhile.
//
//	meter -plan plan.json
//
// CPU time and peak memory come from wait4 of that very process, so neither other children nor a
// large parent count (see fork_linux.go). A command that outlives its time limit or prints
// without end is killed with all it started; so is whatever it leaves behind.
//
// The process that goassay starts only waits: the one that measures is its child, in a group of
// its own, and clears up when its parent is gone, however it was ended.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"runtime/debug"
)

// content is set by the linker: the digest of the sources this was built from.
var content = "unknown"

// keeper in the environment marks the process that measures.
const keeper = "GOASSAY_METER_KEEPER"

func main() {
	planFile := flag.String("plan", "", "run the commands of this `file`")
	version := flag.Bool("version", false, "print what this was built from")
	flag.Parse()
	if *version {
		fmt.Println(content)
		return
	}
	if err := run(*planFile); err != nil {
		fmt.Fprintln(os.Stderr, "meter:", err)
		os.Exit(1)
	}
}

func run(planFile string) error {
	if os.Getenv(keeper) == "" {
		return keep()
	}
	os.Unsetenv(keeper)
	debug.SetGCPercent(-1) // nothing is collected while something is measured; see measureAll
	text, err := os.ReadFile(planFile)
	if err != nil {
		return err
	}
	var plan Plan
	if err := json.Unmarshal(text, &plan); err != nil {
		return fmt.Errorf("cannot read %s: %w", planFile, err)
	}
	go clearUpWithParent(os.Getppid())
	return measureAll(plan, json.NewEncoder(os.Stdout))
}

// keep starts the process that measures and passes on how it ended.
func keep() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(self, os.Args[1:]...)
	cmd.Env = append(os.Environ(), keeper+"=1")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	cmd.SysProcAttr = ownGroup()
	return cmd.Run()
}
