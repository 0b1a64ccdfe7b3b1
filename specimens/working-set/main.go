// Working-set touches every page of a heap of the size it is given, so that its peak of resident
// memory is known but for what the runtime and a translator add.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
)

func main() {
	megabytes := flag.Int("megabytes", 256, "size of the working set")
	flag.Parse()
	if *megabytes < 0 || *megabytes > 4096 {
		fmt.Fprintln(os.Stderr, "working-set: -megabytes is from 0 to 4096")
		os.Exit(2)
	}
	heap := make([]byte, *megabytes<<20)
	for i := 0; i < len(heap); i += 4096 {
		heap[i] = 1
	}
	runtime.KeepAlive(heap)
}
