/** One format of the report, as its tests ask for it. */

import assert from 'node:assert/strict';
import type { Report } from '../src/model/report.ts';
import { FORMATS, type FormatId } from '../src/reports/index.ts';

export const LANGUAGES = ['en', 'zh'] as const;

export function render(
  report: Report,
  id: FormatId,
  language: 'en' | 'zh' = 'en',
  columns = 80,
  colour = false,
): string {
  const format = FORMATS.find((one) => one.id === id);
  assert.ok(format);
  return format.render(report, { language, columns, colour });
}
