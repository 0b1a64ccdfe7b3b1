/**
 * A module project that tests may tamper with, and get back as it was.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Host } from '../src/host/host.ts';
import { nodeHost } from '../src/host/node.ts';
import { NEEDS_GO } from './goassay.ts';
import { moduleProject, type ModuleProject } from './module-project.ts';

const project: ModuleProject | undefined = NEEDS_GO.skip === false ? moduleProject() : undefined;
const pristine = project && join(project.root, 'pristine');
if (project && pristine) {
  cpSync(project.directory, join(pristine, 'project'), { recursive: true });
  cpSync(project.cache, join(pristine, 'cache'), { recursive: true });
}

export function restore(): ModuleProject {
  assert.ok(project && pristine);
  for (const [from, to] of [
    ['project', project.directory],
    ['cache', project.cache],
  ] as const) {
    rmSync(to, { recursive: true, force: true });
    cpSync(join(pristine, from), to, { recursive: true });
  }
  return project;
}

/** This machine with the project's settings and a store of its own. */
export function hostFor(at: ModuleProject, t: TestContext): Host {
  for (const [name, value] of Object.entries(at.environment)) process.env[name] = value;
  const machine = nodeHost();
  t.after(() => machine.close());
  const store = join(at.root, 'own store');
  return {
    ...machine,
    storeDirectory: store,
    async writeStore(path, bytes) {
      mkdirSync(dirname(join(store, path)), { recursive: true });
      writeFileSync(join(store, path), bytes);
    },
  };
}
