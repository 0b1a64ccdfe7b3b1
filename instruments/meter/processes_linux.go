package main

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// statOf is the name of a process and the fields of /proc/PID/stat after it; the name may hold
// anything, so it is cut at its last parenthesis. Field 3 of proc(5) is the first.
func statOf(pid string) (name string, fields []string) {
	text, err := os.ReadFile("/proc/" + pid + "/stat")
	open, end := bytes.IndexByte(text, '('), bytes.LastIndexByte(text, ')')
	if err != nil || open < 0 || end < open {
		return "", nil
	}
	return string(text[open+1 : end]), strings.Fields(string(text[end+1:]))
}

// lastCPU is of a process that has ended and was not waited for.
func lastCPU(pid int) int {
	if _, fields := statOf(strconv.Itoa(pid)); len(fields) > 36 {
		if cpu, err := strconv.Atoi(fields[36]); err == nil {
			return cpu
		}
	}
	return -1
}

// killLeftBehind kills the group of a process that has ended and every orphan that came to us,
// until there is none; returns the names of those that were alive.
func killLeftBehind(pid int) []string {
	left, killed := []string{}, map[int]bool{}
	self := strconv.Itoa(os.Getpid())
	for round := 0; round < 50; round++ {
		reaped := 1
		for reaped > 0 {
			reaped, _ = syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
		}
		if reaped == -1 && syscall.Kill(-pid, 0) != nil {
			return left // no child, no group: the usual case, and cheap
		}
		entries, _ := os.ReadDir("/proc")
		found := false
		for _, entry := range entries {
			id, err := strconv.Atoi(entry.Name())
			if err != nil {
				continue
			}
			name, fields := statOf(entry.Name())
			if len(fields) < 3 || (fields[1] != self && fields[2] != strconv.Itoa(pid)) || id == pid {
				continue
			}
			found = true
			if fields[0] != "Z" && !killed[id] {
				killed[id] = true
				left = append(left, name)
				syscall.Kill(id, syscall.SIGKILL)
			}
		}
		if !found {
			return left
		}
		time.Sleep(time.Millisecond)
	}
	return left
}
