/**
 * JSON as it may be printed: what JSON leaves as it is and a terminal obeys is escaped.
 *
 * @module
 */

/** DEL and C1 controls, reordering, line separators. */
const OBEYED = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;

export function json(value: unknown): string {
  return `${harmlessJson(JSON.stringify(value, undefined, 2))}\n`;
}

/** One line. */
export function jsonLine(value: unknown): string {
  return `${harmlessJson(JSON.stringify(value))}\n`;
}

function harmlessJson(text: string): string {
  return text.replaceAll(OBEYED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
