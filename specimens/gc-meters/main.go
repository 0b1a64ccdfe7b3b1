// Gc-meters collects garbage and reads the meters that the runtime has for it after every cycle:
// runtime/metrics, as a stream of JSON records, and MemStats. Run under GODEBUG=gctrace=1 and with
// -trace it has two more, which others read.
//
//	-cycles n    so many forced cycles, and so many that allocating brings about
//	-trace file  where the execution trace of those cycles goes
//	-profile     with a processor profile, whose samples stand in the trace too
//
// Nothing is allocated between a cycle and its record, and records are printed at the end, so that
// reading the meters moves none of them. The program takes care that no cycle is under way where the
// trace begins and ends.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"runtime/metrics"
	"runtime/pprof"
	"runtime/trace"
	"time"
)

var (
	cycles    = flag.Int("cycles", 100, "forced cycles, and automatic ones")
	traceFile = flag.String("trace", "", "write the execution trace to this file")
	profile   = flag.Bool("profile", false, "profile the processor")
)

const (
	totalCycles = iota
	allocatedObjects
	tinyAllocations
	liveBytes
	goalBytes
	pauses
	metricCount
)

var names = [metricCount]string{
	totalCycles:      "/gc/cycles/total:gc-cycles",
	allocatedObjects: "/gc/heap/allocs:objects",
	tinyAllocations:  "/gc/heap/tiny/allocs:objects",
	liveBytes:        "/gc/heap/live:bytes",
	goalBytes:        "/gc/heap/goal:bytes",
	pauses:           "/sched/pauses/total/gc:seconds",
}

// record is what the meters say at one moment.
type record struct {
	Forced       bool   `json:"forced"`
	Cycles       uint64 `json:"cycles"`
	LiveBytes    uint64 `json:"liveBytes"`
	GoalBytes    uint64 `json:"goalBytes"`
	NumGC        uint32 `json:"numGC"`
	NextGC       uint64 `json:"nextGC"`
	PauseNs      uint64 `json:"pauseNs"`
	PauseTotalNs uint64 `json:"pauseTotalNs"`
	// Mallocs lies between two readings of the metrics, which are the same if nothing else allocates.
	MallocsBefore uint64 `json:"mallocsBefore"`
	Mallocs       uint64 `json:"mallocs"`
	MallocsAfter  uint64 `json:"mallocsAfter"`
	// Pauses is what the histogram gained since the record before: pairs of a bucket's index and its gain.
	Pauses [][2]uint64 `json:"pauses"`
	counts []uint64
}

type meters struct {
	samples [metricCount]metrics.Sample
	stats   runtime.MemStats
	records []record
}

func newMeters(capacity int) *meters {
	m := &meters{}
	for i, name := range names {
		m.samples[i].Name = name
	}
	metrics.Read(m.samples[:]) // Makes the buckets once.
	m.records = make([]record, 0, capacity)
	counts := make([]uint64, capacity*len(m.counts()))
	for i := 0; i < capacity; i++ {
		part := counts[i*len(m.counts()) : (i+1)*len(m.counts())]
		m.records = append(m.records, record{counts: part})
	}
	m.records = m.records[:0]
	return m
}

func (m *meters) value(i int) uint64 {
	if m.samples[i].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return m.samples[i].Value.Uint64()
}

func (m *meters) counts() []uint64 {
	if m.samples[pauses].Value.Kind() != metrics.KindFloat64Histogram {
		return nil
	}
	return m.samples[pauses].Value.Float64Histogram().Counts
}

func (m *meters) mallocs() uint64 { return m.value(allocatedObjects) + m.value(tinyAllocations) }

// read waits for what comes after a cycle is counted: the world starts, and the pause is recorded.
func (m *meters) read(forced bool) {
	time.Sleep(300 * time.Microsecond)
	m.records = m.records[:len(m.records)+1]
	r := &m.records[len(m.records)-1]
	metrics.Read(m.samples[:])
	r.MallocsBefore = m.mallocs()
	runtime.ReadMemStats(&m.stats)
	metrics.Read(m.samples[:])
	r.MallocsAfter = m.mallocs()
	r.Forced = forced
	r.Cycles = m.value(totalCycles)
	r.LiveBytes = m.value(liveBytes)
	r.GoalBytes = m.value(goalBytes)
	r.NumGC = m.stats.NumGC
	r.NextGC = m.stats.NextGC
	r.PauseNs = m.stats.PauseNs[(m.stats.NumGC+255)%256]
	r.PauseTotalNs = m.stats.PauseTotalNs
	r.Mallocs = m.stats.Mallocs
	copy(r.counts, m.counts())
}

var (
	kept [64][]byte
	sink []byte
)

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	m := newMeters(2**cycles + 2)
	stop, err := startTrace()
	if err != nil {
		return err
	}
	m.read(true)
	for i := 0; i < *cycles; i++ {
		kept[i%len(kept)] = make([]byte, 1+i%7<<14)
		runtime.GC()
		m.read(true)
	}
	for i := 0; i < *cycles; i++ {
		allocateUntilCycle(m, i)
		m.read(false)
	}
	m.read(true)
	if err := stop(); err != nil {
		return err
	}
	return m.print()
}

// startTrace collects first, which leaves none under way.
func startTrace() (func() error, error) {
	runtime.GC()
	time.Sleep(time.Millisecond)
	if *traceFile == "" {
		return func() error { return nil }, nil
	}
	file, err := os.Create(*traceFile)
	if err != nil {
		return nil, err
	}
	if *profile {
		if err := pprof.StartCPUProfile(io.Discard); err != nil {
			return nil, err
		}
	}
	if err := trace.Start(file); err != nil {
		return nil, err
	}
	return func() error {
		trace.Stop()
		if *profile {
			pprof.StopCPUProfile()
		}
		return file.Close()
	}, nil
}

func allocateUntilCycle(m *meters, i int) {
	one := m.samples[totalCycles : totalCycles+1]
	metrics.Read(one)
	before := m.value(totalCycles)
	for m.value(totalCycles) == before {
		kept[i%len(kept)] = make([]byte, 128<<10)
		sink = make([]byte, 64<<10)
		metrics.Read(one)
	}
}

// print writes the edges of the pauses' buckets, then a record a line. JSON has no infinities; the
// largest number stands for them.
func (m *meters) print() error {
	out := json.NewEncoder(os.Stdout)
	var edges []float64
	if histogram := m.samples[pauses].Value; histogram.Kind() == metrics.KindFloat64Histogram {
		for _, edge := range histogram.Float64Histogram().Buckets {
			edges = append(edges, math.Max(-math.MaxFloat64, math.Min(math.MaxFloat64, edge)))
		}
	}
	head := map[string]interface{}{
		"goVersion": runtime.Version(), "goarch": runtime.GOARCH, "processors": runtime.GOMAXPROCS(0), "edges": edges,
	}
	if err := out.Encode(head); err != nil {
		return err
	}
	before := make([]uint64, len(m.counts()))
	for i := range m.records {
		r := &m.records[i]
		r.Pauses = [][2]uint64{}
		for bucket, count := range r.counts {
			if count != before[bucket] {
				r.Pauses = append(r.Pauses, [2]uint64{uint64(bucket), count - before[bucket]})
			}
		}
		before = r.counts
		if err := out.Encode(r); err != nil {
			return err
		}
	}
	return nil
}
