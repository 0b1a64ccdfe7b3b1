// Scheduler times what the paper says of Go's scheduler and of atomics: runtime.Gosched, an
// unbuffered channel, compare-and-swap and a contended mutex. Of each it prints the mean, and
// where single operations can be timed their median and 99th percentile, in the Go benchmark format.
//
//	-cpus list   be confined to these processors, such as 0,1,4,5 (Linux)
//	-mutex       the contended mutex only
//	-trace file  hand-offs among sixteen goroutines only, with their execution trace
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/metrics"
	"runtime/pprof"
	"runtime/trace"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	scale := flag.Int("scale", 100, "per cent of the usual number of operations")
	profile := flag.String("cpuprofile", "", "write a CPU profile of all of it to this `file`")
	cpus := flag.String("cpus", "", "be confined to the processors of this `list`")
	onlyMutex := flag.Bool("mutex", false, "the contended mutex only")
	traceFile := flag.String("trace", "", "hand-offs only, with their execution trace in this `file`")
	flag.Parse()
	if *cpus != "" {
		exitIf(confine(*cpus))
	}
	if *onlyMutex {
		mutexContended("MutexContended", 500**scale)
		return
	}
	if *traceFile != "" {
		exitIf(traced(*traceFile, 100**scale))
		return
	}
	if *profile != "" {
		stop, err := startProfile(*profile)
		exitIf(err)
		defer stop()
	}
	goschedAlone(2000 * *scale)
	goschedAmong16(2000 * *scale)
	channel(1000 * *scale)
	swapAlone(20000 * *scale)
	swapContended(500 * *scale)
	mutexContended("MutexContended", 500**scale)
	mutexByProcessors(500 * *scale)
	schedulingLatency(1000 * *scale)
}

func exitIf(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
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

// Whoever holds the lock works for a while, so that others come upon it taken, and for a while
// without it, so that others can take it.
func mutexContended(name string, n int) {
	const goroutines, work = 8, 400
	var lock sync.Mutex
	var group sync.WaitGroup
	waits, sums := make([][]int64, goroutines), make([]int, goroutines)
	each := n / goroutines
	start := time.Now()
	shared := 0
	for g := 0; g < goroutines; g++ {
		group.Add(1)
		go func(g int) {
			defer group.Done()
			mine, own := make([]int64, each), 0
			for i := range mine {
				asked := time.Now()
				lock.Lock()
				mine[i] = time.Since(asked).Nanoseconds()
				for step := 0; step < work; step++ {
					shared += step
				}
				lock.Unlock()
				for step := 0; step < work; step++ {
					own += step
				}
			}
			waits[g], sums[g] = mine, own
		}(g)
	}
	group.Wait()
	took := time.Since(start)
	var all []int64
	for _, one := range waits {
		all = append(all, one...)
	}
	sort.Slice(all, func(i, j int) bool { return all[i] < all[j] })
	report(name, each*goroutines, took,
		fmt.Sprintf("%d p50-ns", all[len(all)/2]), fmt.Sprintf("%d p99-ns", all[len(all)*99/100]),
		fmt.Sprintf("%d processors", runtime.GOMAXPROCS(0)))
}

// mutexByProcessors asks how the tail grows with GOMAXPROCS: powers of two, and all there are.
func mutexByProcessors(n int) {
	all := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(all)
	for procs := 1; ; procs = min(2*procs, all) {
		runtime.GOMAXPROCS(procs)
		mutexContended(fmt.Sprintf("MutexContended/procs=%d", procs), n)
		if procs == all {
			return
		}
	}
}

// Eight pairs at once, so that who was made ready has to wait for a processor.
func handOffs(n int) {
	const pairs = 8
	var group sync.WaitGroup
	for pair := 0; pair < pairs; pair++ {
		there, back := make(chan int), make(chan int)
		group.Add(2)
		go func() {
			defer group.Done()
			for value := range there {
				back <- value
			}
		}()
		go func() {
			defer group.Done()
			defer close(there)
			for i := 0; i < n/pairs/2; i++ {
				there <- i
				<-back
			}
		}()
	}
	group.Wait()
}

func traced(path string, n int) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := trace.Start(file); err != nil {
		return err
	}
	handOffs(n)
	trace.Stop()
	return file.Close()
}

// What the runtime itself says of how long goroutines that could run had to wait: a histogram, so
// what is printed lies somewhere within a bucket. Go 1.17 and later have it.
func schedulingLatency(n int) {
	sample := []metrics.Sample{{Name: "/sched/latencies:seconds"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindFloat64Histogram {
		return
	}
	before := append([]uint64(nil), sample[0].Value.Float64Histogram().Counts...)
	start := time.Now()
	handOffs(n)
	took := time.Since(start)
	metrics.Read(sample)
	histogram := sample[0].Value.Float64Histogram()
	for i := range before {
		before[i] = histogram.Counts[i] - before[i]
	}
	report("SchedulingLatency", n, took,
		fmt.Sprintf("%.1f p50-ns", 1e9*quantile(histogram.Buckets, before, 0.5)),
		fmt.Sprintf("%.1f p99-ns", 1e9*quantile(histogram.Buckets, before, 0.99)))
}

// quantile shares a bucket out evenly among what fell into it.
func quantile(edges []float64, counts []uint64, probability float64) float64 {
	var total, below float64
	for _, count := range counts {
		total += float64(count)
	}
	for i, count := range counts {
		if below+float64(count) >= probability*total && count > 0 {
			low, high := edges[i], edges[i+1]
			if low < 0 || high > 1e6 { // the outermost reach to infinity
				return (low + high) / 2
			}
			return low + (high-low)*(probability*total-below)/float64(count)
		}
		below += float64(count)
	}
	return 0
}
