// Hello is the smallest program that is still a Go program: what the paper builds for two
// architectures in section 2.5 and disassembles in section 3.3.
package main

func main() {
	println("hello")
}
