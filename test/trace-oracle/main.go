// Trace-oracle tells what golang.org/x/exp/trace reads in traces, for the tests of goassay's own
// reader. Its module path lies below that package, which lets it use the raw reader there.
//
//	trace-oracle binary FILE.test OUT   the trace in a case of the test data, in binary; prints what is expected
//	trace-oracle seed FILE OUT          the bytes of a fuzzing seed
//	trace-oracle raw TRACE              every event, one a line, times added up to absolute ones
//	trace-oracle events TRACE           how many events of each kind and name the full reader gives
//	trace-oracle order TRACE            every event of the full reader, one a line, with whom it concerns
//	trace-oracle delays TRACE           how long each goroutine that could run waited, in nanoseconds
//	trace-oracle read TRACE             reads it all with the full reader; prints nanoseconds and events
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/exp/trace"
	"golang.org/x/exp/trace/internal/raw"
	"golang.org/x/exp/trace/internal/tracev2"
)

func main() {
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(mode string, args []string) error {
	data, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	switch mode {
	case "binary":
		return binary(string(data), args[1])
	case "seed":
		return seed(string(data), args[1])
	case "raw":
		return tellRaw(data)
	case "events":
		return tellEvents(data)
	case "order":
		return tellOrder(data)
	case "delays":
		return tellDelays(data)
	case "read":
		return read(data)
	}
	return fmt.Errorf("no mode %s", mode)
}

func binary(archive, path string) error {
	expect, text, found := strings.Cut(archive, "-- trace --\n")
	if !found {
		return fmt.Errorf("no trace in the archive")
	}
	reader, err := raw.NewTextReader(strings.NewReader(text))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	writer, err := raw.NewWriter(&out, reader.Version())
	if err != nil {
		return err
	}
	for {
		event, err := reader.ReadEvent()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if err := writer.WriteEvent(event); err != nil {
			return err
		}
	}
	_, expect, _ = strings.Cut(expect, "-- expect --\n")
	fmt.Print(expect)
	return os.WriteFile(path, out.Bytes(), 0o644)
}

func seed(text, path string) error {
	_, rest, _ := strings.Cut(text, "[]byte(")
	quoted, _, found := strings.Cut(rest, ")\n")
	if !found {
		quoted = strings.TrimSuffix(rest, ")")
	}
	bytes, err := strconv.Unquote(quoted)
	if err != nil {
		return err
	}
	return os.WriteFile(path, []byte(bytes), 0o644)
}

// tellRaw follows generation and thread from batch to batch, and the time from event to event.
func tellRaw(data []byte) error {
	reader, err := raw.NewReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	specs := reader.Version().Specs()
	var generation, thread, ticks uint64
	for {
		event, err := reader.ReadEvent()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		line := []interface{}{specs[event.Ev].Name}
		switch args := event.Args; {
		case event.Ev == tracev2.EvEventBatch:
			generation, thread, ticks = args[0], args[1], args[2]
			continue
		case event.Ev == tracev2.EvExperimentalBatch:
			line = append(line, args[1], args[0], args[2], args[3], fmt.Sprintf("%x", event.Data))
		case event.Ev == tracev2.EvString:
			line = append(line, generation, args[0], string(event.Data))
		case specs[event.Ev].IsTimedEvent:
			ticks += args[0]
			line = append(line, generation, thread, ticks)
			for _, arg := range args[1:] {
				line = append(line, arg)
			}
		case len(args) == 0:
			continue // Begins a table.
		default:
			line = append(line, generation)
			for _, arg := range args {
				line = append(line, arg)
			}
		}
		text, err := json.Marshal(line)
		if err != nil {
			return err
		}
		out.Write(text)
		out.WriteByte('\n')
	}
}

func tellEvents(data []byte) error {
	reader, err := trace.NewReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	counts := map[string]int{}
	var stops []interface{}
	begun := map[trace.GoID]trace.Time{}
	for {
		event, err := reader.ReadEvent()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		name := event.Kind().String()
		switch event.Kind() {
		case trace.EventRangeBegin:
			name += " " + event.Range().Name
			if strings.HasPrefix(event.Range().Name, "stop-the-world") {
				begun[event.Goroutine()] = event.Time()
			}
		case trace.EventRangeEnd:
			name += " " + event.Range().Name
			if strings.HasPrefix(event.Range().Name, "stop-the-world") {
				stops = append(stops, []interface{}{event.Range().Name, begun[event.Goroutine()], event.Time()})
			}
		case trace.EventMetric:
			name += " " + event.Metric().Name
		}
		counts[name]++
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]interface{}{"counts": counts, "stops": stops})
}

// tellOrder prints what it reads before it fails, too.
func tellOrder(data []byte) error {
	reader, err := trace.NewReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for {
		event, err := reader.ReadEvent()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		about := ""
		switch event.Kind() {
		case trace.EventSync, trace.EventStackSample:
			continue
		case trace.EventStateTransition:
			transition := event.StateTransition()
			about = transition.Resource.String()
		}
		line := []interface{}{event.Kind().String(), int64(event.Thread()), int64(event.Proc()), int64(event.Goroutine()), about}
		text, err := json.Marshal(line)
		if err != nil {
			return err
		}
		out.Write(text)
		out.WriteByte('\n')
	}
}

func tellDelays(data []byte) error {
	reader, err := trace.NewReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	since := map[trace.GoID]trace.Time{}
	delays := []int64{}
	for {
		event, err := reader.ReadEvent()
		if err == io.EOF {
			return json.NewEncoder(os.Stdout).Encode(delays)
		}
		if err != nil {
			return err
		}
		if event.Kind() != trace.EventStateTransition {
			continue
		}
		transition := event.StateTransition()
		if transition.Resource.Kind != trace.ResourceGoroutine {
			continue
		}
		id := transition.Resource.Goroutine()
		from, to := transition.Goroutine()
		switch {
		case from == trace.GoUndetermined:
		case to == trace.GoRunnable && from != trace.GoRunnable:
			since[id] = event.Time()
		case from == trace.GoRunnable && to == trace.GoRunning:
			if began, ok := since[id]; ok {
				delays = append(delays, int64(event.Time()-began))
			}
			delete(since, id)
		}
	}
}

func read(data []byte) error {
	started := time.Now()
	reader, err := trace.NewReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	events := 0
	for {
		_, err := reader.ReadEvent()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		events++
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]int64{"nanoseconds": time.Since(started).Nanoseconds(), "events": int64(events)})
}
