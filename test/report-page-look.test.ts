/**
 * How report.html looks in a browser: drawings, links into the page, print.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { OUTCOMES } from '../src/model/outcome.ts';
import { html } from '../src/reports/html/index.ts';
import { launched, NEEDS_CHROMIUM, onPage } from './in-chromium.ts';
import { sampleReport } from './sample-report.ts';

const report = sampleReport({
  outcomes: Array.from({ length: 24 }, (_, index) => OUTCOMES[index % 4] ?? 'refuted'),
});
const directory = mkdtempSync(join(tmpdir(), 'goassay-look-'));
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

test(
  'drawings are not clipped and their words can be read on a phone, with long labels too',
  NEEDS_CHROMIUM,
  async () => {
    const file = join(directory, 'drawings.html');
    for (const words of [
      'go1.26.8',
      'a label of many words about /usr/local/go/bin/go',
      '很长的中文标签，说明文件与函数表',
    ]) {
      writeFileSync(
        file,
        html(sampleReport({ outcomes: [...OUTCOMES, ...OUTCOMES], words }), {
          language: 'en',
          columns: 80,
          colour: false,
        }),
      );
      await open(
        { viewport: { width: 320, height: 800 } },
        async (page) => {
          for (const language of ['en', 'zh']) {
            await page.locator(`#lang-${language}`).check();
            const texts = await page.locator('figure svg:visible text').evaluateAll((elements) =>
              elements.map((element) => {
                const text = element.getBoundingClientRect();
                const drawing = element.closest('svg')?.getBoundingClientRect() ?? text;
                const size = Number(element.getAttribute('font-size')) * (drawing.width / 320);
                const isInside =
                  text.left >= drawing.left - 1 &&
                  text.right <= drawing.right + 1 &&
                  text.top >= drawing.top - 1 &&
                  text.bottom <= drawing.bottom + 1;
                return { words: element.textContent, isInside, size };
              }),
            );
            assert.ok(texts.length > 10, 'nothing is drawn');
            assert.deepEqual(
              texts.filter(({ isInside }) => !isInside),
              [],
            );
            assert.ok(Math.min(...texts.map(({ size }) => size)) >= 11, 'words are too small');
          }
        },
        file,
      );
    }
  },
);

test('a link to a statement or a finding lands below the bar', NEEDS_CHROMIUM, async () => {
  for (const language of ['en', 'zh']) {
    await open({ viewport: { width: 1000, height: 700 }, reducedMotion: 'reduce' }, async (page) => {
      await page.locator(`#lang-${language}`).check();
      for (const id of ['claim-4', 'W1.03', 'chapter-3']) {
        await page.evaluate(`location.hash = '#${id}'`);
        const [bar, target] = [
          await page.locator('.bar').boundingBox(),
          await page.locator(`[id="${id}"]`).boundingBox(),
        ];
        assert.ok(bar && target);
        assert.ok(target.y >= bar.y + bar.height, `${id} is covered by the bar`);
        assert.ok(target.y < 700, `${id} is out of sight`);
      }
    });
  }
});

test('a link to a statement that is folded away unfolds it', NEEDS_CHROMIUM, async () => {
  await open({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${pathToFileURL(path).href}#W5.20`);
    await page.locator('[id="W5.20"]').waitFor({ state: 'visible', timeout: 5000 });
  });
});

test('in print there are no controls, and dark colours turn light', NEEDS_CHROMIUM, async () => {
  await open({ colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    assert.equal(await page.locator('.bar').isVisible(), false);
    const colours: unknown = await page.evaluate(
      '(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(document.documentElement))',
    );
    assert.deepEqual(colours, ['rgb(255, 255, 255)', 'rgb(28, 30, 34)']);
  });
});
