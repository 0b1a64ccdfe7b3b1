import type { Product } from '../../evidence/binary/product.ts';
import type { Text } from '../../model/text.ts';

/** Why a printed build came to nothing, in the go command's own words. */
export function buildFailure({ exit, stderr, command }: Product): Text {
  const words = stderr.trim().split('\n')[0]?.slice(0, 200) ?? '';
  return {
    en: `“${command}” exits ${exit ?? 'by a signal'} and makes no file: ${words}`,
    zh: `“${command}”以 ${exit ?? '信号'} 结束且未产生文件：${words}`,
  };
}
