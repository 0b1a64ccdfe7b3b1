// Command x-mod-oracle answers questions about module files, paths, versions and patterns with
// golang.org/x/mod, one JSON question a line, so that tests can hold goassay's own answers against it.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"time"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"
)

type question struct {
	Ask  string
	Args []string
}

type place struct{ Line, Column int }

type modAnswer struct {
	Faults                             []place
	Module, Deprecated, Go, Toolchain  string
	Godebug, Require, Exclude, Replace [][]string
	Retract                            [][]string
	Tool, Ignore, Use                  []string
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	decoder := json.NewDecoder(in)
	for {
		var q question
		if err := decoder.Decode(&q); err != nil {
			return
		}
		encoder.Encode(answer(q))
	}
}

func answer(q question) any {
	arg := func(i int) string { return q.Args[i] }
	switch q.Ask {
	case "go.mod":
		f, err := modfile.Parse("go.mod", []byte(arg(0)), nil)
		return modFile(f, err)
	case "go.mod leniently":
		f, err := modfile.ParseLax("go.mod", []byte(arg(0)), nil)
		return modFile(f, err)
	case "go.work":
		f, err := modfile.ParseWork("go.work", []byte(arg(0)), nil)
		return workFile(f, err)
	case "compare":
		return semver.Compare(arg(0), arg(1))
	case "canonical":
		return module.CanonicalVersion(arg(0))
	case "pseudo":
		base, err := module.PseudoVersionBase(arg(0))
		when, err2 := module.PseudoVersionTime(arg(0))
		rev, _ := module.PseudoVersionRev(arg(0))
		if err != nil || err2 != nil {
			return []string{}
		}
		return []string{base, when.Format(time.RFC3339), rev}
	case "paths":
		p := arg(0)
		prefix, major, ok := module.SplitPathVersion(p)
		escaped, escapeErr := module.EscapePath(p)
		escapedVersion, escapeVersionErr := module.EscapeVersion(p)
		unescaped, unescapeErr := module.UnescapePath(p)
		unescapedVersion, unescapeVersionErr := module.UnescapeVersion(p)
		if !ok {
			prefix, major = "", "none"
		}
		keep := func(s string, err error) string {
			if err != nil {
				return "!"
			}
			return s
		}
		return []any{
			module.CheckPath(p) == nil, module.CheckImportPath(p) == nil, module.CheckFilePath(p) == nil,
			prefix, major, keep(escaped, escapeErr), keep(escapedVersion, escapeVersionErr),
			keep(unescaped, unescapeErr), keep(unescapedVersion, unescapeVersionErr),
		}
	case "major":
		return module.CheckPathMajor(arg(0), arg(1)) == nil
	case "match":
		return module.MatchPrefixPatterns(arg(0), arg(1))
	}
	panic("unknown question " + q.Ask)
}

func faults(err error) []place {
	var list modfile.ErrorList
	if !errors.As(err, &list) {
		return nil
	}
	places := []place{}
	for _, one := range list {
		places = append(places, place{one.Pos.Line, one.Pos.LineRune})
	}
	return places
}

func pair(v module.Version) []string { return []string{v.Path, v.Version} }

func modFile(f *modfile.File, err error) modAnswer {
	if err != nil {
		return modAnswer{Faults: faults(err)}
	}
	a := modAnswer{Tool: []string{}, Ignore: []string{}}
	if f.Module != nil {
		a.Module, a.Deprecated = f.Module.Mod.Path, f.Module.Deprecated
	}
	if f.Go != nil {
		a.Go = f.Go.Version
	}
	if f.Toolchain != nil {
		a.Toolchain = f.Toolchain.Name
	}
	for _, g := range f.Godebug {
		a.Godebug = append(a.Godebug, []string{g.Key, g.Value})
	}
	for _, r := range f.Require {
		indirect := ""
		if r.Indirect {
			indirect = "indirect"
		}
		a.Require = append(a.Require, append(pair(r.Mod), indirect))
	}
	for _, e := range f.Exclude {
		a.Exclude = append(a.Exclude, pair(e.Mod))
	}
	for _, r := range f.Replace {
		a.Replace = append(a.Replace, append(pair(r.Old), pair(r.New)...))
	}
	for _, r := range f.Retract {
		a.Retract = append(a.Retract, []string{r.Low, r.High, r.Rationale})
	}
	for _, t := range f.Tool {
		a.Tool = append(a.Tool, t.Path)
	}
	for _, i := range f.Ignore {
		a.Ignore = append(a.Ignore, i.Path)
	}
	return a
}

func workFile(f *modfile.WorkFile, err error) modAnswer {
	if err != nil {
		return modAnswer{Faults: faults(err)}
	}
	a := modAnswer{Use: []string{}}
	if f.Go != nil {
		a.Go = f.Go.Version
	}
	if f.Toolchain != nil {
		a.Toolchain = f.Toolchain.Name
	}
	for _, g := range f.Godebug {
		a.Godebug = append(a.Godebug, []string{g.Key, g.Value})
	}
	for _, u := range f.Use {
		a.Use = append(a.Use, u.Path)
	}
	for _, r := range f.Replace {
		a.Replace = append(a.Replace, append(pair(r.Old), pair(r.New)...))
	}
	return a
}
