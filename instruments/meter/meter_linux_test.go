package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The test binary plays the measured program when asked to.
func TestMain(m *testing.M) {
	switch mode, value, _ := strings.Cut(os.Getenv("METER_TEST_CHILD"), ":"); mode {
	case "hold": // so many MiB, then says what the kernel calls its peak
		mib, _ := strconv.Atoi(value)
		ballast := make([]byte, mib<<20)
		for i := range ballast {
			ballast[i] = 1
		}
		for _, out := range []*os.File{os.Stderr, os.Stderr, os.Stdout} { // twice before: to read and print takes memory too
			fmt.Fprint(out, strings.Fields(lineOf("/proc/self/status", "VmHWM:"))[0])
		}
		time.Sleep(3 * watchEvery)
		runtime.KeepAlive(ballast)
	case "burn":
		for used := (syscall.Rusage{}); used.Utime.Nano()+used.Stime.Nano() < int64(200*time.Millisecond); {
			syscall.Getrusage(syscall.RUSAGE_SELF, &used)
		}
	case "":
		os.Exit(m.Run())
	}
}

func command(argv ...string) Command {
	return Command{Argv: argv, TimeLimitNs: int64(10 * time.Second), OutputLimit: 1 << 20, Keep: 100}
}

func playing(mode string) Command {
	self, _ := os.Executable()
	c := command(self)
	c.Env = map[string]string{"METER_TEST_CHILD": mode}
	return c
}

func TestEndings(t *testing.T) {
	adoptOrphans()
	slow := command("sleep", "20")
	slow.TimeLimitNs = int64(100 * time.Millisecond)
	elsewhere := command("pwd")
	elsewhere.Dir = "/"
	for _, test := range []struct {
		name    string
		command Command
		want    func(Run) bool
	}{
		{"exit status", command("sh", "-c", "echo out; echo err >&2; exit 3"), func(r Run) bool {
			return r.Ended == "exit" && r.Exit == 3 && r.Stdout == "out\n" && r.Stderr == "err\n"
		}},
		{"signal", command("sh", "-c", "kill -TERM $$"), func(r Run) bool {
			return r.Ended == "signal" && r.Signal == syscall.SIGTERM.String()
		}},
		{"time limit", slow, func(r Run) bool { return r.Ended == "time limit" && r.WallNs < int64(5*time.Second) }},
		{"endless output", command("yes"), func(r Run) bool { return r.Ended == "output limit" && len(r.Stdout) == 100 }},
		{"no such program", command("nonesuch"), func(r Run) bool { return r.Ended == "not started" && r.Error != "" }},
		{"no such file", command("./nonesuch"), func(r Run) bool { return r.Ended == "not started" && r.Error != "" }},
		{"no terminal", command("tty"), func(r Run) bool { return r.Exit == 1 && r.Stdout == "not a tty\n" }},
		{"directory", elsewhere, func(r Run) bool { return r.Stdout == "/\n" }},
		{"no command", Command{}, func(r Run) bool { return r.Ended == "not started" }},
		{"NUL in an argument", command("echo", "a\x00b"), func(r Run) bool { return r.Ended == "not started" }},
		{"left behind in the group", command("sh", "-c", "sleep 20 & exit 0"), func(r Run) bool {
			return r.Ended == "exit" && strings.Join(r.LeftBehind, " ") == "sleep"
		}},
		{"left behind in a session of its own", command("sh", "-c", "setsid sleep 20 & sleep 0.1"), func(r Run) bool {
			return r.Ended == "exit" && strings.Join(r.LeftBehind, " ") == "sleep"
		}},
		{"nothing left behind", command("true"), func(r Run) bool { return len(r.LeftBehind) == 0 }},
	} {
		t.Run(test.name, func(t *testing.T) {
			if run := measure(test.command, 0); !test.want(run) {
				t.Errorf("%+v", run)
			}
		})
	}
}

