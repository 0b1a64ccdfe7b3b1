package main

import (
	"syscall"
	"unsafe"
)

// Counters of proc_pid_rusage, as <sys/resource.h> of macOS 13 and later lays them out: 16 bytes of
// UUID, then words of 64 bits. Times are in ticks of mach_absolute_time.
type processUsage struct {
	uuid                   [16]byte
	userTime, systemTime   uint64
	_                      [34]uint64 // from ri_pkg_idle_wkups to ri_flags
	userPTime, systemPTime uint64     // on performance cores
	_                      [64]uint64 // what later systems may write
}

// performanceShare is the share of its processor time that an ended process spent on performance
// cores; nil where there is one sort of core, or a macOS that does not tell.
func performanceShare(pid int) *float64 {
	const procInfo, pidRusage, rusageInfoV6 = 336, 9, 6
	if levels, err := syscall.SysctlUint32("hw.nperflevels"); err != nil || levels < 2 {
		return nil
	}
	var usage processUsage
	_, _, errno := syscall.Syscall6(procInfo, pidRusage, uintptr(pid), rusageInfoV6, 0, uintptr(unsafe.Pointer(&usage)), 0)
	total := usage.userTime + usage.systemTime
	if errno != 0 || total == 0 {
		return nil
	}
	share := float64(usage.userPTime+usage.systemPTime) / float64(total)
	return &share
}

// bias asks the scheduler for a sort of core, which it may give or not: performanceShare says where
// the process ran. Background processes run on efficiency cores; others are not bound to either.
func bias(cores string) string {
	const darwinProcess, darwinBackground = 4, 0x1000
	if cores == "" {
		return ""
	}
	if cores != "efficiency" {
		return "macOS has no way to ask for " + cores + " cores"
	}
	if err := syscall.Setpriority(darwinProcess, 0, darwinBackground); err != nil {
		return "cannot ask for efficiency cores: " + err.Error()
	}
	return "bias"
}

func unbias(cores string) {
	const darwinProcess = 4
	if cores != "" {
		syscall.Setpriority(darwinProcess, 0, 0)
	}
}
