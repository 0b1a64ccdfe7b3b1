/**
 * A page in Chromium, for tests: the one authority on what a reader sees.
 *
 * @module
 */

import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { capability } from './capability.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** To be spread into the options of each test that opens a page. */
export const NEEDS_CHROMIUM = capability('Chromium', CHROMIUM !== undefined);

/** No look-ups of its own maker, so that "no requests" means the page's. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Undefined where there is none: the tests are skipped then. */
export async function launched(): Promise<Browser | undefined> {
  return CHROMIUM === undefined ? undefined : chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

/** Opens the file in a context of its own. */
export async function onPage<T>(
  browser: Browser | undefined,
  file: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  if (!browser) throw new Error('a test that opens a page must be given NEEDS_CHROMIUM');
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    return await use(page);
  } finally {
    await context.close();
  }
}
