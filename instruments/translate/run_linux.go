package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

// The second stage runs inside of the namespaces, with the registration in this variable.
const stage = "GOASSAY_TRANSLATE_STAGE"

const binfmt = "/proc/sys/fs/binfmt_misc"

func run(registration string, command []string) (int, error) {
	if registered := os.Getenv(stage); registered != "" {
		return 0, inside(registered, command)
	}
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	child := exec.Command(self, os.Args[1:]...)
	child.Env = append(os.Environ(), stage+"="+registration)
	child.Stdin, child.Stdout, child.Stderr = os.Stdin, os.Stdout, os.Stderr
	child.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		Pdeathsig:   syscall.SIGKILL,
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGINT, syscall.SIGTERM)
	if err := child.Start(); err != nil {
		return 0, fmt.Errorf("cannot make a user namespace: %w", err)
	}
	go func() {
		for one := range stop {
			child.Process.Signal(one)
		}
	}()
	err = child.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		if status, ok := exit.Sys().(syscall.WaitStatus); ok && status.Signaled() {
			return 128 + int(status.Signal()), nil
		}
		return exit.ExitCode(), nil
	}
	return 0, err
}

func inside(registration string, command []string) error {
	if err := syscall.Mount("none", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("cannot keep mounts private: %w", err)
	}
	if err := syscall.Mount("binfmt_misc", binfmt, "binfmt_misc", 0, ""); err != nil {
		return fmt.Errorf("cannot mount binfmt_misc, which takes Linux 6.7: %w", err)
	}
	if err := os.WriteFile(binfmt+"/register", []byte(registration), 0); err != nil {
		return fmt.Errorf("cannot register the translator: %w", err)
	}
	os.Unsetenv(stage)
	path, err := exec.LookPath(command[0])
	if err != nil {
		return err
	}
	return fmt.Errorf("cannot execute %s: %w", path, syscall.Exec(path, command, os.Environ()))
}
