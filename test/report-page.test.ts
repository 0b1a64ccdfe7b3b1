/**
 * report.html in a browser: whether it works without script, under a policy that strips styles,
 * on a phone, by keyboard, and for those who do not see it.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { html } from '../src/reports/html/index.ts';
import { SIGNS } from '../src/reports/words.ts';
import { OUTCOMES } from '../src/model/outcome.ts';
import { launched, NEEDS_CHROMIUM, onPage } from './in-chromium.ts';
import { HOSTILE, sampleReport } from './sample-report.ts';

const report = sampleReport({
  outcomes: Array.from({ length: 24 }, (_, index) => OUTCOMES[index % 4] ?? 'refuted'),
});
const directory = mkdtempSync(join(tmpdir(), 'goassay-page-'));
const path = join(directory, 'report.html');
let browser: Browser | undefined;

before(async () => {
  writeFileSync(path, html(report, { language: 'en', columns: 80, colour: false }));
  browser = await launched();
});
after(async () => {
  await browser?.close();
  rmSync(directory, { recursive: true });
});

const open = <T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>, file = path): Promise<T> =>
  onPage(browser, file, options, use);

const visibleText = (page: Page): Promise<string> => page.locator('main').innerText();

test('the page asks for nothing but itself and runs nothing', NEEDS_CHROMIUM, async () => {
  assert.ok(browser);
  const page = await browser.newPage();
  const requests: string[] = [];
  const trouble: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(String(error)));
  await page.goto(pathToFileURL(path).href, { waitUntil: 'networkidle' });
  assert.deepEqual(requests, [pathToFileURL(path).href]);
  assert.deepEqual(trouble, []);
  assert.equal(await page.locator('script').count(), 0);
  await page.close();
});

test(
  'with JavaScript off the page shows every verdict and switches its language by mouse and keyboard',
  NEEDS_CHROMIUM,
  async () => {
    await open({ javaScriptEnabled: false }, async (page) => {
      const english = await visibleText(page);
      for (const outcome of OUTCOMES) assert.match(english, new RegExp(SIGNS[outcome].word.en, 'i'));
      assert.ok(!english.includes(SIGNS.refuted.word.zh));
      await page.locator('label', { hasText: '中文' }).click();
      const chinese = await visibleText(page);
      for (const outcome of OUTCOMES) assert.ok(chinese.includes(SIGNS[outcome].word.zh));
      assert.ok(!/inconclusive/i.test(chinese));
      await page.locator('#lang-zh').focus();
      await page.keyboard.press('ArrowLeft');
      assert.match(await visibleText(page), /inconclusive/i);
    });
  },
);

test('the filters hide what they name, with JavaScript off', NEEDS_CHROMIUM, async () => {
  await open({ javaScriptEnabled: false }, async (page) => {
    const shown = (): Promise<number> => page.locator('article.is-confirmed:visible').count();
    assert.ok((await shown()) > 0);
    await page.locator('#show-confirmed').uncheck();
    assert.equal(await shown(), 0);
    assert.ok((await page.locator('article.is-refuted:visible').count()) > 0);
    await page.locator('#only-mine').check();
    assert.equal(
      await page.locator('article.finding:visible').count(),
      await page.locator('article.is-mine:visible').count(),
    );
  });
});

test(
  'under a policy that strips scripts and inline styles every verdict can still be read',
  NEEDS_CHROMIUM,
  async () => {
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
      response.end(readFileSync(path));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    try {
      assert.ok(browser);
      const page = await browser.newPage({ javaScriptEnabled: false });
      const address = server.address();
      assert.ok(typeof address === 'object' && address !== null);
      await page.goto(`http://127.0.0.1:${address.port}/`);
      const text = await visibleText(page);
      for (const { verdict } of report.findings) {
        assert.ok(
          text.includes(SIGNS[verdict.outcome].word.en) && text.includes(SIGNS[verdict.outcome].word.zh),
        );
      }
      assert.equal(await page.locator('input:visible').count(), 0, 'controls that do nothing are shown');
      const drawn = await page.locator('figure svg').first().boundingBox();
      assert.ok((drawn?.height ?? 0) > 20, 'a drawing collapses without the style sheet');
      await page.close();
    } finally {
      server.close();
    }
  },
);

for (const [name, width] of [
  ['a phone of 320 px', 320],
  ['a tablet of 768 px', 768],
] as const) {
  test(`the page does not scroll sideways on ${name}, in either language`, NEEDS_CHROMIUM, async () => {
    await open({ viewport: { width, height: 800 } }, async (page) => {
      for (const language of ['en', 'zh']) {
        await page.locator(`#lang-${language}`).check();
        for (const summary of await page.locator('summary:visible').all()) await summary.click();
        const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
        assert.ok(overflow <= 0, `${overflow} px too wide in ${language}`);
      }
    });
  });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['en', 'zh'] as const) {
    test(`axe finds nothing to object to in ${language}, ${colorScheme}`, NEEDS_CHROMIUM, async () => {
      await open({ colorScheme }, async (page) => {
        await page.locator(`#lang-${language}`).check();
        for (const summary of (await page.locator('summary:visible').all()).slice(0, 12))
          await summary.click();
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { axe: checker } = globalThis as unknown as {
            axe: {
              run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          }; // put there by the line above
          const { violations } = await checker.run({
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
        });
        assert.deepEqual(found, []);
      });
    });
  }
}

test(
  'every control and link is at least 24 px high or stands in a line of text',
  NEEDS_CHROMIUM,
  async () => {
    await open({ viewport: { width: 390, height: 800 } }, async (page) => {
      const small = await page
        .locator('.bar label:visible, summary:visible')
        .evaluateAll((elements) =>
          elements
            .filter((element) => element.getBoundingClientRect().height < 24)
            .map((element) => element.outerHTML.slice(0, 100)),
        );
      assert.deepEqual(small, []);
    });
  },
);

test('hostile words neither run nor break the page', NEEDS_CHROMIUM, async () => {
  const file = join(directory, 'hostile.html');
  for (const words of HOSTILE) {
    writeFileSync(
      file,
      html(sampleReport({ outcomes: [...OUTCOMES, ...OUTCOMES], words }), {
        language: 'en',
        columns: 80,
        colour: false,
      }),
    );
    await open(
      {},
      async (page) => {
        page.on('dialog', () => assert.fail('a dialog opened'));
        assert.equal(await page.locator('script, img, iframe').count(), 0);
        assert.equal(await page.locator('article').count(), 8);
        assert.equal(await page.locator('h1').count(), 1);
      },
      file,
    );
  }
});
