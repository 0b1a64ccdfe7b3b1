package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"sort"
	"strings"
)

// world is what the modules of a scenario look like to who asks for them.
type world struct {
	modules []Module
	logs    map[string]*log
}

func newWorld(modules []Module) *world {
	return &world{modules: modules, logs: map[string]*log{}}
}

// log keeps one database per name; every one vouches for all modules of the world.
func (w *world) log(name string) *log {
	if w.logs[name] == nil {
		w.logs[name] = newLog(name, w.modules)
	}
	return w.logs[name]
}

// find returns the module, if the host has it.
func (w *world) find(host, path, version string) (Module, bool) {
	for _, m := range w.modules {
		if m.Path == path && (version == "" || m.Version == version) && (len(m.Hosts) == 0 || contains(m.Hosts, host)) {
			return m, true
		}
	}
	return Module{}, false
}

func contains(list []string, one string) bool {
	for _, other := range list {
		if other == one {
			return true
		}
	}
	return false
}

func (m Module) goMod() string {
	if m.Mod == "" {
		return "module " + m.Path + "\n"
	}
	return m.Mod
}

// files in the order of the zip, by name.
func (m Module) files(forged bool) [][2]string {
	all := map[string]string{"go.mod": m.goMod()}
	if len(m.Files) == 0 {
		name := m.Path[strings.LastIndex(m.Path, "/")+1:]
		all["x.go"] = "package " + strings.Map(identifier, name) + "\n"
	}
	for name, text := range m.Files {
		all[name] = text
	}
	if forged {
		all["forged.go"] = "package forged\n"
	}
	list := [][2]string{}
	for name, text := range all {
		list = append(list, [2]string{m.Path + "@" + m.Version + "/" + name, text})
	}
	sort.Slice(list, func(i, j int) bool { return list[i][0] < list[j][0] })
	return list
}

func identifier(r rune) rune {
	if r >= 'a' && r <= 'z' {
		return r
	}
	return 'x'
}

func (m Module) zip(forged bool) []byte {
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	for _, file := range m.files(forged) {
		entry, _ := writer.Create(file[0])
		entry.Write([]byte(file[1]))
	}
	writer.Close()
	return out.Bytes()
}

func (m Module) zipHash() string { return hash1(m.files(false)) }

func (m Module) modHash() string { return hash1([][2]string{{"go.mod", m.goMod()}}) }

// hash1 is "h1:", as go.sum has it.
func hash1(files [][2]string) string {
	all := sha256.New()
	for _, file := range files {
		fmt.Fprintf(all, "%x  %s\n", sha256.Sum256([]byte(file[1])), file[0])
	}
	return "h1:" + base64.StdEncoding.EncodeToString(all.Sum(nil))
}

func escape(text string) string {
	var out strings.Builder
	for _, r := range text {
		if r >= 'A' && r <= 'Z' {
			out.WriteByte('!')
			r += 'a' - 'A'
		}
		out.WriteRune(r)
	}
	return out.String()
}

func unescape(text string) string {
	var out strings.Builder
	capital := false
	for _, r := range text {
		if r == '!' {
			capital = true
			continue
		}
		if capital {
			r -= 'a' - 'A'
			capital = false
		}
		out.WriteRune(r)
	}
	return out.String()
}
