/** Words from outside do no harm in any format. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { LANGUAGES, render } from '../../test/render.ts';
import { HOSTILE, sampleReport } from '../../test/sample-report.ts';
import { OUTCOMES } from '../model/outcome.ts';
import { FORMATS } from './index.ts';

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** All that the page is made of; what is not here came from outside. */
const TAGS = new Set(
  'html head meta title style body a header strong fieldset legend label input span main h1 p ul li b section h2 ol pre nav small article div h3 blockquote code figure figcaption table thead tbody tr th td details summary dl dt dd svg path rect circle text desc footer q'.split(
    ' ',
  ),
);

const ATTRIBUTES = new Set(
  'lang charset name content class href type id checked aria-labelledby aria-hidden aria-label role tabindex scope xmlns viewBox width height x y d r cx cy rx fill fill-opacity stroke stroke-width stroke-opacity font-size font-weight text-anchor hidden'.split(
    ' ',
  ),
);

/** Without fenced blocks and code spans, in which nothing is markup. */
function outsideOfCode(markdown: string): string {
  return markdown
    .replaceAll(/^( *)(`{3,})sh\n[\s\S]*?\n\1\2$/gm, '')
    .replaceAll(/(?<!`)(`+) [^\n]*? \1(?!`)/g, '');
}

for (const words of HOSTILE) {
  test(`no format lets ${JSON.stringify(words.slice(0, 30))} do harm`, () => {
    const report = sampleReport({ outcomes: [...OUTCOMES, ...OUTCOMES], words });
    for (const language of LANGUAGES) {
      const html = render(report, 'html', language);
      for (const [, tag = '', attributes = ''] of html.matchAll(/<([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi)) {
        assert.ok(TAGS.has(tag.toLowerCase()), `<${tag}> got through`);
        const names = [...attributes.replaceAll(/"[^"]*"/g, '').matchAll(/[^\s=/]+/g)].map(([name]) => name);
        for (const name of names) assert.ok(ATTRIBUTES.has(name), `${name} got through in <${tag}>`);
      }
      const markdown = render(report, 'markdown', language);
      assert.ok(!/<script|<img/i.test(outsideOfCode(markdown)), 'markup got through outside of code');
      assert.ok(!/(?<!\\)@\w/.test(outsideOfCode(markdown)), 'a mention got through');
      for (const text of [
        html,
        markdown,
        render(report, 'terminal', language),
        render(report, 'doctor', language),
      ]) {
        assert.ok(!CONTROL.test(text), 'a control character got through');
        assert.ok(text.length < 2_000_000, 'a long string was not cut');
      }
      const json = render(report, 'json');
      assert.ok(!CONTROL.test(json), 'a control character got through');
      assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(report)));
    }
  });
}

test('the formats of people survive any words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
      const report = sampleReport({ outcomes: OUTCOMES, words });
      for (const { id } of FORMATS) render(report, id, 'zh');
    }),
    { numRuns: 40 },
  );
});
