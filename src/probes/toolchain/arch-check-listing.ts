/**
 * The test program of the whitepaper, section "1 验证原生构建能力", byte for byte, and the
 * command that the paper runs it with. It does not compile; the corrected one beside it reads
 * what the third line wanted to know from the build settings in the binary (Go 1.18 or later).
 *
 * @module
 */

export const ARCH_CHECK_SECTION = '1 验证原生构建能力';

export const ARCH_CHECK_COMMAND = 'go run arch_check.go';

export const ARCH_CHECK_LISTING = `package main
import "runtime"
func main() {
println("GOOS:", runtime.GOOS) // darwin
println("GOARCH:", runtime.GOARCH) // arm64 ← 必须为 arm64
println("CGO_ENABLED:", runtime.CgoEnabled) // true(默认启用)
}
`;

export const CORRECTED_LISTING = `package main

import (
	"runtime"
	"runtime/debug"
)

func main() {
	println("GOOS:", runtime.GOOS)
	println("GOARCH:", runtime.GOARCH)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			if setting.Key == "CGO_ENABLED" {
				println("CGO_ENABLED:", setting.Value == "1")
			}
		}
	}
}
`;
