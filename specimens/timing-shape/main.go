// Timing-shape times work that processors have instructions for (AES, SHA-256, CRC-32) and plain
// integer work, and prints the least time of each in nanoseconds. A translator slows the former far
// more than the latter, so the quotients tell a translated process from a native one without asking
// the system anything. All of it takes some hundred milliseconds, translated or not.
package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"os"
	"runtime"
	"time"
)

// The least of several short runs is what the machine can do; a busy moment spoils some of them only.
const budget = 20 * time.Millisecond

var sink uint32

func main() {
	block := make([]byte, 8192)
	for i := range block {
		block[i] = byte(i * 131)
	}
	gcm, err := gcmOf(block[:16])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	nonce := make([]byte, gcm.NonceSize())
	sealed := make([]byte, 0, len(block)+gcm.Overhead())
	json.NewEncoder(os.Stdout).Encode(map[string]any{
		"goarch": runtime.GOARCH,
		"nanoseconds": map[string]int64{
			"aes":     least(func() { sealed = gcm.Seal(sealed[:0], nonce, block, nil) }),
			"sha256":  least(func() { sum := sha256.Sum256(block); sink += uint32(sum[0]) }),
			"crc32":   least(func() { sink += crc32.ChecksumIEEE(block) }),
			"integer": least(integer),
		},
	})
}

func gcmOf(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func least(work func()) int64 {
	work() // tables, caches and translations
	shortest := int64(1) << 62
	for start := time.Now(); time.Since(start) < budget; {
		began := time.Now()
		for i := 0; i < 4; i++ {
			work()
		}
		if took := time.Since(began).Nanoseconds() / 4; took < shortest {
			shortest = took
		}
	}
	return shortest
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
