/**
 * What was found wrong, with the file that is to blame.
 *
 * @module
 */

import type { Text } from '../model/text.ts';

export interface Finding {
  /**
   * "altered": bytes are not what is vouched for. "unproven": nobody vouches for them.
   * "explained": another than vouched for, and known why.
   */
  readonly grade: 'altered' | 'unproven' | 'explained';
  /** "path@version", "vendor", "go.sum", "toolchain …". */
  readonly subject: string;
  /** The file, as a path that can be opened; inside a zip after "!". */
  readonly file: string;
  readonly what: Text;
  /** Who is wrong, as far as the evidence goes. */
  readonly likely?: Text;
}

export function altered(subject: string, file: string, en: string, zh: string, likely?: Text): Finding {
  return { grade: 'altered', subject, file, what: { en, zh }, ...(likely && { likely }) };
}

export function unproven(subject: string, file: string, en: string, zh: string): Finding {
  return { grade: 'unproven', subject, file, what: { en, zh } };
}
