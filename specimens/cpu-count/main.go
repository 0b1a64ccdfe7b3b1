// Cpu-count prints how many CPUs the runtime sees and how many it will use at once.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Printf("{\"numCPU\":%d,\"gomaxprocs\":%d,\"goVersion\":%q}\n",
		runtime.NumCPU(), runtime.GOMAXPROCS(0), runtime.Version())
}
