/**
 * The command line when things are bad: dossiers, Go commands, directories, signals.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Report } from '../src/model/report.ts';
import { fakeGo, goassay, MAIN, NEEDS_GO, place, QUICK, root } from './goassay.ts';

const DOSSIERS: readonly (readonly [name: string, content: string, says: RegExp])[] = [
  ['empty', '', /it is no complete JSON document/],
  ['truncated', '{"schemaVersion": 1, "tool": {"na', /Was it truncated\?/],
  ['from the future', '{"schemaVersion": 99}', /its schemaVersion is 99, and this goassay reads version 1/],
  ['no dossier', '[]', /it has no schemaVersion/],
  ['of another shape', '{"schemaVersion": 1, "dossiers": 5}', /at "tool"/],
  ['binary', '\u0000\u0001', /no complete JSON document/],
];

for (const [name, content, says] of DOSSIERS) {
  test(`judge refuses a dossier that is ${name}, and says where`, () => {
    const path = join(root, 'bad.json');
    writeFileSync(path, content);
    const { status, stderr, stdout } = goassay(['judge', path]);
    assert.equal(status, 2);
    assert.match(stderr, says);
    assert.equal(stdout, '');
  });
}

test('judge survives a hostile dossier: escapes, markup, long strings, values of other shapes', () => {
  const evil = `<script>alert(1)</script>\u001b[2J\u202E${'x'.repeat(100_000)}`;
  const fact = (value: unknown) => ({
    state: 'known',
    value,
    sources: [{ via: 'command', argv: [evil], exit: evil }],
  });
  const facts = {
    'page-size': fact({ bytes: evil }),
    system: fact({ system: evil, kernel: evil, unameMachine: evil, processArchitecture: evil }),
    translation: fact({
      witnesses: [{ id: evil, about: 'hardware', says: evil, raw: evil, weight: 'decisive' }],
    }),
    __proto__: fact(1),
    'cpu-topology': { state: 'blocked', reason: { en: evil, zh: evil }, sources: [] },
  };
  const dossier = { subject: { name: 'machine', kind: 'machine', title: { en: evil, zh: evil } }, facts };
  const path = join(root, 'hostile.json');
  const inquiry = { only: ['0'], profile: 'quick', online: false };
  const run = { startedAt: evil, durationMs: 1, complete: true, warnings: [] };
  writeFileSync(
    path,
    JSON.stringify({
      schemaVersion: 1,
      tool: { name: 'goassay', version: evil },
      inquiry,
      run,
      dossiers: [dossier],
    }),
  );
  const { status, stdout } = goassay(['judge', path, '-o', `html=${join(root, 'hostile.html')}`]);
  assert.equal(status, 0);
  assert.ok(!stdout.includes('\u001b') && !stdout.includes('\u202E'));
  assert.ok(!readFileSync(join(root, 'hostile.html'), 'utf8').includes('<script'));
});

test('without a Go the run goes on, and every claim about it says why it is undecided', () => {
  const nothing = place('no go');
  for (const tool of ['sh', 'uname', 'getconf'])
    symlinkSync(execFileSync('which', [tool], { encoding: 'utf8' }).trim(), join(nothing, tool));
  const { status, stdout, stderr } = goassay(
    ['run', '--only', '2.2,0', '--out', join(root, 'no-go'), '--json', '-q'],
    { environment: { PATH: nothing } },
  );
  assert.equal(status, 0, stderr);
  const { findings } = JSON.parse(stdout) as Report; // what --json promises
  const metric = findings.find(({ id }) => id === 'host-cpu-cores-metric');
  assert.equal(metric?.verdict.outcome, 'inconclusive');
  assert.match(metric.verdict.because.en, /no Go on PATH/i);
  assert.ok(metric.verdict.remedy?.en);
});

const BAD_GO: readonly (readonly [name: string, script: string])[] = [
  ['exits 1', 'echo broken >&2; exit 1'],
  ['prints nonsense', 'echo "%$#@ {{{"'],
  ['prints 100 MB', 'head -c 104857600 /dev/zero | tr "\\0" x'],
  ['hangs', 'sleep 600'],
];

for (const [name, script] of BAD_GO) {
  test(`a Go that ${name} costs its own claims only`, () => {
    const directory = fakeGo(name, script);
    const started = performance.now();
    const { status, stdout, stderr } = goassay(
      ['run', '--only', '0,host-cpu-cores-metric', '--out', join(root, 'bad-go'), '--json', '-q'],
      {
        environment: { PATH: `${directory}:${process.env['PATH']}` },
      },
    );
    assert.equal(status, 0, stderr);
    assert.ok(performance.now() - started < 60_000);
    const { findings } = JSON.parse(stdout) as Report; // what --json promises
    const outcome = (id: string) => findings.find((finding) => finding.id === id)?.verdict.outcome;
    assert.equal(outcome('host-cpu-cores-metric'), 'inconclusive');
    assert.equal(outcome('page-size-support'), 'confirmed');
  });
}

test('an output directory that cannot be written is refused before anything runs', () => {
  const file = join(root, 'a file');
  writeFileSync(file, '');
  const { status, stderr } = goassay(['run', ...QUICK, '--out', join(file, 'below')]);
  assert.equal(status, 2);
  assert.match(stderr, /^goassay: Cannot write to .*ENOTDIR/m);
  assert.ok(!stderr.includes('[1/'));
});

test(
  'what cannot be put in its place is rescued elsewhere',
  { skip: existsSync('/dev/full') ? false : 'this machine lacks /dev/full' },
  () => {
    const out = join(root, 'full');
    const { status, stderr } = goassay([
      'run',
      '--only',
      'page-size-support',
      '--out',
      out,
      '-o',
      'markdown=/dev/full/x/report.md',
      '-q',
    ]);
    assert.equal(status, 2);
    const rescued = /Nothing is lost: it was written to (.*) instead/.exec(stderr)?.[1];
    assert.ok(
      rescued !== undefined && readFileSync(join(rescued, 'report.md'), 'utf8').startsWith('### goassay'),
      stderr,
    );
    rmSync(rescued, { recursive: true });
    assert.ok(existsSync(join(out, 'report.html')));
  },
);

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} leaves a partial report that says so, nothing running, and exit ${code}`, async () => {
    const out = join(root, signal);
    const marker = `6${Math.floor(performance.now())}`;
    const directory = fakeGo(signal, `sleep ${marker}`);
    const child = spawn(process.execPath, [MAIN, 'run', '--only', '0', '--out', out], {
      env: { ...process.env, PATH: `${directory}:${process.env['PATH']}`, GOASSAY_LANG: 'en' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    const begun = new Promise<void>((done) =>
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('[1/')) done();
      }),
    );
    await begun;
    await new Promise((done) => setTimeout(done, 500));
    child.kill(signal);
    const exit = await new Promise((done) => child.on('exit', done));
    assert.equal(exit, code, said);
    assert.match(said, /Interrupted: writing what was gathered/);
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report; // our own file
    assert.equal(report.run.complete, false);
    assert.equal(report.totals.findings.total, report.findings.length);
    assert.match(readFileSync(join(out, 'report.html'), 'utf8'), /This run was interrupted/);
    assert.equal(spawnSync('pgrep', ['-f', `sleep ${marker}`]).stdout.toString(), '');
  });
}

test('a closed pipe is no error', () => {
  const { status } = spawnSync('sh', ['-c', `"$0" "$1" claims | head -n 1`, process.execPath, MAIN], {
    encoding: 'utf8',
  });
  assert.equal(status, 0);
});

test('nothing of the home directory or the host name is in what is written', NEEDS_GO, () => {
  const home = place('home of grace');
  const out = join(root, 'private');
  goassay(['run', '--only', '0,2.2', '--out', out, '-q'], {
    environment: { HOME: home, GOPATH: join(home, 'go'), GOCACHE: join(home, 'cache') },
  });
  for (const file of readdirSync(out))
    assert.ok(!readFileSync(join(out, file), 'utf8').includes('home of grace'), file);
});
