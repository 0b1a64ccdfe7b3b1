package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

func conditions() Conditions {
	now := Conditions{
		MonotonicNs: monotonic(), BootNs: clock(clockBoottime), ClockNs: time.Now().UnixNano(),
		CPUPressureUs:    pressure("/proc/pressure/cpu"),
		MemoryPressureUs: pressure("/proc/pressure/memory"),
		OwnTicks:         ownTicks(),
		Throttles:        throttles(),
		QuotaUs:          quota(),
		SwapPages:        swapPages(),
	}
	now.StealTicks, now.IdleTicks, now.TotalTicks = ticks()
	return now
}

const clockMonotonic, clockBoottime = 1, 7

func monotonic() int64 { return clock(clockMonotonic) }

func clock(id uintptr) int64 {
	var at syscall.Timespec
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, id, uintptr(unsafe.Pointer(&at)), 0)
	return at.Nano()
}

// pressure is the total of the line "some".
func pressure(path string) *int64 {
	line := lineOf(path, "some ")
	at := strings.Index(line, "total=")
	if at < 0 {
		return nil
	}
	return number(strings.TrimSpace(line[at+len("total="):]))
}

// ticks are those of all processors: fields 8 (steal), 4 and 5 (idle, waiting for a disk), and 1 to 8.
func ticks() (steal, idle, total *int64) {
	fields := strings.Fields(lineOf("/proc/stat", "cpu "))
	if len(fields) < 8 {
		return nil, nil, nil
	}
	sum, rest := int64(0), int64(0)
	for index, field := range fields[:8] {
		value := number(field)
		if value == nil {
			return nil, nil, nil
		}
		sum += *value
		if index == 3 || index == 4 {
			rest += *value
		}
	}
	return number(fields[7]), &rest, &sum
}

// ownTicks: /proc/stat counts in 1/100 s whatever the kernel's own tick is (USER_HZ).
func ownTicks() *int64 {
	var self, children syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &self)
	syscall.Getrusage(syscall.RUSAGE_CHILDREN, &children)
	total := self.Utime.Nano() + self.Stime.Nano() + children.Utime.Nano() + children.Stime.Nano()
	own := total / int64(10*time.Millisecond)
	return &own
}

func throttles() *int64 {
	paths, _ := filepath.Glob("/sys/devices/system/cpu/cpu*/thermal_throttle/core_throttle_count")
	var sum *int64
	for _, path := range paths {
		if value := number(strings.TrimSpace(textOf(path))); value != nil {
			if sum == nil {
				sum = new(int64)
			}
			*sum += *value
		}
	}
	return sum
}

// quota is how long this process's control group and those above it were held back, together: the
// limit that bites may be any one's, and only that one counts it. Where a container hides the way up,
// the group at the mount is its own.
func quota() *int64 {
	var sum *int64
	add := func(path string) {
		text := path + "/cpu.stat"
		us := number(lineOf(text, "throttled_usec "))
		if ns := number(lineOf(text, "throttled_time ")); us == nil && ns != nil {
			*ns /= 1000
			us = ns
		}
		if us != nil && sum == nil {
			sum = new(int64)
		}
		if us != nil {
			*sum += *us
		}
	}
	for _, group := range cpuGroups(textOf("/proc/self/cgroup")) {
		for _, mount := range group.mounts {
			for path := group.path; path != "/" && path != "."; path = filepath.Dir(path) {
				add(mount + path)
			}
			add(mount)
		}
		if sum != nil {
			return sum
		}
	}
	return nil
}

type cpuGroup struct {
	path   string
	mounts []string
}

// cpuGroups reads /proc/self/cgroup: first the group that has the controller cpu by itself (v1), then
// the unified one.
func cpuGroups(text string) []cpuGroup {
	var own, unified []cpuGroup
	for _, line := range strings.Split(text, "\n") {
		parts := strings.SplitN(line, ":", 3)
		if len(parts) != 3 {
			continue
		}
		if parts[1] == "" {
			unified = append(unified, cpuGroup{parts[2], []string{"/sys/fs/cgroup"}})
			continue
		}
		for _, controller := range strings.Split(parts[1], ",") {
			if controller == "cpu" {
				mounts := []string{"/sys/fs/cgroup/" + parts[1]}
				if parts[1] != "cpu" {
					mounts = append(mounts, "/sys/fs/cgroup/cpu")
				}
				own = append(own, cpuGroup{parts[2], mounts[:1]}, cpuGroup{parts[2], mounts[1:]})
			}
		}
	}
	return append(own, unified...)
}

func swapPages() *int64 {
	in, out := number(lineOf("/proc/vmstat", "pswpin ")), number(lineOf("/proc/vmstat", "pswpout "))
	if in == nil || out == nil {
		return nil
	}
	sum := *in + *out
	return &sum
}

// lineOf is the rest of the first line that begins with the prefix, or empty.
func lineOf(path, prefix string) string {
	text := "\n" + textOf(path)
	at := strings.Index(text, "\n"+prefix)
	if at < 0 {
		return ""
	}
	rest := text[at+1+len(prefix):]
	if end := strings.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	return strings.TrimSpace(rest)
}

func textOf(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return string(bytes.ToValidUTF8(text, nil))
}

func number(text string) *int64 {
	value, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil
	}
	return &value
}
