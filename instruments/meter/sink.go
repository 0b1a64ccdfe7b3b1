package main

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"os"
	"strings"
	"sync"
	"time"
)

// A sink takes what a process prints: all of it is counted and digested, the beginning or the end
// is kept, and past the limit its process is stopped.
type sink struct {
	read, write *os.File
	head, tail  int
	limit       int64
	full        func()

	size  int64
	kept  []byte
	sum   hash.Hash
	ended chan struct{}
}

func newSink(head, tail int, limit int64) (*sink, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	return &sink{
		read: read, write: write, head: head, tail: tail, limit: limit,
		sum: sha256.New(), ended: make(chan struct{}),
	}, nil
}

// buffers are used again, so that the meter stays small.
var buffers = sync.Pool{New: func() any { return make([]byte, 32<<10) }}

// follow begins to read; the process has the only other writing end.
func (s *sink) follow() {
	s.write.Close()
	go func() {
		defer close(s.ended)
		buffer := buffers.Get().([]byte)
		defer buffers.Put(buffer)
		for {
			n, err := s.read.Read(buffer)
			s.add(buffer[:n])
			if err != nil {
				return
			}
		}
	}()
}

func (s *sink) add(chunk []byte) {
	was := s.size
	s.size += int64(len(chunk))
	if was > s.limit {
		return
	}
	if s.size > s.limit {
		s.full()
	}
	s.sum.Write(chunk)
	if room := s.head - len(s.kept); s.tail == 0 && room > 0 {
		s.kept = append(s.kept, chunk[:min(room, len(chunk))]...)
	}
	if s.tail > 0 {
		s.kept = append(s.kept, chunk...)
		if over := len(s.kept) - s.tail; over > 0 {
			s.kept = append(s.kept[:0], s.kept[over:]...)
		}
	}
}

// wait returns when all was read, or after a while.
func (s *sink) wait(atMost time.Duration) {
	select {
	case <-s.ended:
	case <-time.After(atMost):
	}
}

// stop ends reading, so that what was counted is settled.
func (s *sink) stop() {
	s.read.Close()
	<-s.ended
}

func (s *sink) close() {
	s.read.Close()
	s.write.Close()
}

func (s *sink) digest() string { return hex.EncodeToString(s.sum.Sum(nil)) }

func (s *sink) text() string { return strings.ToValidUTF8(string(s.kept), "\uFFFD") }
