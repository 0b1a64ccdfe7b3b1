/** Every way of telling a report, by the name that `-o` takes. */

import type { Report } from '../model/report.ts';
import { doctor } from './doctor.ts';
import { html } from './html/index.ts';
import { json } from './json.ts';
import { markdown } from './markdown/index.ts';
import type { Rendering } from './rendering.ts';
import { terminal } from './terminal/index.ts';

export type FormatId = 'terminal' | 'html' | 'json' | 'markdown' | 'doctor';

export interface Format {
  readonly id: FormatId;
  readonly extension: string;
  /** Pure: the same report and rendering give the same bytes. */
  readonly render: (report: Report, rendering: Rendering) => string;
}

export const FORMATS: readonly Format[] = [
  { id: 'terminal', extension: 'txt', render: terminal },
  { id: 'html', extension: 'html', render: html },
  { id: 'json', extension: 'json', render: json },
  { id: 'markdown', extension: 'md', render: markdown },
  { id: 'doctor', extension: 'txt', render: doctor },
];
