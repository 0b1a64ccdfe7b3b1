/**
 * Cryptographic instructions (Arm ARM C4.1: cryptographic AES, two-, three- and four-register
 * groups): AES, SHA-1, SHA-256, SHA-512, SHA-3, SM3 and SM4.
 *
 * @module
 */

import { field, ra, rd, rm, rn, scalar, vector } from './operands.ts';
import { row, type Row, type Text } from './row.ts';

/** Operand shapes: `q` and `s` are scalar registers, the rest arrangements. */
function shaped(name: string, shapes: string): Text {
  const kinds = shapes.split(' ');
  return (word) => {
    const numbers = [rd(word), rn(word), rm(word), ra(word)];
    const operands = kinds.map((kind, index) => {
      const n = numbers[index] ?? 0;
      return kind.length === 1 ? scalar(kind, n) : vector(kind, n);
    });
    return `${name} ${operands.join(', ')}`;
  };
}

export const CRYPTO: readonly Row[] = [
  row('01001110 00 10100 00100 10 nnnnn ddddd', 'crypto', shaped('aese', '16b 16b'), 'aes'),
  row('01001110 00 10100 00101 10 nnnnn ddddd', 'crypto', shaped('aesd', '16b 16b'), 'aes'),
  row('01001110 00 10100 00110 10 nnnnn ddddd', 'crypto', shaped('aesmc', '16b 16b'), 'aes'),
  row('01001110 00 10100 00111 10 nnnnn ddddd', 'crypto', shaped('aesimc', '16b 16b'), 'aes'),
  row('01011110 000 mmmmm 0 000 00 nnnnn ddddd', 'crypto', shaped('sha1c', 'q s 4s'), 'sha1'),
  row('01011110 000 mmmmm 0 001 00 nnnnn ddddd', 'crypto', shaped('sha1p', 'q s 4s'), 'sha1'),
  row('01011110 000 mmmmm 0 010 00 nnnnn ddddd', 'crypto', shaped('sha1m', 'q s 4s'), 'sha1'),
  row('01011110 000 mmmmm 0 011 00 nnnnn ddddd', 'crypto', shaped('sha1su0', '4s 4s 4s'), 'sha1'),
  row('01011110 000 mmmmm 0 100 00 nnnnn ddddd', 'crypto', shaped('sha256h', 'q q 4s'), 'sha2'),
  row('01011110 000 mmmmm 0 101 00 nnnnn ddddd', 'crypto', shaped('sha256h2', 'q q 4s'), 'sha2'),
  row('01011110 000 mmmmm 0 110 00 nnnnn ddddd', 'crypto', shaped('sha256su1', '4s 4s 4s'), 'sha2'),
  row('01011110 00 10100 00000 10 nnnnn ddddd', 'crypto', shaped('sha1h', 's s'), 'sha1'),
  row('01011110 00 10100 00001 10 nnnnn ddddd', 'crypto', shaped('sha1su1', '4s 4s'), 'sha1'),
  row('01011110 00 10100 00010 10 nnnnn ddddd', 'crypto', shaped('sha256su0', '4s 4s'), 'sha2'),
  row('11001110 000 mmmmm 0 aaaaa nnnnn ddddd', 'crypto', shaped('eor3', '16b 16b 16b 16b'), 'sha3'),
  row('11001110 001 mmmmm 0 aaaaa nnnnn ddddd', 'crypto', shaped('bcax', '16b 16b 16b 16b'), 'sha3'),
  row('11001110 010 mmmmm 0 aaaaa nnnnn ddddd', 'crypto', shaped('sm3ss1', '4s 4s 4s 4s'), 'sm3'),
  row('11001110 100 mmmmm iiiiii nnnnn ddddd', 'crypto', rotated, 'sha3'),
  row('11001110 010 mmmmm 10 ii oo nnnnn ddddd', 'crypto', sm3, 'sm3'),
  row('11001110 011 mmmmm 1 0 00 00 nnnnn ddddd', 'crypto', shaped('sha512h', 'q q 2d'), 'sha512'),
  row('11001110 011 mmmmm 1 0 00 01 nnnnn ddddd', 'crypto', shaped('sha512h2', 'q q 2d'), 'sha512'),
  row('11001110 011 mmmmm 1 0 00 10 nnnnn ddddd', 'crypto', shaped('sha512su1', '2d 2d 2d'), 'sha512'),
  row('11001110 011 mmmmm 1 0 00 11 nnnnn ddddd', 'crypto', shaped('rax1', '2d 2d 2d'), 'sha3'),
  row('11001110 011 mmmmm 1 1 00 00 nnnnn ddddd', 'crypto', shaped('sm3partw1', '4s 4s 4s'), 'sm3'),
  row('11001110 011 mmmmm 1 1 00 01 nnnnn ddddd', 'crypto', shaped('sm3partw2', '4s 4s 4s'), 'sm3'),
  row('11001110 011 mmmmm 1 1 00 10 nnnnn ddddd', 'crypto', shaped('sm4ekey', '4s 4s 4s'), 'sm4'),
  row('11001110 110 00000 1 0 00 00 nnnnn ddddd', 'crypto', shaped('sha512su0', '2d 2d'), 'sha512'),
  row('11001110 110 00000 1 0 00 01 nnnnn ddddd', 'crypto', shaped('sm4e', '4s 4s'), 'sm4'),
];

function rotated(word: number): string {
  const operands = [rd(word), rn(word), rm(word)].map((n) => vector('2d', n)).join(', ');
  return `xar ${operands}, #${field(word, 10, 6)}`;
}

function sm3(word: number): string {
  const name = ['1a', '1b', '2a', '2b'][field(word, 10, 2)];
  const lane = field(word, 12, 2);
  return `sm3tt${name} ${vector('4s', rd(word))}, ${vector('4s', rn(word))}, ${vector('s', rm(word))}[${lane}]`;
}