func TestCPUTimeIsOfThatProcess(t *testing.T) {
	for _, test := range []struct {
		command   Command
		low, high time.Duration
	}{{playing("burn"), 190 * time.Millisecond, 250 * time.Millisecond}, {command("sleep", "0.2"), 0, 50 * time.Millisecond}} {
		run := measure(test.command, 0)
		if cpu := time.Duration(run.UserNs + run.SystemNs); cpu < test.low || cpu > test.high {
			t.Errorf("%v: %v of CPU time in %v", test.command.Argv, cpu, time.Duration(run.WallNs))
		}
	}
}

// The kernel's own high-water mark of the child's memory is the truth.
func TestPeakIsOfThatProcess(t *testing.T) {
	meter := filepath.Join(t.TempDir(), "meter")
	if out, err := exec.Command("go", "build", "-o", meter, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	self, _ := os.Executable()
	for _, mib := range []int{64, 1, 8} { // a large one first: its peak must not stay
		plan := fmt.Sprintf(`{"runs":[{"argv":[%q],"env":{"METER_TEST_CHILD":"hold:%d"},"timeLimitNs":10000000000,"outputLimit":1000,"keep":100}]}`, self, mib)
		file := filepath.Join(t.TempDir(), "plan.json")
		if err := os.WriteFile(file, []byte(plan), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(meter, "-plan", file).Output()
		if err != nil {
			t.Fatal(err)
		}
		var peak, truth, floor float64
		text := string(out)
		fmt.Sscanf(text[strings.Index(text, `"peakBytes":`):], `"peakBytes":%f`, &peak)
		fmt.Sscanf(text[strings.Index(text, `"floorBytes":`):], `"floorBytes":%f`, &floor)
		fmt.Sscanf(text[strings.Index(text, `"stdout":`):], `"stdout":"%f"`, &truth)
		truth *= 1024
		if peak < truth*0.99 || peak > truth*1.01 || floor >= peak {
			t.Errorf("%d MiB: peak %.0f, the kernel says %.0f; floor %.0f", mib, peak, truth, floor)
		}
	}
}

func TestPinning(t *testing.T) {
	runtime.LockOSThread() // as measureAll does
	defer runtime.UnlockOSThread()
	for _, cpu := range []int{0, runtime.NumCPU() - 1} {
		c := command("sh", "-c", "grep Cpus_allowed_list /proc/self/status")
		c.CPU = &cpu
		run := measure(c, 0)
		if fields := strings.Fields(run.Stdout); len(fields) != 2 || fields[1] != strconv.Itoa(cpu) || run.LastCPU != cpu {
			t.Errorf("processor %d: %q, last on %d", cpu, run.Stdout, run.LastCPU)
		}
	}
	none := 1 << 20
	c := command("true")
	c.CPU = &none
	if run := measure(c, 0); run.Pinned == "cpu" || run.Pinned == "" || run.Ended != "exit" {
		t.Errorf("%+v", run)
	}
}

func TestSpinIsSteady(t *testing.T) {
	one, other := spin(5*time.Millisecond), spin(5*time.Millisecond)
	if one <= 0 || other/one > 2 || one/other > 2 {
		t.Errorf("%v and %v ns", one, other)
	}
}

// As cgroups(7) shows both versions, and as Debian with systemd mounts "cpu,cpuacct" together.
func TestGroupsThatHoldBackTheProcessor(t *testing.T) {
	for _, one := range []struct{ text, path, mount string }{
		{"0::/user.slice/session-2.scope\n", "/user.slice/session-2.scope", "/sys/fs/cgroup"},
		{"4:memory:/a\n3:cpu,cpuacct:/b/c\n0::/\n", "/b/c", "/sys/fs/cgroup/cpu,cpuacct"},
		{"11:cpuacct:/x\n2:cpu:/half\n0::/\n", "/half", "/sys/fs/cgroup/cpu"},
	} {
		groups := cpuGroups(one.text)
		if len(groups) == 0 || groups[0].path != one.path || groups[0].mounts[0] != one.mount {
			t.Errorf("%q: %v", one.text, groups)
		}
	}
}
