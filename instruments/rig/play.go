package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"time"
)

const (
	commandLimit = 60 * time.Second
	outputLimit  = 1 << 20
)

// play runs one scenario in a home directory of its own.
func play(goCommand string, scenario Scenario, a *authority, home string) (Recording, error) {
	world := newWorld(scenario.Modules)
	server, err := newServer(world, scenario.Servers, a)
	if err != nil {
		return Recording{}, err
	}
	defer server.listener.Close()
	work := filepath.Join(home, "work")
	if err := os.MkdirAll(work, 0o755); err != nil {
		return Recording{}, err
	}
	fill := func(text string) string {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "{home}", home), "{work}", work)
		return keyName.ReplaceAllStringFunc(text, func(found string) string {
			return world.log(keyName.FindStringSubmatch(found)[1]).verifier()
		})
	}
	for name, text := range scenario.Files {
		path := filepath.Join(home, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return Recording{}, err
		}
		if err := os.WriteFile(path, []byte(fill(text)), 0o600); err != nil {
			return Recording{}, err
		}
	}
	recording := Recording{Name: scenario.Name, Commands: []Result{}}
	for index, command := range scenario.Commands {
		server.mu.Lock()
		server.command = index
		server.mu.Unlock()
		environment := environmentOf(goCommand, home, server.url(), a.file)
		for _, settings := range []map[string]string{scenario.Environment, command.Environment} {
			for name, value := range settings {
				environment[name] = fill(value)
			}
		}
		args := []string{}
		for _, arg := range command.Args {
			args = append(args, fill(arg))
		}
		command.Args = args
		recording.Commands = append(recording.Commands, execute(goCommand, command, home, environment))
	}
	server.mu.Lock()
	defer server.mu.Unlock()
	recording.Requests = server.requests
	recording.Entries = entriesOf(home)
	return recording, nil
}

var keyName = regexp.MustCompile(`\{key ([^}]+)\}`)

// environmentOf keeps what finds programs, and nothing of the user's own settings: those under test
// come with the scenario. Everything that speaks HTTP is sent to the rig.
func environmentOf(goCommand, home, rig, authority string) map[string]string {
	return map[string]string{
		"PATH":                filepath.Dir(goCommand) + string(os.PathListSeparator) + os.Getenv("PATH"),
		"HOME":                home,
		"TMPDIR":              os.TempDir(),
		"LANG":                "C",
		"GOENV":               "off",
		"GOFLAGS":             "",
		"GOTOOLCHAIN":         "local",
		"GOTELEMETRY":         "off",
		"GOPATH":              filepath.Join(home, "gopath"),
		"GOCACHE":             filepath.Join(home, "build-cache"),
		"HTTP_PROXY":          rig,
		"HTTPS_PROXY":         rig,
		"http_proxy":          rig,
		"https_proxy":         rig,
		"NO_PROXY":            "",
		"no_proxy":            "",
		"SSL_CERT_FILE":       authority,
		"GIT_SSL_CAINFO":      authority,
		"GIT_CONFIG_GLOBAL":   os.DevNull,
		"GIT_CONFIG_SYSTEM":   os.DevNull,
		"GIT_TERMINAL_PROMPT": "0",
		"GIT_ALLOW_PROTOCOL":  "http:https",
	}
}

func execute(goCommand string, command Command, home string, environment map[string]string) Result {
	ctx, cancel := context.WithTimeout(context.Background(), commandLimit)
	defer cancel()
	program := goCommand
	if command.Program != "" {
		program = command.Program
	}
	run := exec.CommandContext(ctx, program, command.Args...)
	run.Dir = filepath.Join(home, "work", command.Directory)
	if command.Directory != "" {
		run.Dir = filepath.Join(home, command.Directory)
	}
	for name, value := range environment {
		run.Env = append(run.Env, name+"="+value)
	}
	for _, name := range command.ReadOnly {
		path := filepath.Join(home, name)
		os.MkdirAll(path, 0o755)
		os.Chmod(path, 0o555)
		defer os.Chmod(path, 0o755)
	}
	var stdout, stderr limited
	run.Stdout, run.Stderr = &stdout, &stderr
	err := run.Run()
	result := Result{Stdout: shown(stdout.String(), home), Stderr: shown(stderr.String(), home)}
	if run.ProcessState == nil {
		result.Exit = -1
		result.Stderr += fmt.Sprint(err)
	} else {
		result.Exit = run.ProcessState.ExitCode()
	}
	return result
}

// shown replaces what differs from run to run.
func shown(text, home string) string { return strings.ReplaceAll(text, home, "{home}") }

// limited keeps the beginning of an output.
type limited struct{ bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if room := outputLimit - l.Len(); room > 0 {
		l.Buffer.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

// entriesOf lists what the commands left behind, the insides of the build cache excepted.
func entriesOf(home string) []string {
	entries := []string{}
	filepath.Walk(home, func(path string, info os.FileInfo, err error) error {
		name, _ := filepath.Rel(home, path)
		if err != nil || name == "." {
			return nil
		}
		if info.IsDir() {
			name += "/"
		}
		entries = append(entries, name)
		if info.IsDir() && strings.Contains(name, "build-cache/") {
			return filepath.SkipDir
		}
		if len(entries) > 2000 {
			return filepath.SkipAll
		}
		return nil
	})
	sort.Strings(entries)
	return entries
}
