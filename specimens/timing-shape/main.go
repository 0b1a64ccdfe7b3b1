// Timing-shape times work that processors have instructions for (AES, SHA-256, CRC-32) and plain
// integer work, and prints the least time of each in nanoseconds. A translator slows the former far
// more than the latter, so the quotients tell a translated process from a native one without asking
// the system anything. A translator takes longest over what it meets for the first time, so the program
// is small: it writes its JSON by hand, which saved it 50 ms under qemu-user.
package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"hash/crc32"
	"os"
	"runtime"
	"strconv"
	"time"
)

// The least of several short runs is what the machine can do; a busy moment spoils some of them only. The
// sorts of work take turns, so that a moment that is slow for long is slow for all of them. So many turns
// it takes at least: a process that has to wait for a processor finds its time gone after one.
const (
	budget = 40 * time.Millisecond
	fewest = 12
)

var sink uint32

func main() {
	block := make([]byte, 8192)
	for i := range block {
		block[i] = byte(i * 131)
	}
	gcm, err := gcmOf(block[:16])
	if err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
	nonce := make([]byte, gcm.NonceSize())
	sealed := make([]byte, 0, len(block)+gcm.Overhead())
	times := least([]work{
		{"aes", func() { sealed = gcm.Seal(sealed[:0], nonce, block, nil) }},
		{"sha256", func() { sum := sha256.Sum256(block); sink += uint32(sum[0]) }},
		{"crc32", func() { sink += crc32.ChecksumIEEE(block) }},
		{"integer", integer},
	})
	os.Stdout.WriteString(`{"goarch":"` + runtime.GOARCH + `","nanoseconds":{` + times + "}}\n")
}

type work struct {
	name string
	run  func()
}

func gcmOf(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// least gives the fields of a JSON object.
func least(works []work) string {
	shortest := make([]int64, len(works))
	for i, one := range works {
		one.run() // tables, caches and translations
		shortest[i] = 1 << 62
	}
	start := time.Now()
	for turn := 0; turn < fewest || time.Since(start) < budget; turn++ {
		for i, one := range works {
			began := time.Now()
			one.run()
			one.run()
			if took := time.Since(began).Nanoseconds() / 2; took < shortest[i] {
				shortest[i] = took
			}
		}
	}
	fields := ""
	for i, one := range works {
		if i > 0 {
			fields += ","
		}
		fields += `"` + one.name + `":` + strconv.FormatInt(shortest[i], 10)
	}
	return fields
}

// Dependent additions, shifts and loads of a table, which no instruction set shortens.
func integer() {
	var table [256]uint32
	state := uint32(2463534242)
	for i := 0; i < 4096; i++ {
		state ^= state << 13
		state ^= state >> 17
		state ^= state << 5
		table[state&255] += state
	}
	sink += table[state&255]
}
