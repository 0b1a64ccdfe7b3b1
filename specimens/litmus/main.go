// Litmus runs the two classic tests of a memory model on two threads and counts the outcomes:
// message passing (two stores seen out of order are impossible under total store order) and store
// buffering (possible under it). Each runs with plain loads and stores, which are written in
// assembly so that no compiler moves them, and with sync/atomic, which must show neither.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Both are in litmus_GOARCH.s: plain instructions in the order of their names.
func storeStore(first, second *uint32, value uint32)
func loadLoad(first, second *uint32) (one, other uint32)
func storeLoad(mine, theirs *uint32, value uint32) uint32

// Pairs of words on cache lines of their own; many pairs, so that clearing them is no part of a round.
type pair struct {
	x uint32
	_ [124]byte
	y uint32
	_ [124]byte
}

const pairs = 1 << 12

type outcome struct {
	Test      string `json:"test"`
	Access    string `json:"access"`
	Rounds    int    `json:"rounds"`
	Reordered int    `json:"reordered"`
}

func main() {
	rounds := flag.Int("rounds", 1_000_000, "rounds of each test, at most")
	seconds := flag.Float64("seconds", 2, "time for each test, at most")
	flag.Parse()
	if runtime.GOMAXPROCS(0) < 2 {
		fmt.Fprintln(os.Stderr, "litmus: one processor shows no order between two")
		os.Exit(3)
	}
	limit := limits{*rounds, time.Duration(*seconds * float64(time.Second))}
	outcomes := []outcome{
		messagePassing("plain", limit, storeStore, loadLoad),
		messagePassing("atomic", limit, atomicStoreStore, atomicLoadLoad),
		storeBuffering("plain", limit, storeLoad),
		storeBuffering("atomic", limit, atomicStoreLoad),
	}
	json.NewEncoder(os.Stdout).Encode(map[string]any{"goarch": runtime.GOARCH, "outcomes": outcomes})
}

func atomicStoreStore(first, second *uint32, value uint32) {
	atomic.StoreUint32(first, value)
	atomic.StoreUint32(second, value)
}

func atomicLoadLoad(first, second *uint32) (one, other uint32) {
	one = atomic.LoadUint32(first)
	return one, atomic.LoadUint32(second)
}

func atomicStoreLoad(mine, theirs *uint32, value uint32) uint32 {
	atomic.StoreUint32(mine, value)
	return atomic.LoadUint32(theirs)
}

// One thread writes x, then y; the other reads y, then x. A new y with an old x was reordered.
func messagePassing(access string, limit limits, write func(first, second *uint32, value uint32), read func(first, second *uint32) (one, other uint32)) outcome {
	words := make([]pair, pairs)
	reordered := 0
	rounds := limit.repeat(func() {
		clear(words)
		side(
			func(i int) { write(&words[i].x, &words[i].y, 1) },
			func(i int) {
				if y, x := read(&words[i].y, &words[i].x); y == 1 && x == 0 {
					reordered++
				}
			},
		)
	})
	return outcome{"message passing", access, rounds, reordered}
}

// Each thread writes its own word, then reads the other's. Both reading 0 was reordered.
func storeBuffering(access string, limit limits, run func(mine, theirs *uint32, value uint32) uint32) outcome {
	words := make([]pair, pairs)
	left, right := make([]uint32, pairs), make([]uint32, pairs)
	reordered := 0
	rounds := limit.repeat(func() {
		clear(words)
		side(
			func(i int) { left[i] = run(&words[i].x, &words[i].y, 1) },
			func(i int) { right[i] = run(&words[i].y, &words[i].x, 1) },
		)
		for i := range words {
			if left[i] == 0 && right[i] == 0 {
				reordered++
			}
		}
	})
	return outcome{"store buffering", access, rounds, reordered}
}

// Whichever comes first: on a busy machine a thread waits long for the other.
type limits struct {
	rounds int
	time   time.Duration
}

func (limit limits) repeat(block func()) (rounds int) {
	start := time.Now()
	for rounds < limit.rounds && time.Since(start) < limit.time {
		block()
		rounds += pairs
	}
	return rounds
}

type place struct {
	at atomic.Int64
	_  [120]byte
}

// Side by side on two threads, which wait for each other before every pair: both then act within
// some ten nanoseconds.
func side(one, other func(i int)) {
	var places [2]place
	var group sync.WaitGroup
	for own, work := range []func(int){one, other} {
		group.Add(1)
		go func(mine, theirs *place, work func(int)) {
			defer group.Done()
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			for i := 0; i < pairs; i++ {
				mine.at.Store(int64(i + 1))
				for theirs.at.Load() <= int64(i) {
				}
				work(i)
			}
		}(&places[own], &places[1-own], work)
	}
	group.Wait()
}
