/** Symbols of Go's linker, as against those of C: "main.main", "type:…", "go:…", "runtime.…". */
export function isGoName(name: string): boolean {
  return /^_?(main\.|runtime[./]|type[.:*]|go[.:]|internal\/|sync[./])/.test(name);
}
