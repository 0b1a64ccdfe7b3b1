// Scheduler times what the paper says of Go's scheduler and of atomics: runtime.Gosched, an
// unbuffered channel, compare-and-swap and a contended mutex. Of each it prints the mean, and
// where single operations can be timed their median and 99th percentile, in the Go benchmark format.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	scale := flag.Int("scale", 100, "per cent of the usual number of operations")
	profile := flag.String("cpuprofile", "", "write a CPU profile of all of it to this `file`")
	flag.Parse()
	if *profile != "" {
		stop, err := startProfile(*profile)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		defer stop()
	}
	goschedAlone(2000 * *scale)
	goschedAmong16(2000 * *scale)
	channel(1000 * *scale)
	swapAlone(20000 * *scale)
	swapContended(500 * *scale)
	mutexContended(500 * *scale)
}

func startProfile(path string) (stop func(), err error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		file.Close()
		return nil, err
	}
	return func() {
		pprof.StopCPUProfile()
		file.Close()
	}, nil
}

func report(name string, operations int, took time.Duration, more ...string) {
	line := fmt.Sprintf("Benchmark%s %d %.2f ns/op", name, operations, float64(took.Nanoseconds())/float64(operations))
	for _, one := range more {
		line += " " + one
	}
	fmt.Println(line)
}

// With one goroutine the scheduler picks the same one again: what the paper's function measures.
func goschedAlone(n int) {
	start := time.Now()
	for i := 0; i < n; i++ {
		runtime.Gosched()
	}
	report("GoschedAlone", n, time.Since(start))
}

func goschedAmong16(n int) {
	const goroutines = 16
	var group sync.WaitGroup
	each := n / goroutines
	start := time.Now()
	for g := 0; g < goroutines; g++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := 0; i < each; i++ {
				runtime.Gosched()
			}
		}()
	}
	group.Wait()
	report("GoschedAmong16", each*goroutines, time.Since(start))
}

// There and back: two hand-offs an iteration.
func channel(n int) {
	there, back := make(chan int), make(chan int)
	go func() {
		for value := range there {
			back <- value
		}
	}()
	start := time.Now()
	for i := 0; i < n; i++ {
		there <- i
		<-back
	}
	took := time.Since(start)
	close(there)
	report("ChannelHandOff", 2*n, took)
}

func swapAlone(n int) {
	var word int64
	start := time.Now()
	for i := 0; i < n; i++ {
		atomic.CompareAndSwapInt64(&word, int64(i), int64(i+1))
	}
	report("SwapAlone", n, time.Since(start))
}

// Two goroutines that raise one number in turns: each success moved the cache line.
func swapContended(n int) {
	var word int64
	var group sync.WaitGroup
	start := time.Now()
	for parity := int64(0); parity < 2; parity++ {
		group.Add(1)
		go func(mine int64) {
			defer group.Done()
			for spins := 0; ; spins++ {
				now := atomic.LoadInt64(&word)
				if now >= int64(n) {
					return
				}
				if now&1 == mine {
					atomic.CompareAndSwapInt64(&word, now, now+1)
				} else if spins&1023 == 1023 {
					runtime.Gosched() // on one processor the other would never come to its turn
				}
			}
		}(parity)
	}
	group.Wait()
	report("SwapContended", n, time.Since(start))
}

func mutexContended(n int) {
	const goroutines = 8
	var lock sync.Mutex
	var group sync.WaitGroup
	waits := make([][]int64, goroutines)
	each := n / goroutines
	start := time.Now()
	shared := 0
	for g := 0; g < goroutines; g++ {
		group.Add(1)
		go func(g int) {
			defer group.Done()
			mine := make([]int64, each)
			for i := range mine {
				asked := time.Now()
				lock.Lock()
				mine[i] = time.Since(asked).Nanoseconds()
				shared++
				lock.Unlock()
			}
			waits[g] = mine
		}(g)
	}
	group.Wait()
	took := time.Since(start)
	var all []int64
	for _, one := range waits {
		all = append(all, one...)
	}
	sort.Slice(all, func(i, j int) bool { return all[i] < all[j] })
	report("MutexContended", each*goroutines, took,
		fmt.Sprintf("%d p50-ns", all[len(all)/2]), fmt.Sprintf("%d p99-ns", all[len(all)*99/100]))
}
