// Translate runs a command so that every program of another architecture that it starts is run by
// a translator: it registers the translator with binfmt_misc in a user namespace of its own, which
// ends with the command. Nothing outside of it changes, and no privilege is needed (Linux 6.7).
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	arch := flag.String("arch", "", "architecture to translate: arm64 or amd64")
	interpreter := flag.String("interpreter", "", "absolute `path` of the translator")
	flag.Parse()
	machine, known := machines[*arch]
	if !known || *interpreter == "" || flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: translate -arch arm64|amd64 -interpreter path command [argument ...]")
		os.Exit(2)
	}
	code, err := run(registration(machine, *interpreter), flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "translate:", err)
		os.Exit(125)
	}
	os.Exit(code)
}

// ELF e_machine.
var machines = map[string]byte{"arm64": 183, "amd64": 62}

// registration is a line for binfmt_misc's register file (Documentation/admin-guide/binfmt-misc.rst):
// little-endian 64-bit ELF files of that machine, executables and position-independent ones. F opens
// the translator now, so that it is found whatever the command changes its root to.
func registration(machine byte, interpreter string) string {
	magic := "\\x7f\\x45\\x4c\\x46\\x02\\x01\\x01"
	mask := "\\xff\\xff\\xff\\xff\\xff\\xff\\xff"
	for i := 0; i < 9; i++ {
		magic += "\\x00"
		mask += "\\x00"
	}
	magic += fmt.Sprintf("\\x02\\x00\\x%02x\\x00", machine)
	mask += "\\xfe\\xff\\xff\\xff"
	return ":goassay:M::" + magic + ":" + mask + ":" + interpreter + ":F"
}
