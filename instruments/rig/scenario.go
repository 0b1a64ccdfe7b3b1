package main

// Plan is what the rig is asked to play.
type Plan struct {
	// Go is the path of the go command.
	Go        string
	Scenarios []Scenario
}

// A Scenario has a world of its own: servers, empty caches, files, and commands run in order.
type Scenario struct {
	Name    string
	Modules []Module
	// Servers by host; a host without one is an origin that knows the modules below it.
	Servers map[string]Server
	// Environment of the commands. {home} is the scenario's own home directory, {work} its working
	// directory, {key NAME} a verifier key by that name whose log the rig keeps.
	Environment map[string]string
	// Files below {home}, such as .netrc or work/go.mod.
	Files    map[string]string
	Commands []Command
}

// Module is a version that the world has.
type Module struct {
	Path, Version string
	// Mod is its go.mod; empty for one line with its path.
	Mod string
	// Files besides go.mod; empty for one package.
	Files map[string]string
	// Hosts that have it; empty for all of them.
	Hosts []string
}

// Server says what one host is: "proxy", "sumdb" or "origin".
type Server struct {
	Kind string
	// Base is the path before that of a module or of the database.
	Base  string
	Rules []Rule
	// SumDB is the name of the database that a proxy also serves; empty for none.
	SumDB string
}

// Rule replaces the honest answer to the requests that it matches; the first one does.
type Rule struct {
	// Kind of request: list, info, mod, zip, latest, supported, lookup, tile, go-get, other; empty for any.
	Kind string
	// Module path; empty for any.
	Module string
	Status int
	Body   string
	// Location of a redirection; {path} is the path that was asked for.
	Location string
	// Forge serves other files than the log vouches for.
	Forge bool
	// StallMs before the answer.
	StallMs int
}

// Command is one go command, or, with Program, another.
type Command struct {
	Args    []string
	Program string
	// Directory below {home}; work by default.
	Directory   string
	Environment map[string]string
	// ReadOnly directories below {home} are write-protected meanwhile.
	ReadOnly []string
}

// Recording is what came of a scenario.
type Recording struct {
	Name     string
	Requests []Request
	Commands []Result
	// Entries below {home} afterwards, directories with a slash at the end, three levels deep at most
	// below gopath and the module cache.
	Entries []string
}

// Request is one that arrived, in order.
type Request struct {
	// Command counts from 0.
	Command int
	Scheme  string
	Host    string
	Path    string
	Kind    string
	// Module path that the request shows; empty if it shows none.
	Module string
	Status int
	// Credentials came with it.
	Credentials bool
}

// Result of a command.
type Result struct {
	Exit           int
	Stdout, Stderr string
}
