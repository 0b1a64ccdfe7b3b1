/**
 * Ways to lie about a log: on none of these stages may a hash of the liar's be accepted.
 *
 * @module
 */

import { encodeBase64 } from '../src/bytes/base64.ts';
import { joined } from '../src/bytes/digest.ts';
import { formatNote } from '../src/formats/note.ts';
import {
  text,
  bytes,
  lookup,
  note,
  LIE,
  forgedLog,
  forgedLine,
  tiles,
  tilesOf,
  fork,
  transport,
  flip,
  changed,
  signedText,
  type Attack,
} from './attack-makers.ts';
import { headText, sha256, signedHead, signer } from './sample-log.ts';
import { hashFor, honest, logWith, pathOf, recordText, SIGNER, tileOf, VERSION } from './sample-sumdb.ts';

export const ATTACKS: readonly Attack[] = [
  lookup('another zip hash', (a, { id }) => changed(a, hashFor(`honest zip ${id}`), hashFor('evil'))),
  lookup('another go.mod hash', (a, { id }) => changed(a, hashFor(`honest mod ${id}`), hashFor('evil'))),
  lookup('no line for the zip', (a) => changed(a, /\n[^\n]*v1\.0\.0 [^\n]*/, '')),
  lookup('no line for go.mod', (a) => changed(a, /\n[^\n]*\/go\.mod [^\n]*/, '')),
  lookup('the zip line twice', (a) => a.replace(/\n([^\n]*v1\.0\.0 [^\n]*)/, '\n$1\n$1')),
  lookup('a forged line first', (a, s) => changed(a, '\n', `\n${forgedLine(s)}\n`)),
  lookup('a forged line last in the record', (a, s) => changed(a, '\n\n', `\n${forgedLine(s)}\n\n`)),
  lookup('a forged line before the number', (a, s) => `${forgedLine(s)}\n${a}`),
  lookup('a forged line after the record', (a, s) => changed(a, '\n\n', `\n\n${forgedLine(s)}\n`)),
  lookup('a forged line after the note', (a, s) => `${a}${forgedLine(s)}\n`),
  lookup('both lines forged', (a, { id }) => changed(a, recordText(id), recordText(id, LIE))),
  lookup('lines in the other order', (a) => a.replace(/\n([^\n]+)\n([^\n]+)\n\n/, '\n$2\n$1\n\n')),
  lookup('a blank at the end of a line', (a) => changed(a, '\n\n', ' \n\n')),
  lookup('CR LF', (a) => a.replaceAll('\n', '\r\n')),
  lookup('a tab for a blank', (a) => changed(a, ' v1', '\tv1')),
  lookup('another version', (a) => a.replaceAll('v1.0.0', 'v1.0.1')),
  lookup('another algorithm', (a) => a.replaceAll(' h1:', ' h2:')),
  lookup('a hash with stray bits', (a) => a.replace(/[A-Za-z0-9+/]=\n/, '/=\n')),
  lookup('the next number', (a, { id }) => changed(a, /^\d+/, String(id + 1))),
  lookup('a number beyond the tree', (a, { size }) => changed(a, /^\d+/, String(size))),
  lookup('a number beyond all trees', (a) => changed(a, /^\d+/, '9007199254740992')),
  lookup('a negative number', (a) => `-${a}`),
  lookup('a number with a plus', (a) => `+${a}`),
  lookup('a number with a zero in front', (a) => `0${a}`),
  lookup('no number', (a) => changed(a, /^\d+\n/, '')),
  lookup('an empty number', (a) => changed(a, /^\d+/, '')),
  lookup('a blank line before the record', (a) => changed(a, '\n', '\n\n')),
  lookup('no end of the record', (a) => changed(a, '\n\n', '\n')),
  lookup('a control character', (a) => changed(a, 'mod.test', 'mod\u0000.test')),
  lookup('what is not UTF-8', (a) => joined([bytes(a.slice(0, 8)), Uint8Array.of(0xff), bytes(a.slice(8))])),
  lookup('nothing', () => ''),
  lookup('an error page', () => '<html><body>404 page not found</body></html>\n\n'),
  lookup('another record, honest', (a, { id, size }) => {
    const other = id === 0 ? size - 1 : id - 1;
    return changed(changed(a, recordText(id), recordText(other)), /^\d+/, String(other)).replace(
      `${pathOf(other)} ${VERSION} `,
      `${pathOf(other)} ${VERSION} `,
    );
  }),
  lookup('another record with the lines for this one outside', (a, s) => {
    const other = s.id === 0 ? s.size - 1 : s.id - 1;
    const swapped = changed(changed(a, recordText(s.id), recordText(other)), /^\d+/, String(other));
    return changed(swapped, '\n\n', `\n\n${recordText(s.id, LIE)}`);
  }),

  note('by another key of the same name', (s) => signedHead(signer('sum.test', 7), forgedLog(s).head())),
  note('by another name', (s) => signedHead(signer('sun.test'), forgedLog(s).head())),
  note('with one bit of the signature changed', ({ log, size }) => {
    const words = headText(log.head(size));
    const line = SIGNER.line(words);
    const swapped = line.slice(0, -6) + (line.at(-6) === 'A' ? 'B' : 'A') + line.slice(-5);
    return formatNote(words, [swapped]);
  }),
  note('without signature', ({ log, size }) => bytes(`${headText(log.head(size))}\n`)),
  note('with 101 signatures', ({ log, size }) => {
    const words = headText(log.head(size));
    return formatNote(
      words,
      Array.from({ length: 101 }, () => SIGNER.line(words)),
    );
  }),
  note('with a hundred strangers before it and its own forged', ({ log, size }) => {
    const words = headText(log.head(size));
    const stranger = signer('stranger.test', 3).line(words);
    return formatNote(words, [...Array.from({ length: 99 }, () => stranger), SIGNER.line('other\n')]);
  }),
  note('with a forged signature before the true one', ({ log, size }) => {
    const words = headText(log.head(size));
    return formatNote(words, [SIGNER.line('other\n'), SIGNER.line(words)]);
  }),
  note('of another size than was signed', ({ log, size }) => {
    const words = headText(log.head(size));
    return formatNote(words.replace(`\n${size}\n`, `\n${size + 1}\n`), [SIGNER.line(words)]);
  }),
  note('of another root than was signed', (s) =>
    formatNote(headText(forgedLog(s).head()), [SIGNER.line(headText(s.log.head(s.size)))]),
  ),
  note('missing', () => bytes('')),
  note('after two blank lines', ({ log, size }) => joined([bytes('\n'), signedHead(SIGNER, log.head(size))])),
  note('without end of line', ({ log, size }) => signedHead(SIGNER, log.head(size)).slice(0, -1)),
  note('with hyphens for dashes', ({ log, size }) =>
    bytes(text(signedHead(SIGNER, log.head(size))).replace('— ', '- ')),
  ),
  note('with a signature in the other alphabet', ({ log, size }) =>
    bytes(
      text(signedHead(SIGNER, log.head(size))).replace(
        /[^ ]+\n$/,
        (line) => `${line.trim().replaceAll('=', '')}-_==\n`,
      ),
    ),
  ),
  note('of another kind, signed', ({ log, size }) =>
    signedText(headText(log.head(size)).replace('database tree', 'database tree v2')),
  ),
  note('with a size written otherwise, signed', ({ log, size }) =>
    signedText(headText(log.head(size)).replace(`\n${size}\n`, `\n0${size}\n`)),
  ),
  note('with a negative size, signed', ({ log, size }) =>
    signedText(headText(log.head(size)).replace(`\n${size}\n`, `\n-${size}\n`)),
  ),
  note('with a short root, signed', ({ size }) =>
    signedText(`go.sum database tree\n${size}\n${encodeBase64(new Uint8Array(31))}\n`),
  ),
  note('of an empty tree, signed', () => signedHead(SIGNER, { size: 0, root: sha256() })),
  note('of a tree that ends before the record, signed', ({ log, id }) => signedHead(SIGNER, log.head(id))),
  note('of a tree whose tiles do not exist, signed', ({ log, size }) =>
    signedHead(SIGNER, { ...log.head(size), size: size + 512 }),
  ),

  tilesOf('the record’s own tile forged', (level) => level === 0),
  tilesOf('the tile above forged', (level) => level === 1),
  tilesOf('two levels forged alike', (level) => level <= 1),
  tilesOf('all levels forged alike', () => true),
  tiles('as they are, lookup forged', (_, body) => ({ body })),
  tiles('one bit of each first hash', (_, body) => ({ body: flip(body, 0) })),
  tiles('one bit of each last hash', (_, body) => ({ body: flip(body, -1) })),
  tiles('too short', (_, body) => ({ body: body.slice(0, -1) })),
  tiles('one hash short', (_, body) => ({ body: body.slice(0, -32) })),
  tiles('one hash long', (_, body) => ({ body: joined([body, body.slice(-32)]) })),
  tiles('empty', () => ({ body: '' })),
  tiles('zeros', (_, body) => ({ body: new Uint8Array(body.length) })),
  tiles('in the wrong order', (_, body) => ({
    body: joined(
      Array.from({ length: body.length / 32 }, (__, at) => body.slice(-32 * (at + 1)).slice(0, 32)),
    ),
  })),
  tiles('an error page', () => ({ body: '<html>oops</html>' })),
  tiles('missing', () => ({ status: 404 })),
  tiles('refused', () => ({ status: 503 })),
  tiles('the first of its level instead', (path, body, { log }) => {
    const tile = tileOf(path);
    return {
      body: tile && tile.width === 256 && tile.index > 0 ? log.tile({ ...tile, index: 0 }) : flip(body, 3),
    };
  }),

  fork('of the same size as ours', ({ size }) => ({ size, known: size, place: 'goassay' })),
  fork('of the same size as the go command’s', ({ size }) => ({ size, known: size, place: 'go' })),
  fork('that has grown', ({ size, id }) => ({ size, known: Math.max(id + 1, size - 1), place: 'goassay' })),
  fork('that has grown beyond the go command’s', ({ size, id }) => ({
    size,
    known: Math.max(id + 1, size - 1),
    place: 'go',
  })),
  fork('rolled back, then changed', ({ size }) => ({
    size,
    known: Math.min(size + 300, 70_000),
    place: 'goassay',
  })),
  fork('rolled back, changed, before the go command', ({ size }) => ({
    size,
    known: size + 1 > 70_000 ? size : size + 1,
    place: 'go',
  })),
  {
    name: 'fork: two answers of one pass from two histories',
    stage(scene) {
      if (scene.size < 2) return undefined;
      const other = scene.id === 0 ? scene.size - 1 : 0;
      const [server, liar] = [
        honest(scene),
        honest({ log: logWith(scene.size, scene.id, LIE), size: scene.size }),
      ];
      return {
        respond: (path) =>
          path.startsWith('lookup/') && !path.includes(`m${other}@`) ? liar(path) : server(path),
      };
    },
  },

  transport('a stranger’s key, everything else consistent', (_, answer) => answer),
  transport('500 for everything', () => ({ status: 500, body: 'oops' })),
  transport('403 for lookups', (path, answer) => (path.startsWith('lookup/') ? { status: 403 } : answer)),
  transport('410 for lookups', (path, answer) => (path.startsWith('lookup/') ? { status: 410 } : answer)),
  transport('204 with a body', (path, answer) =>
    path.startsWith('lookup/') ? { ...answer, status: 204 } : answer,
  ),
  transport('206 for lookups', (path, answer) =>
    path.startsWith('lookup/') ? { ...answer, status: 206 } : answer,
  ),
  transport('an endless lookup', (path, answer) =>
    path.startsWith('lookup/') ? { body: new Uint8Array(2 ** 17) } : answer,
  ),
];
