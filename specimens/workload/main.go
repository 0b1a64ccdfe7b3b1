// Workload does the same work on every architecture and says how long each part took, in the Go
// benchmark format. The number of iterations is fixed, so that B/op and allocs/op of two builds
// can be held against each other: they prove that both did the same work.
package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"hash/crc32"
	"os"
	"runtime"
	"strings"
	"time"
)

type kernel struct {
	name       string
	iterations int
	run        func(n int) error
}

// Enough iterations that one kernel takes some ten milliseconds natively.
var kernels = []kernel{
	{"JSON", 400, jsonKernel},
	{"AES-GCM/8K", 2000, aesKernel},
	{"SHA256/8K", 800, shaKernel},
	{"CRC32/8K", 20000, crcKernel},
	{"Map", 40, mapKernel},
	{"Alloc", 30, allocKernel},
	{"Sieve", 20, sieveKernel},
}

func main() {
	names := flag.String("kernels", "", "comma-separated kernels to run; all if empty")
	times := flag.Int("times", 1, "how often each kernel is measured, a line each time")
	flag.Parse()
	if err := run(strings.Split(*names, ","), *times); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(names []string, times int) error {
	for _, k := range kernels {
		if len(names) > 0 && names[0] != "" && !contains(names, k.name) {
			continue
		}
		if err := k.run(1 + k.iterations/20); err != nil { // caches, and the translator's translation
			return err
		}
		for time := 0; time < times; time++ {
			if err := measure(k); err != nil {
				return err
			}
		}
	}
	return nil
}

func measure(k kernel) error {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	if err := k.run(k.iterations); err != nil {
		return err
	}
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	n := float64(k.iterations)
	fmt.Printf("Benchmark%s %d %.1f ns/op %d B/op %d allocs/op\n", k.name, k.iterations,
		float64(took.Nanoseconds())/n,
		(after.TotalAlloc-before.TotalAlloc)/uint64(k.iterations),
		(after.Mallocs-before.Mallocs)/uint64(k.iterations))
	return nil
}

func contains(names []string, name string) bool {
	for _, one := range names {
		if one == name {
			return true
		}
	}
	return false
}

type record struct {
	ID     int               `json:"id"`
	Name   string            `json:"name"`
	Scores []float64         `json:"scores"`
	Tags   map[string]string `json:"tags"`
}

var sample = record{ID: 7, Name: "arm64", Scores: []float64{0.5, 1.25, 3.75}, Tags: map[string]string{"a": "b", "c": "d"}}

func jsonKernel(n int) error {
	for i := 0; i < n; i++ {
		text, err := json.Marshal(sample)
		if err != nil {
			return err
		}
		var back record
		if err := json.Unmarshal(text, &back); err != nil {
			return err
		}
		if back.ID != sample.ID {
			return fmt.Errorf("JSON came back as %+v", back)
		}
	}
	return nil
}

var block = bytes.Repeat([]byte("0123456789abcdef"), 512)

func aesKernel(n int) error {
	c, err := aes.NewCipher(block[:16])
	if err != nil {
		return err
	}
	gcm, err := cipher.NewGCM(c)
	if err != nil {
		return err
	}
	nonce := make([]byte, gcm.NonceSize())
	sealed := make([]byte, 0, len(block)+gcm.Overhead())
	for i := 0; i < n; i++ {
		sealed = gcm.Seal(sealed[:0], nonce, block, nil)
	}
	return nil
}

var sink uint32

func shaKernel(n int) error {
	for i := 0; i < n; i++ {
		sum := sha256.Sum256(block)
		sink += uint32(sum[0])
	}
	return nil
}

func crcKernel(n int) error {
	for i := 0; i < n; i++ {
		sink += crc32.ChecksumIEEE(block)
	}
	return nil
}

func mapKernel(n int) error {
	for i := 0; i < n; i++ {
		m := make(map[int]int, 4096)
		for k := 0; k < 4096; k++ {
			m[k*7919] = k
		}
		for k := 0; k < 4096; k++ {
			sink += uint32(m[k*7919])
		}
	}
	return nil
}

type node struct{ left, right *node }

func tree(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{tree(depth - 1), tree(depth - 1)}
}

func allocKernel(n int) error {
	for i := 0; i < n; i++ {
		if tree(13).left == nil {
			return fmt.Errorf("a tree has no left side")
		}
	}
	return nil
}

func sieveKernel(n int) error {
	const size = 1 << 16
	for i := 0; i < n; i++ {
		composite := make([]bool, size)
		for p := 2; p < size; p++ {
			if composite[p] {
				continue
			}
			for q := 2 * p; q < size; q += p {
				composite[q] = true
			}
		}
		sink += uint32(len(composite))
	}
	return nil
}
