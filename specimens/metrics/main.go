// Metrics is the program of the paper's section 2.2: it reads runtime/metrics and writes JSON.
//
// Each flag makes it do one thing and print one JSON document (or, with -stream, one per line):
//
//	-catalogue   every metric this Go offers, read once, and one name that does not exist
//	-allocate    the allocation counter around a known allocation
//	-collect n   at least n garbage collections, for GODEBUG=gctrace=1 to report
//	-trace file  an execution trace of a few collections
//	-stream n    n snapshots as JSON records, each read back and compared
//
// It is one file, because the paper builds it as main.go, and uses nothing newer than Go 1.16,
// the first release the paper speaks of.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"runtime/trace"
)

var (
	catalogue = flag.Bool("catalogue", false, "print every metric")
	allocate  = flag.Bool("allocate", false, "read the allocation counter around a known allocation")
	collect   = flag.Int("collect", 0, "collect garbage at least this often")
	traceFile = flag.String("trace", "", "write an execution trace to this file")
	snapshots = flag.Int("stream", 0, "write this many snapshots as JSON records")
)

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	switch {
	case *catalogue:
		return print(everyMetric())
	case *allocate:
		return print(allocation())
	case *collect > 0:
		return print(collections(*collect))
	case *traceFile != "":
		return writeTrace(*traceFile)
	default:
		return stream(max(*snapshots, 1))
	}
}

func print(document interface{}) error {
	return json.NewEncoder(os.Stdout).Encode(document)
}

func max(a, b int) int {
	if a > b {
		return a
	}
	return b
}

type metric struct {
	Name        string `json:"name"`
	Kind        string `json:"kind"`
	Cumulative  bool   `json:"cumulative"`
	Description string `json:"description"`
	// Read is the kind of the value that metrics.Read filled in.
	Read string `json:"read"`
}

// inventedName is the name of no metric.
const inventedName = "/goassay/no-such-metric:bytes"

func everyMetric() interface{} {
	descriptions := metrics.All()
	samples := make([]metrics.Sample, len(descriptions), len(descriptions)+1)
	for i, d := range descriptions {
		samples[i].Name = d.Name
	}
	samples = append(samples, metrics.Sample{Name: inventedName})
	metrics.Read(samples)
	all := make([]metric, len(descriptions))
	for i, d := range descriptions {
		all[i] = metric{d.Name, kindName(d.Kind), d.Cumulative, d.Description, kindName(samples[i].Value.Kind())}
	}
	return map[string]interface{}{
		"goVersion": runtime.Version(),
		"metrics":   all,
		"invented":  map[string]string{"name": inventedName, "read": kindName(samples[len(descriptions)].Value.Kind())},
	}
}

func kindName(kind metrics.ValueKind) string {
	switch kind {
	case metrics.KindUint64:
		return "uint64"
	case metrics.KindFloat64:
		return "float64"
	case metrics.KindFloat64Histogram:
		return "float64-histogram"
	case metrics.KindBad:
		return "bad"
	}
	return fmt.Sprint(kind)
}

// keep holds what must not be optimised away.
var keep []byte

const allocatedName = "/gc/heap/allocs:bytes"

func allocation() interface{} {
	const size = 64 << 20
	sample := []metrics.Sample{{Name: allocatedName}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return map[string]interface{}{"name": allocatedName, "missing": true}
	}
	before := sample[0].Value.Uint64()
	keep = make([]byte, size)
	keep[size-1] = 1
	metrics.Read(sample)
	return map[string]interface{}{
		"name": allocatedName, "before": before, "after": sample[0].Value.Uint64(), "allocated": size,
	}
}

// collections returns how many cycles the runtime counts once none is under way any more.
func collections(atLeast int) interface{} {
	for i := 0; i < atLeast; i++ {
		churn()
		runtime.GC()
	}
	debug.SetGCPercent(-1)
	runtime.GC()
	// runtime.GC returns while another thread may still be writing the line of its cycle. That thread
	// keeps the world from being stopped until the line is whole, so stopping it waits for the line.
	runtime.ReadMemStats(new(runtime.MemStats))
	sample := []metrics.Sample{{Name: "/gc/cycles/total:gc-cycles"}}
	metrics.Read(sample)
	return map[string]interface{}{"goarch": runtime.GOARCH, "cycles": sample[0].Value.Uint64()}
}

func churn() {
	for i := 0; i < 64; i++ {
		keep = make([]byte, 64<<10)
	}
}

func writeTrace(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := trace.Start(file); err != nil {
		return err
	}
	for i := 0; i < 5; i++ {
		churn()
		runtime.GC()
	}
	trace.Stop()
	return file.Close()
}

