package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"syscall"
	"unsafe"
)

const maxrssUnit = 1024

func ownGroup() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

// child is everything the new process needs, made before it exists: it must not allocate.
type child struct {
	path       *byte
	dir        *byte
	argv, envp **byte
	files      [3]uintptr
	report     uintptr
	mask       uint64
	usage      syscall.Rusage
	told       told
}

// told is what the child says of itself before it executes its program, or why it could not.
type told struct {
	peak  int64
	began syscall.Timespec
	errno int64
}

// start forks and executes in a session of its own, without a terminal.
//
// Go's own way shares the memory of the parent until the new program is there, and the kernel
// then books the parent's peak as the child's (exec_mmap raises signal->maxrss to that of the old
// address space). A plain fork has an address space of its own, that holds little more than the
// written pages of this small process. Package syscall has no plain fork, so it is done here, by
// its rules: one locked thread, signals blocked, and nothing but raw system calls in the child.
//
// Just before it executes, the child reports its own peak, below which none can be told (floor), and
// the time: copying address spaces is slow on some machines, and is not the program's doing.
func start(path string, command Command, env []string, stdout, stderr *os.File) (begun, error) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		return begun{}, err
	}
	defer null.Close()
	read, write, err := os.Pipe() // carries the peak, and the error number unless a successful exec closes it
	if err != nil {
		return begun{}, err
	}
	defer read.Close()
	c := child{files: [3]uintptr{null.Fd(), stdout.Fd(), stderr.Fd()}, report: write.Fd()}
	if err := c.prepare(path, command, env); err != nil {
		write.Close()
		return begun{}, err
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	pid, errno := fork(&c)
	runtime.KeepAlive(&c)
	runtime.KeepAlive(null)
	write.Close()
	if errno != 0 {
		return begun{}, os.NewSyscallError("fork", errno)
	}
	var report [2]told
	size := int(unsafe.Sizeof(report[0]))
	n, _ := io.ReadFull(read, unsafe.Slice((*byte)(unsafe.Pointer(&report)), 2*size))
	if n != size {
		syscall.Wait4(pid, nil, 0, nil)
		return begun{}, fmt.Errorf("cannot run %s: %w", command.Argv[0], syscall.Errno(report[1].errno))
	}
	return begun{pid: pid, floor: report[0].peak * maxrssUnit, at: report[0].began.Nano()}, nil
}

func (c *child) prepare(path string, command Command, env []string) error {
	argv, err := syscall.SlicePtrFromStrings(command.Argv)
	if err != nil {
		return err
	}
	envp, err := syscall.SlicePtrFromStrings(env)
	if err != nil {
		return err
	}
	if c.path, err = syscall.BytePtrFromString(path); err != nil {
		return err
	}
	if command.Dir != "" {
		if c.dir, err = syscall.BytePtrFromString(command.Dir); err != nil {
			return err
		}
	}
	c.argv, c.envp = &argv[0], &envp[0]
	return nil
}

// fork returns in the parent only.
//
//go:norace
//go:nosplit
func fork(c *child) (pid int, errno syscall.Errno) {
	all := ^uint64(0)
	syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, 2, uintptr(unsafe.Pointer(&all)), uintptr(unsafe.Pointer(&c.mask)), 8, 0, 0)
	id, _, errno := syscall.RawSyscall6(syscall.SYS_CLONE, uintptr(syscall.SIGCHLD), 0, 0, 0, 0, 0)
	if errno != 0 || id != 0 {
		syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, 2, uintptr(unsafe.Pointer(&c.mask)), 0, 8, 0, 0)
		return int(id), errno
	}
	inChild(c)
	return 0, 0
}

//go:norace
//go:nosplit
func inChild(c *child) {
	_, _, errno := syscall.RawSyscall(syscall.SYS_SETSID, 0, 0, 0)
	for target := 0; errno == 0 && target < 3; target++ {
		_, _, errno = syscall.RawSyscall(syscall.SYS_DUP3, c.files[target], uintptr(target), 0)
	}
	if errno == 0 && c.dir != nil {
		_, _, errno = syscall.RawSyscall(syscall.SYS_CHDIR, uintptr(unsafe.Pointer(c.dir)), 0, 0)
	}
	syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, 2, uintptr(unsafe.Pointer(&c.mask)), 0, 8, 0, 0)
	syscall.RawSyscall(syscall.SYS_GETRUSAGE, 0, uintptr(unsafe.Pointer(&c.usage)), 0)
	c.told.peak = int64(c.usage.Maxrss)
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, clockMonotonic, uintptr(unsafe.Pointer(&c.told.began)), 0)
	syscall.RawSyscall(syscall.SYS_WRITE, c.report, uintptr(unsafe.Pointer(&c.told)), unsafe.Sizeof(c.told))
	if errno == 0 {
		_, _, errno = syscall.RawSyscall(syscall.SYS_EXECVE, uintptr(unsafe.Pointer(c.path)), uintptr(unsafe.Pointer(c.argv)), uintptr(unsafe.Pointer(c.envp)))
	}
	c.told.errno = int64(errno)
	syscall.RawSyscall(syscall.SYS_WRITE, c.report, uintptr(unsafe.Pointer(&c.told)), unsafe.Sizeof(c.told))
	for {
		syscall.RawSyscall(syscall.SYS_EXIT_GROUP, 127, 0, 0)
	}
}

// awaitEnd returns when the process has ended, and leaves it to be looked at and waited for.
func awaitEnd(pid int) {
	const pPID, wexited, wnowait = 1, 4, 0x01000000
	var info [128]byte
	for {
		_, _, errno := syscall.Syscall6(syscall.SYS_WAITID, pPID, uintptr(pid), uintptr(unsafe.Pointer(&info)), wexited|wnowait, 0, 0)
		if errno != syscall.EINTR {
			return
		}
	}
}

// adoptOrphans makes this process the parent of what a measured process leaves behind.
func adoptOrphans() {
	const setChildSubreaper = 36
	syscall.RawSyscall6(syscall.SYS_PRCTL, setChildSubreaper, 1, 0, 0, 0, 0)
}
