import { test } from 'node:test';
import fc from 'fast-check';
import { FormatError } from '../bytes/error.ts';
import { parseGoRelease, parseGoVersionFile, parseGoVersionLine } from './go-version.ts';

test('any text gives a value or a FormatError', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const parse of [parseGoVersionLine, parseGoVersionFile]) {
        try {
          parse(text);
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
        }
      }
      parseGoRelease(text);
    }),
  );
});
