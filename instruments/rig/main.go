// Command rig runs go commands against module proxies, checksum databases and origins that exist
// on loopback only, and writes down every request that they make.
//
// The scenarios are its one argument, as JSON; the recording goes to standard output, as JSON. The
// go command is pointed at the rig by HTTP_PROXY and HTTPS_PROXY and trusts its certificate by
// SSL_CERT_FILE, so that GOPROXY, GOSUMDB and the rest keep the values under test, host names
// included, and nothing leaves the machine. A rig ends with its last command.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: rig SCENARIOS")
		os.Exit(2)
	}
	recordings, err := run(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "rig:", err)
		os.Exit(1)
	}
	json.NewEncoder(os.Stdout).Encode(recordings)
}

func run(input string) ([]Recording, error) {
	var plan Plan
	if err := json.Unmarshal([]byte(input), &plan); err != nil {
		return nil, fmt.Errorf("reading the scenarios: %w", err)
	}
	directory, err := os.MkdirTemp("", "goassay-rig-")
	if err != nil {
		return nil, err
	}
	defer removeAll(directory)
	authority, err := newAuthority(filepath.Join(directory, "ca.pem"))
	if err != nil {
		return nil, err
	}
	return playAll(plan, authority, directory)
}

// atOnce: go commands wait for each other, for locks and for the rig more than they compute.
const atOnce = 4

// playAll plays scenarios side by side, which have nothing in common but the authority and a build cache.
func playAll(plan Plan, authority *authority, directory string) ([]Recording, error) {
	recordings := make([]Recording, len(plan.Scenarios))
	errs := make([]error, len(plan.Scenarios))
	slots := make(chan struct{}, atOnce)
	var all sync.WaitGroup
	for index, scenario := range plan.Scenarios {
		all.Add(1)
		slots <- struct{}{}
		go func(index int, scenario Scenario) {
			defer func() { <-slots; all.Done() }()
			home := filepath.Join(directory, fmt.Sprint(index))
			var err error
			if recordings[index], err = play(plan.Go, scenario, authority, home); err != nil {
				errs[index] = fmt.Errorf("scenario %s: %w", scenario.Name, err)
			}
		}(index, scenario)
	}
	all.Wait()
	return recordings, errors.Join(errs...)
}

// removeAll also removes module caches, whose directories are read-only.
func removeAll(directory string) {
	filepath.Walk(directory, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.IsDir() {
			os.Chmod(path, 0o755)
		}
		return nil
	})
	os.RemoveAll(directory)
}
