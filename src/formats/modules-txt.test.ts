import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseModulesTxt } from './modules-txt.ts';

/** As `go mod vendor` of Go 1.26 writes it, for a module with both sorts of replacement. */
const VENDORED = `# github.com/spf13/cobra v1.9.1
## explicit; go 1.15
github.com/spf13/cobra
github.com/spf13/cobra/doc
# github.com/spf13/pflag v1.0.6 => ./pflag
## explicit; go 1.12
github.com/spf13/pflag
# golang.org/x/text => golang.org/x/text v0.3.0
`;

test('parseModulesTxt() reads modules, packages, annotations and replacements', () => {
  const { isWorkspace, modules, ignored } = parseModulesTxt(VENDORED);
  assert.equal(isWorkspace, false);
  assert.deepEqual(ignored, []);
  assert.deepEqual(modules, [
    {
      path: 'github.com/spf13/cobra',
      version: 'v1.9.1',
      explicit: true,
      go: '1.15',
      packages: ['github.com/spf13/cobra', 'github.com/spf13/cobra/doc'],
      line: 1,
    },
    {
      path: 'github.com/spf13/pflag',
      version: 'v1.0.6',
      replacement: { path: './pflag' },
      explicit: true,
      go: '1.12',
      packages: ['github.com/spf13/pflag'],
      line: 5,
    },
    {
      path: 'golang.org/x/text',
      replacement: { path: 'golang.org/x/text', version: 'v0.3.0' },
      explicit: false,
      packages: [],
      line: 8,
    },
  ]);
});

test('parseModulesTxt() knows the file of a workspace by its first line', () => {
  assert.equal(parseModulesTxt(`## workspace\n${VENDORED}`).isWorkspace, true);
  assert.deepEqual(parseModulesTxt(`## workspace\n${VENDORED}`).ignored, []);
  assert.equal(parseModulesTxt(`${VENDORED}## workspace\n`).isWorkspace, false);
});

test('parseModulesTxt() passes over what the Go command passes over, and says which lines', () => {
  const text = 'a.b/c\n# a.b nonsense\na.b/c\n# a.b v1.0.0\na.b/c\ntwo words\n../up\n';
  const { modules, ignored } = parseModulesTxt(text);
  assert.deepEqual(
    modules.map(({ packages }) => packages),
    [['a.b/c']],
  );
  assert.deepEqual(
    ignored.map(({ line }) => line),
    [1, 2, 3, 6, 7],
  );
});

test('every text has a value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom('# ', '## ', 'v1.0.0', ' => ', '\n', 'a.b'), fc.string())),
      (pieces) => {
        assert.ok(parseModulesTxt(pieces.join('')).modules.length >= 0);
      },
    ),
  );
});
