// Command cachemeter is a build cache for the go command, by the protocol of GOCACHEPROG, that
// writes down what it was asked and whether it had it.
//
// It keeps a store of its own, because with GOCACHEPROG the go command does not use its default
// directory. Every nested go command starts a helper of its own, and some end without saying
// "close", so each appends its part of the record in one write when its input ends.
// Source: go doc cmd/go/internal/cacheprog.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
)

func main() {
	store := flag.String("store", "", "directory of the cache")
	record := flag.String("record", "", "file to append the record to")
	flag.Parse()
	if *store == "" || *record == "" {
		flag.Usage()
		os.Exit(2)
	}
	m := &meter{store: *store, out: bufio.NewWriter(os.Stdout)}
	err := m.serve(bufio.NewReaderSize(os.Stdin, 1<<20))
	if writeErr := m.write(*record); err == nil {
		err = writeErr
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "cachemeter:", err)
		os.Exit(1)
	}
}