// stream writes n snapshots, one JSON record per line, then one line that says how reading them
// back went and what encoding/json says to the samples as they are.
func stream(n int) error {
	out := bufio.NewWriter(os.Stdout)
	result := comparison{PlainError: plainError()}
	for i := 0; i < n; i++ {
		samples := readAll()
		line, err := json.Marshal(recordOf(samples))
		if err != nil {
			return err
		}
		result.compare(samples, line)
		out.Write(line)
		out.WriteByte('\n')
	}
	line, err := json.Marshal(map[string]interface{}{"readBack": result})
	if err != nil {
		return err
	}
	out.Write(line)
	out.WriteByte('\n')
	return out.Flush()
}

func readAll() []metrics.Sample {
	descriptions := metrics.All()
	samples := make([]metrics.Sample, len(descriptions))
	for i, d := range descriptions {
		samples[i].Name = d.Name
	}
	metrics.Read(samples)
	return samples
}

// plainError is what encoding/json says when the values go to it unprepared.
func plainError() string {
	values := map[string]interface{}{}
	for _, sample := range readAll() {
		if sample.Value.Kind() == metrics.KindFloat64Histogram {
			values[sample.Name] = sample.Value.Float64Histogram()
		}
	}
	if _, err := json.Marshal(values); err != nil {
		return err.Error()
	}
	return ""
}

// bound is a bucket boundary. JSON has no infinities, so those two are written as strings.
type bound float64

func (b bound) MarshalJSON() ([]byte, error) {
	switch f := float64(b); {
	case math.IsInf(f, 1):
		return []byte(`"+Inf"`), nil
	case math.IsInf(f, -1):
		return []byte(`"-Inf"`), nil
	default:
		return json.Marshal(f)
	}
}

func (b *bound) UnmarshalJSON(text []byte) error {
	switch string(text) {
	case `"+Inf"`:
		*b = bound(math.Inf(1))
		return nil
	case `"-Inf"`:
		*b = bound(math.Inf(-1))
		return nil
	}
	return json.Unmarshal(text, (*float64)(b))
}

// value is one metric in a record; exactly one field is set.
type value struct {
	Uint64    *uint64  `json:"uint64,omitempty"`
	Float64   *bound   `json:"float64,omitempty"`
	Counts    []uint64 `json:"counts,omitempty"`
	Buckets   []bound  `json:"buckets,omitempty"`
	Histogram bool     `json:"histogram,omitempty"`
}

func recordOf(samples []metrics.Sample) map[string]value {
	record := map[string]value{}
	for _, sample := range samples {
		switch sample.Value.Kind() {
		case metrics.KindUint64:
			v := sample.Value.Uint64()
			record[sample.Name] = value{Uint64: &v}
		case metrics.KindFloat64:
			v := bound(sample.Value.Float64())
			record[sample.Name] = value{Float64: &v}
		case metrics.KindFloat64Histogram:
			h := sample.Value.Float64Histogram()
			v := value{Counts: h.Counts, Histogram: true}
			for _, b := range h.Buckets {
				v.Buckets = append(v.Buckets, bound(b))
			}
			record[sample.Name] = v
		}
	}
	return record
}

// comparison counts what came back from JSON unchanged, and names what did not.
type comparison struct {
	Values      int      `json:"values"`
	Buckets     int      `json:"buckets"`
	Infinities  int      `json:"infinities"`
	Differences []string `json:"differences"`
	PlainError  string   `json:"plainError"`
}

func (c *comparison) compare(samples []metrics.Sample, line []byte) {
	var record map[string]value
	if err := json.NewDecoder(bytes.NewReader(line)).Decode(&record); err != nil {
		c.Differences = append(c.Differences, err.Error())
		return
	}
	for _, sample := range samples {
		c.Values++
		if !c.same(sample, record[sample.Name]) {
			c.Differences = append(c.Differences, sample.Name)
		}
	}
}

func (c *comparison) same(sample metrics.Sample, read value) bool {
	switch sample.Value.Kind() {
	case metrics.KindUint64:
		return read.Uint64 != nil && *read.Uint64 == sample.Value.Uint64()
	case metrics.KindFloat64:
		return read.Float64 != nil && math.Float64bits(float64(*read.Float64)) == math.Float64bits(sample.Value.Float64())
	case metrics.KindFloat64Histogram:
		return c.sameHistogram(sample.Value.Float64Histogram(), read)
	}
	return false
}

func (c *comparison) sameHistogram(h *metrics.Float64Histogram, read value) bool {
	if len(h.Counts) != len(read.Counts) || len(h.Buckets) != len(read.Buckets) {
		return false
	}
	for i, b := range h.Buckets {
		c.Buckets++
		if math.IsInf(b, 0) {
			c.Infinities++
		}
		if math.Float64bits(b) != math.Float64bits(float64(read.Buckets[i])) {
			return false
		}
	}
	return fmt.Sprint(h.Counts) == fmt.Sprint(read.Counts)
}
