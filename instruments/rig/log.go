package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
)

// log is a signed transparent log of one record per module: small enough for a single tile, so at
// most 256 modules. Its key follows from its name, because it protects nothing.
// Source: go.dev/design/25530-sumdb, RFC 6962 §2.1.
type log struct {
	name    string
	key     ed25519.PrivateKey
	modules []Module
	leaves  [][]byte
}

func newLog(name string, modules []Module) *log {
	seed := sha256.Sum256([]byte("goassay rig " + name))
	l := &log{name: name, key: ed25519.NewKeyFromSeed(seed[:]), modules: modules}
	for _, m := range modules {
		l.leaves = append(l.leaves, hashOf(0, l.record(m)))
	}
	return l
}

// verifier is "name+hash+key", as GOSUMDB takes it.
func (l *log) verifier() string {
	return fmt.Sprintf("%s+%x+%s", l.name, l.keyHash(), base64.StdEncoding.EncodeToString(l.publicKey()))
}

// publicKey begins with the number of the algorithm.
func (l *log) publicKey() []byte { return append([]byte{1}, l.key.Public().(ed25519.PublicKey)...) }

func (l *log) keyHash() []byte {
	sum := sha256.Sum256(append([]byte(l.name+"\n"), l.publicKey()...))
	return sum[:4]
}

func (l *log) record(m Module) []byte {
	return []byte(fmt.Sprintf("%s %s %s\n%s %s/go.mod %s\n", m.Path, m.Version, m.zipHash(), m.Path, m.Version, m.modHash()))
}

func (l *log) lookup(path, version string) ([]byte, bool) {
	for id, m := range l.modules {
		if m.Path == path && m.Version == version {
			return append(append([]byte(fmt.Sprintf("%d\n", id)), l.record(m)...), append([]byte("\n"), l.head()...)...), true
		}
	}
	return nil, false
}

func (l *log) head() []byte {
	text := fmt.Sprintf("go.sum database tree\n%d\n%s\n", len(l.leaves), base64.StdEncoding.EncodeToString(root(l.leaves)))
	signature := append(l.keyHash(), ed25519.Sign(l.key, []byte(text))...)
	return []byte(fmt.Sprintf("%s\n— %s %s\n", text, l.name, base64.StdEncoding.EncodeToString(signature)))
}

// tile answers for the one tile that the log has; width 0 asks for a full one.
func (l *log) tile(level, index, width int) ([]byte, bool) {
	if level != 0 || index != 0 || width < 1 || width > len(l.leaves) {
		return nil, false
	}
	return bytes.Join(l.leaves[:width], nil), true
}

func root(hashes [][]byte) []byte {
	switch len(hashes) {
	case 0:
		sum := sha256.Sum256(nil)
		return sum[:]
	case 1:
		return hashes[0]
	}
	split := 1
	for split*2 < len(hashes) {
		split *= 2
	}
	return hashOf(1, root(hashes[:split]), root(hashes[split:]))
}

func hashOf(prefix byte, parts ...[]byte) []byte {
	h := sha256.New()
	h.Write([]byte{prefix})
	for _, part := range parts {
		h.Write(part)
	}
	return h.Sum(nil)
}
