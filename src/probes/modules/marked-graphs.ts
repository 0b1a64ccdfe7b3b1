/**
 * A small module with four others below vendor/, changes planted one at a time, and the modules
 * that the graph marks.
 *
 * @module
 */

import { markedGraphs, type MarkedGraphs } from '../../evidence/modules/marked-graphs.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { storedZip } from '../../formats/stored-zip.ts';
import { HostError, readText, type Host } from '../../host/host.ts';
import { known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';
import { readMainFiles } from './main-files.ts';
import { markVendored, vendorFindings } from './marked-graph.ts';
import { readModuleGraph } from './module-graph.ts';

const NAMES = ['one', 'two', 'three', 'four'];
const pathOf = (name: string): string => `${name}.example/lib`;

const GO_MOD = `module app.example\n\ngo 1.21\n\nrequire (\n${NAMES.map((name) => `\t${pathOf(name)} v1.0.0\n`).join('')})\n`;
const SOURCE = `package app\n\nimport (\n${NAMES.map((name) => `\t${name} "${pathOf(name)}"\n\t_ "${pathOf(name)}/more"\n`).join('')})\n\nconst All = ${NAMES.map((name) => `${name}.Name`).join(' + ')}\n`;

interface Plant {
  readonly change: string;
  readonly module: string;
  readonly file: string;
  readonly make: (text: string) => string;
}

const PLANTS: readonly Plant[] = [
  {
    change: 'a vendored file changed',
    module: pathOf('one'),
    file: `vendor/${pathOf('one')}/lib.go`,
    make: (text) => text.replace('"one"', '"changed"'),
  },
  {
    change: 'a package missing from modules.txt',
    module: pathOf('two'),
    file: 'vendor/modules.txt',
    make: (text) => text.replace(`${pathOf('two')}/more\n`, ''),
  },
  {
    change: 'a replacement that modules.txt does not know',
    module: pathOf('three'),
    file: 'go.mod',
    make: (text) => `${text}\nreplace ${pathOf('three')} => ${pathOf('three')} v1.0.0\n`,
  },
  {
    change: 'a stale version in modules.txt',
    module: pathOf('four'),
    file: 'vendor/modules.txt',
    make: (text) => text.replace(`# ${pathOf('four')} v1.0.0`, `# ${pathOf('four')} v0.9.0`),
  },
];

export const markedGraphsProbe = probe({
  gathers: markedGraphs,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'module experiments' },
  async gather(host, { go: { path: go } }) {
    const root = await host.scratch('marked-graphs');
    const directory = `${root}/app`;
    await writeProxy(host, `${root}/proxy`);
    await host.writeScratch(`${directory}/go.mod`, GO_MOD);
    await host.writeScratch(`${directory}/app.go`, SOURCE);
    const environment = {
      GOMODCACHE: `${root}/modules`,
      GOPROXY: `file://${encodeURI(`${root}/proxy`)}`,
      GONOPROXY: 'none',
      GOPRIVATE: '',
      GOSUMDB: 'off',
      GOWORK: 'off',
      GO111MODULE: 'on',
      GOFLAGS: '-modcacherw',
    };
    for (const args of [
      ['mod', 'tidy'],
      ['mod', 'vendor'],
    ] as const) {
      const { exit, stderr } = await runGo(host, { go, args, directory, environment });
      if (exit !== 0)
        throw new HostError('failed', `Cannot run go ${args.join(' ')}: ${stderr.trim().slice(0, 500)}`);
    }
    // What asks go about the module sees the same settings, and nothing of it is kept.
    const asked: Host = {
      ...host,
      run: (command) =>
        host.run({
          ...command,
          environment: { ...command.environment, ...environment, GOTOOLCHAIN: 'local', GOPROXY: 'off' },
        }),
      writeStore: () => Promise.resolve(),
    };
    const marked = async (): Promise<string[]> => {
      const graph = await readModuleGraph(asked, await readMainFiles(asked, go, directory));
      const { buildList } = markVendored(graph, await vendorFindings(asked, go, directory));
      return buildList.flatMap(({ path, inconsistencies }) => (inconsistencies ? [path] : []));
    };
    const pristine = await marked();
    const planted: MarkedGraphs['planted'] = [];
    for (const { change, module, file, make } of PLANTS) {
      const place = `${directory}/${file}`;
      const before = (await readText(host, place)) ?? '';
      await host.writeScratch(place, make(before));
      planted.push({ change, module, marked: await marked() });
      await host.writeScratch(place, before);
    }
    return known({ pristine, planted });
  },
});

async function writeProxy(host: Host, proxy: string): Promise<void> {
  const encoder = new TextEncoder();
  for (const name of NAMES) {
    const path = pathOf(name);
    const mod = `module ${path}\n\ngo 1.21\n`;
    const place = `${proxy}/${path}/@v`;
    const files = {
      'go.mod': mod,
      'lib.go': `package lib\n\nconst Name = "${name}"\n`,
      'more/more.go': 'package more\n',
    };
    await host.writeScratch(`${place}/list`, 'v1.0.0\n');
    await host.writeScratch(`${place}/v1.0.0.info`, '{"Version":"v1.0.0"}');
    await host.writeScratch(`${place}/v1.0.0.mod`, mod);
    const entries = Object.entries(files).map(([file, text]) => ({
      name: `${path}@v1.0.0/${file}`,
      bytes: encoder.encode(text),
    }));
    await host.writeScratch(`${place}/v1.0.0.zip`, storedZip(entries));
  }
}
