// First-start is started for the first time and again. Each build is given a mark of its own, so that no
// translation of another build is one of it; with the tag large it holds code that no start touches.
package main

var mark = "none"

func main() {
	println(mark, len(untouched))
}
