/**
 * Which language to speak: --lang, then GOASSAY_LANG, then the locale as POSIX orders it.
 *
 * @module
 */

import type { Language } from '../model/text.ts';

export function languageOf(flag: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const { GOASSAY_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const wanted = [flag, GOASSAY_LANG, LC_ALL, LC_MESSAGES, LANG].find(
    (value) => value !== undefined && value !== '',
  );
  return wanted !== undefined && /^zh\b|^zh[_-]/i.test(wanted) ? 'zh' : 'en';
}
