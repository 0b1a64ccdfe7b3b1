// Command cgo-hello is the smallest program that calls C.
package main

// #include <stdio.h>
// static void hello(void) { puts("hello"); }
import "C"

func main() {
	C.hello()
}
