// Environment prints the names of the variables that it was started with and that are not empty:
// names only, because values may be secrets.
package main

import (
	"encoding/json"
	"os"
	"sort"
	"strings"
)

func main() {
	names := []string{}
	for _, entry := range os.Environ() {
		if name, value, _ := strings.Cut(entry, "="); value != "" {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	json.NewEncoder(os.Stdout).Encode(names)
}
