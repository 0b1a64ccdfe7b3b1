import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { binfmtEntry } from './binfmt.ts';

/** As Debian's qemu-user-static registers it and /proc/sys/fs/binfmt_misc/qemu-aarch64 shows it. */
const AARCH64 = `enabled
interpreter /usr/bin/qemu-aarch64-static
flags: POCF
offset 0
magic 7f454c460201010000000000000000000200b700
mask ffffffffffffff00fffffffffffffffffeffffff
`;

test('binfmtEntry() reads the entry of qemu-aarch64', () => {
  assert.deepEqual(binfmtEntry(AARCH64), {
    isEnabled: true,
    interpreter: '/usr/bin/qemu-aarch64-static',
    flags: 'POCF',
    magic: '7f454c460201010000000000000000000200b700',
    mask: 'ffffffffffffff00fffffffffffffffffeffffff',
    architecture: 'arm64',
  });
});

/** Magic numbers of qemu's scripts/qemu-binfmt-conf.sh, and of the Rosetta entry that Apple documents. */
const MAGICS = [
  ['7f454c460201010000000000000000000200b700', 'arm64'],
  ['7f454c4602010100000000000000000002003e00', 'amd64'],
  ['7f454c4601010100000000000000000002000300', '386'],
  ['7f454c4601010100000000000000000002002800', 'arm'],
  ['7f454c4602020100000000000000000000020016', 's390x'],
  ['7f454c4602020100000000000000000000020015', 'ppc64'],
  ['7f454c4602010100000000000000000002001500', 'ppc64le'],
  ['7f454c460201010000000000000000000200f300', 'riscv64'],
  ['7f454c46020101', undefined],
  ['cafebabe', undefined],
  ['4d5a', undefined],
] as const;

for (const [magic, architecture] of MAGICS) {
  test(`binfmtEntry() knows that ${magic} is ${architecture ?? 'no ELF file of one processor'}`, () => {
    const text = AARCH64.replace(/^magic .*$/m, `magic ${magic}`);
    assert.equal(binfmtEntry(text)?.architecture, architecture);
  });
}

test('binfmtEntry() reads entries that are disabled, go by extension, or look behind the start', () => {
  assert.equal(binfmtEntry(AARCH64.replace('enabled', 'disabled'))?.isEnabled, false);
  assert.equal(binfmtEntry(AARCH64.replace('offset 0', 'offset 4'))?.architecture, undefined);
  const byExtension = 'enabled\ninterpreter /usr/bin/jexec\nflags: \nextension .jar\n';
  assert.deepEqual(binfmtEntry(byExtension), {
    isEnabled: true,
    interpreter: '/usr/bin/jexec',
    flags: '',
    magic: undefined,
    mask: undefined,
    architecture: undefined,
  });
});

test('binfmtEntry() does not take an entry for arm64 whose mask leaves the processor open', () => {
  assert.equal(binfmtEntry(AARCH64.replace(/ffffff\n$/, 'ff0000\n'))?.architecture, undefined);
  assert.equal(binfmtEntry(AARCH64.replace(/^mask.*\n/m, ''))?.architecture, 'arm64');
});

test('binfmtEntry() has no value for text that is no entry, and one for any that is', () => {
  for (const text of ['', 'enabled\n', 'disabled\n']) assert.equal(binfmtEntry(text), undefined);
  const piece = fc.constantFrom(
    'enabled\n',
    'interpreter ',
    'magic ',
    'offset ',
    '7f454c46',
    'ff',
    '99',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      const text = pieces.join('');
      assert.equal(binfmtEntry(text) !== undefined, /^interpreter ./m.test(text));
    }),
  );
});
