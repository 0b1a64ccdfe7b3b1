package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// A program of the other architecture runs inside and, unless this machine translates anyway, not outside.
func TestRunsForeignProgramsInsideOnly(t *testing.T) {
	arch, translator := "arm64", "qemu-aarch64-static"
	if runtime.GOARCH == "arm64" {
		arch, translator = "amd64", "qemu-x86_64-static"
	}
	path, err := exec.LookPath(translator)
	if err != nil {
		if os.Getenv("GOASSAY_REQUIRE") == "all" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	directory := t.TempDir()
	source := filepath.Join(directory, "main.go")
	os.WriteFile(source, []byte("package main\nfunc main() { println(\"translated\") }\n"), 0o600)
	program, tool := filepath.Join(directory, "program"), filepath.Join(directory, "translate")
	build := exec.Command("go", "build", "-o", program, source)
	build.Env = append(os.Environ(), "GOARCH="+arch, "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%s", out)
	}
	if out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput(); err != nil {
		t.Fatalf("%s", out)
	}
	outside := exec.Command(program).Run()
	out, err := exec.Command(tool, "-arch", arch, "-interpreter", path, program).CombinedOutput()
	if err != nil || string(out) != "translated\n" {
		t.Fatalf("%v: %s", err, out)
	}
	if after := exec.Command(program).Run(); (after == nil) != (outside == nil) {
		t.Fatalf("outside it was %v before and is %v after", outside, after)
	}
}

func TestPassesTheExitStatusOn(t *testing.T) {
	path, err := exec.LookPath("true")
	if err != nil {
		t.Skip(err)
	}
	tool := filepath.Join(t.TempDir(), "translate")
	if out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput(); err != nil {
		t.Fatalf("%s", out)
	}
	exit := exec.Command(tool, "-arch", "arm64", "-interpreter", path, "false")
	if err := exit.Run(); err == nil || exit.ProcessState.ExitCode() != 1 {
		t.Fatalf("false ended with %v", exit.ProcessState)
	}
}
