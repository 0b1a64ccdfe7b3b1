//go:build !large

package main

var untouched []func()
