// Command library-calls calls what the whitepaper says about the standard library: crypto/aes,
// bytes.Equal and strings.Index. It prints one line, so that nothing of it is dead code.
package main

import (
	"bytes"
	"crypto/aes"
	"os"
	"strings"
)

func main() {
	text := strings.Join(os.Args, " ")
	block, err := encrypt([]byte("0123456789abcdef"))
	if err != nil {
		os.Exit(1)
	}
	if equal(block, []byte(text)) || index(text, "needle in a haystack") >= 0 {
		text += "!"
	}
	os.Stdout.WriteString(text + "\n")
}

// encrypt uses one block of AES-128.
//
//go:noinline
func encrypt(key []byte) ([]byte, error) {
	cipher, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	block := make([]byte, aes.BlockSize)
	cipher.Encrypt(block, key)
	return block, nil
}

//go:noinline
func equal(a, b []byte) bool {
	return bytes.Equal(a, b)
}

//go:noinline
func index(text, part string) int {
	return strings.Index(text, part)
}
