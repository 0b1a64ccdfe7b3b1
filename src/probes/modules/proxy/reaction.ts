/**
 * What the Go command makes of an answer, as measured in the rig and read in modfetch/proxy.go.
 *
 * @module
 */

import type { Text } from '../../../model/text.ts';
import type { Came } from './asked.ts';

/** To a request whose right answer is 404 or 410. */
export function reactionToMissing({ answer }: Came): Text | undefined {
  if (!answer) return STOPS;
  if (answer.status === 404 || answer.status === 410) return undefined;
  if (answer.status === 200) return { en: 'Go takes it for the file', zh: 'Go 会把它当作所要的文件' };
  return STOPS;
}

const STOPS: Text = {
  en: 'after "," Go stops with this error instead of asking the next source; after "|" it goes on',
  zh: '“,”之后 Go 以此错误停止而不询问下一来源；“|”之后则继续',
};

/** To a request whose right answer is 200 with a file. */
export function reactionToFile({ answer }: Came): Text {
  if (!answer) return STOPS;
  if (answer.status === 404 || answer.status === 410) {
    return { en: 'Go asks the next source for this file alone', zh: 'Go 仅就此文件询问下一来源' };
  }
  if (answer.status !== 200) return STOPS;
  return {
    en: 'Go reads it and fails, without asking the next source',
    zh: 'Go 读取后失败，且不询问下一来源',
  };
}

export const PASSED_OVER: Text = { en: 'Go passes over it', zh: 'Go 会忽略它' };
export const CHECKSUM_MISMATCH: Text = {
  en: 'SECURITY ERROR: checksum mismatch; the next source is not asked, whatever the separator',
  zh: 'SECURITY ERROR：校验和不符；无论分隔符为何都不再询问下一来源',
};
