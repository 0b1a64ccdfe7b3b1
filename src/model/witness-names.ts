/**
 * What people call each witness of an inspection.
 *
 * @module
 */

import type { Witness } from './inspection.ts';
import type { Text } from './text.ts';

export const WITNESS_NAMES: Readonly<Record<Witness['name'], Text>> = {
  header: { en: 'header', zh: '文件头' },
  'slice table': { en: 'slice table', zh: '切片表' },
  'build information': { en: 'build information', zh: '构建信息' },
  'function table': { en: 'function table', zh: '函数表' },
  code: { en: 'code', zh: '代码' },
  'entry point': { en: 'entry point', zh: '入口' },
  prologues: { en: 'prologues', zh: '函数开头' },
  'build id': { en: 'build id', zh: '构建标识' },
  'version string': { en: 'version string', zh: '版本字符串' },
};
