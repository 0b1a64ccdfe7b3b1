import type { Report } from '../model/report.ts';
import { json as printed } from './json-text.ts';

/** The report as it is; its schema is published under schema/report.schema.json. */
export function json(report: Report): string {
  return printed(report);
}
