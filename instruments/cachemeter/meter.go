package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"
)

type request struct {
	ID       int64
	Command  string
	ActionID []byte `json:",omitempty"`
	OutputID []byte `json:",omitempty"`
	BodySize int64  `json:",omitempty"`
}

type response struct {
	ID            int64
	Err           string     `json:",omitempty"`
	KnownCommands []string   `json:",omitempty"`
	Miss          bool       `json:",omitempty"`
	OutputID      []byte     `json:",omitempty"`
	Size          int64      `json:",omitempty"`
	Time          *time.Time `json:",omitempty"`
	DiskPath      string     `json:",omitempty"`
}

// entry is what the store knows of an action.
type entry struct {
	OutputID []byte
	Size     int64
	Time     time.Time
}

// line is one request in the record.
type line struct {
	Command string `json:"command"`
	// Action is the ID in the form of -debug-actiongraph: base64 of its first 15 bytes.
	Action string `json:"action"`
	Hit    bool   `json:"hit"`
	Bytes  int64  `json:"bytes"`
}

type meter struct {
	store string

	outMu sync.Mutex
	out   *bufio.Writer

	mu    sync.Mutex
	lines []line

	made sync.Map
}

// serve answers until the input ends or says close. Requests are answered side by side; the order
// of answers is free.
func (m *meter) serve(in *bufio.Reader) error {
	if err := m.send(response{KnownCommands: []string{"get", "put", "close"}}); err != nil {
		return err
	}
	var pending sync.WaitGroup
	defer pending.Wait()
	for {
		text, err := nextLine(in)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var q request
		if err := json.Unmarshal(text, &q); err != nil {
			return fmt.Errorf("reading a request: %w", err)
		}
		var body []byte
		if q.Command == "put" && q.BodySize > 0 {
			if body, err = readBody(in, q.BodySize); err != nil {
				return err
			}
		}
		if q.Command == "close" {
			pending.Wait()
			return m.send(response{ID: q.ID})
		}
		pending.Add(1)
		go func() {
			defer pending.Done()
			m.send(m.answer(q, body))
		}()
	}
}

// nextLine skips the empty line that follows every request.
func nextLine(in *bufio.Reader) ([]byte, error) {
	for {
		text, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(text)) > 0 {
			return text, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// readBody reads a JSON string of base64, which is a line of its own.
func readBody(in *bufio.Reader, size int64) ([]byte, error) {
	text, err := nextLine(in)
	if err != nil {
		return nil, fmt.Errorf("reading a body: %w", err)
	}
	text = bytes.Trim(bytes.TrimSpace(text), `"`)
	body := make([]byte, base64.StdEncoding.DecodedLen(len(text)))
	n, err := base64.StdEncoding.Decode(body, text)
	if err != nil || int64(n) != size {
		return nil, fmt.Errorf("reading a body: %d bytes instead of %d (%v)", n, size, err)
	}
	return body[:n], nil
}

func (m *meter) send(r response) error {
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	m.outMu.Lock()
	defer m.outMu.Unlock()
	m.out.Write(text)
	m.out.WriteByte('\n')
	return m.out.Flush()
}

func (m *meter) answer(q request, body []byte) response {
	switch q.Command {
	case "get":
		e, path, ok := m.get(q.ActionID)
		m.note("get", q.ActionID, ok, e.Size)
		if !ok {
			return response{ID: q.ID, Miss: true}
		}
		return response{ID: q.ID, OutputID: e.OutputID, Size: e.Size, Time: &e.Time, DiskPath: path}
	case "put":
		path, err := m.put(q.ActionID, q.OutputID, body)
		m.note("put", q.ActionID, err == nil, int64(len(body)))
		if err != nil {
			return response{ID: q.ID, Err: err.Error()}
		}
		return response{ID: q.ID, DiskPath: path}
	}
	return response{ID: q.ID, Err: "unknown command " + q.Command}
}

func (m *meter) note(command string, action []byte, hit bool, size int64) {
	short := action
	if len(short) > 15 {
		short = short[:15]
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.lines = append(m.lines, line{command, base64.URLEncoding.EncodeToString(short), hit, size})
}

func (m *meter) place(id []byte, suffix string) string {
	name := hex.EncodeToString(id)
	if len(name) < 2 {
		name = "00" + name
	}
	return filepath.Join(m.store, name[:2], name+suffix)
}

func (m *meter) get(action []byte) (entry, string, bool) {
	text, err := os.ReadFile(m.place(action, "-a"))
	if err != nil {
		return entry{}, "", false
	}
	var e entry
	if err := json.Unmarshal(text, &e); err != nil {
		return entry{}, "", false
	}
	path := m.place(e.OutputID, "-d")
	info, err := os.Stat(path)
	if err != nil || info.Size() != e.Size {
		return entry{}, "", false
	}
	return e, path, true
}

// put writes the output before the action, so that an action never points to half an output.
func (m *meter) put(action, output, body []byte) (string, error) {
	path := m.place(output, "-d")
	if info, err := os.Stat(path); err != nil || info.Size() != int64(len(body)) {
		if err := m.writeFile(path, body); err != nil {
			return "", err
		}
	}
	text, err := json.Marshal(entry{OutputID: output, Size: int64(len(body)), Time: time.Now()})
	if err != nil {
		return "", err
	}
	return path, m.writeFile(m.place(action, "-a"), text)
}

// writeFile is atomic: another go command may read at the same time.
func (m *meter) writeFile(path string, content []byte) error {
	directory := filepath.Dir(path)
	if _, known := m.made.Load(directory); !known {
		if err := os.MkdirAll(directory, 0o755); err != nil {
			return err
		}
		m.made.Store(directory, true)
	}
	file, err := os.CreateTemp(directory, "new-")
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		os.Remove(file.Name())
	}
	return err
}

// write appends the record in one go, because several helpers may end at once.
func (m *meter) write(path string) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	for _, one := range m.lines {
		encoder.Encode(one)
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(text.Bytes())
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	return err
}
