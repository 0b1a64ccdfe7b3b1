/** What a listing says beside the words: heads, names, digits, another syntax. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lister, type ListingOptions } from './listing.ts';

function listed(words: Uint32Array, address: number, options: ListingOptions = {}): string {
  const list = lister(options);
  return Array.from(list(words, address), (piece) => new TextDecoder('utf-8').decode(piece)).join('');
}

test('lister() heads functions and names targets', () => {
  const symbols = {
    starts: [0x401000, 0x401008, 0x401008],
    names: ['main.main', 'a·b', 'evil\u001b[2J\nname'],
    end: 0x401010,
  };
  const words = Uint32Array.of(0x94000002, 0x97ffffff, 0x54000041, 0x14000100, 0xd65f03c0);
  assert.equal(
    listed(words, 0x401000, { symbols, digits: false }),
    `
0000000000401000 <main.main>:
  401000:  bl 0x401008 <evil?[2J?name>
  401004:  bl 0x401000 <main.main>

0000000000401008 <a·b>:

0000000000401008 <evil?[2J?name>:
  401008:  b.ne 0x401010
  40100c:  b 0x40140c
  401010:  ret
`,
  );
});

test('lister() writes another syntax, which names targets itself', () => {
  const syntax = (value: number, address: number): string =>
    value === 0xd65f03c0 ? 'RET' : `CALL ·f+${address}(SB)`;
  const words = Uint32Array.of(0xd65f03c0, 0x94000000, 0x94000000, 0xd65f03c0);
  assert.equal(
    listed(words, 0x1000, { syntax, digits: false }),
    '    1000:  RET\n    1004:  CALL ·f+4100(SB)\n    1008:  CALL ·f+4104(SB)\n    100c:  RET\n',
  );
});
