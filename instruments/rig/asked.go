package main

import (
	"strconv"
	"strings"
)

// asked is a request taken apart, as far as it follows one of the protocols.
type asked struct {
	kind             string
	module, version  string
	database         string
	level, at, width int
}

// parseAsked reads a path below a server's base.
func parseAsked(host, path, query, kind string) asked {
	path = strings.TrimPrefix(path, "/")
	if strings.Contains(query, "go-get=1") {
		return asked{kind: "go-get", module: host + "/" + path}
	}
	// What an origin serves by the proxy protocol lies below /origin.
	if kind == "origin" {
		path = strings.TrimPrefix(path, "origin/")
	}
	if rest, ok := strings.CutPrefix(path, "sumdb/"); ok && kind != "sumdb" {
		name, after, _ := strings.Cut(rest, "/")
		a := parseLog(after)
		a.database = name
		return a
	}
	if kind == "sumdb" {
		return parseLog(path)
	}
	if module, ok := strings.CutSuffix(path, "/@latest"); ok {
		return asked{kind: "latest", module: unescape(module)}
	}
	module, file, ok := strings.Cut(path, "/@v/")
	if !ok {
		return asked{kind: "other"}
	}
	if file == "list" {
		return asked{kind: "list", module: unescape(module)}
	}
	dot := strings.LastIndex(file, ".")
	if dot < 0 {
		return asked{kind: "other", module: unescape(module)}
	}
	return asked{kind: file[dot+1:], module: unescape(module), version: unescape(file[:dot])}
}

func parseLog(path string) asked {
	switch {
	case path == "supported", path == "latest":
		return asked{kind: path}
	case strings.HasPrefix(path, "lookup/"):
		module, version, _ := strings.Cut(path[len("lookup/"):], "@")
		return asked{kind: "lookup", module: unescape(module), version: unescape(version)}
	case strings.HasPrefix(path, "tile/8/"):
		return parseTile(path[len("tile/8/"):])
	}
	return asked{kind: "other"}
}

// parseTile reads LEVEL/INDEX or LEVEL/INDEX.p/WIDTH; the index of a small log is 000.
func parseTile(path string) asked {
	a := asked{kind: "tile", width: 256}
	place, width, isPartial := strings.Cut(path, ".p/")
	level, index, _ := strings.Cut(place, "/")
	a.level, _ = strconv.Atoi(level)
	a.at, _ = strconv.Atoi(index)
	if isPartial {
		a.width, _ = strconv.Atoi(width)
	}
	return a
}

func (l *log) answer(a asked) ([]byte, bool) {
	if a.kind == "lookup" {
		return l.lookup(a.module, a.version)
	}
	return l.tile(a.level, a.at, a.width)
}
