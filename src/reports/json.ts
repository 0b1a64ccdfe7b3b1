import type { Report } from '../model/report.ts';

/** What JSON leaves as it is and a terminal obeys: DEL and C1 controls, reordering, line separators. */
const OBEYED = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The report as it is; its schema is published under schema/report.schema.json. */
export function json(report: Report): string {
  const text = JSON.stringify(report, undefined, 2);
  return `${text.replaceAll(OBEYED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
