// Tool-paths is built with -x to see which compiler, assembler and linker files the go command
// calls. The empty assembly file beside it makes the assembler one of them.
package main

func main() {}
