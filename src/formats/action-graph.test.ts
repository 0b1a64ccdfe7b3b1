import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormatError } from '../bytes/error.ts';
import { countHits, parseActionGraph, parseCacheRecord } from './action-graph.ts';

/** As Go 1.26 writes it, shortened: an old action has no command, and not every action is a package's. */
const GRAPH = JSON.stringify([
  { ID: 0, Mode: 'link', Package: 'a', ActionID: 'linklinklinklinklink', Cmd: ['link'] },
  {
    ID: 1,
    Mode: 'build',
    Package: 'a',
    NeedBuild: true,
    ActionID: 'aaaaaaaaaaaaaaaaaaaa',
    Cmd: ['compile a'],
  },
  { ID: 2, Mode: 'build', Package: 'b', NeedBuild: true, ActionID: 'bbbbbbbbbbbbbbbbbbbb', Cmd: null },
  { ID: 3, Mode: 'built-in package', Package: 'unsafe' },
]);
const RECORD = `{"command":"get","action":"aaaaaaaaaaaaaaaaaaaa","hit":false,"bytes":0}
{"command":"get","action":"bbbbbbbbbbbbbbbbbbbb","hit":true,"bytes":12}
{"command":"put","action":"aaaaaaaaaaaaaaaaaaaa","hit":true,"bytes":9}
`;

test('countHits() counts packages, not requests', () => {
  assert.deepEqual(countHits(parseActionGraph(GRAPH), parseCacheRecord(RECORD)), {
    packages: 2,
    hits: 1,
    missed: ['a'],
    compiled: ['a'],
  });
});

test('what is no graph or record is refused with a FormatError', () => {
  for (const text of ['', '{}', 'null', '[']) assert.throws(() => parseActionGraph(text), FormatError);
  assert.throws(() => parseCacheRecord('{"command":"close"}'), FormatError);
  assert.deepEqual(parseActionGraph('[1,null,{}]'), []);
});
