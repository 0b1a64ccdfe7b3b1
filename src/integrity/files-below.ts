/**
 * Everything below a directory but directories, at once: tens of thousands of names through promises cost
 * more than what is done with them.
 *
 * @module
 */

import { readdirSync } from 'node:fs';
import { HostError } from '../host/host.ts';

export function filesBelow(root: string): { name: string; isFile: boolean }[] {
  const files: { name: string; isFile: boolean }[] = [];
  const waiting = [''];
  while (waiting.length > 0) {
    const directory = waiting.pop() ?? '';
    try {
      for (const item of readdirSync(`${root}/${directory}`, { withFileTypes: true })) {
        if (item.isDirectory()) waiting.push(`${directory}${item.name}/`);
        else files.push({ name: directory + item.name, isFile: item.isFile() });
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error)
        throw new HostError('failed', `Cannot read ${root}/${directory}: ${String(error.code)}`);
      throw error;
    }
  }
  return files;
}
