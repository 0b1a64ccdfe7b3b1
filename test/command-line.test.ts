/**
 * The command line as its user meets it when all goes well, and when they mistype.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Report } from '../src/model/report.ts';
import { capability } from './capability.ts';
import { goassay, NEEDS_GO, place, QUICK, root } from './goassay.ts';

test('--help, help and a bare typing error say what there is', () => {
  assert.match(goassay(['--help']).stdout, /goassay doctor/);
  assert.match(goassay(['help', 'run']).stdout, /--gate/);
  assert.match(goassay(['--help'], { environment: { GOASSAY_LANG: 'zh' } }).stdout, /本机的白皮书/);
  assert.match(goassay(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
});

test('help exit-codes lists every code', () => {
  const { stdout } = goassay(['help', 'exit-codes']);
  const codes = [...stdout.matchAll(/^ *(\d+) {2}/gm)].map(([, code]) => Number(code));
  assert.deepEqual(codes, [0, 1, 2, 3, 4, 130, 143]);
});

const USAGE: readonly (readonly [args: readonly string[], says: RegExp])[] = [
  [['doctr'], /Did you mean doctor\?/],
  [['run', '--onli', '2.2'], /Did you mean --only\?/],
  [['run', '--only', 'host-cpu-core-metric'], /did you mean "host-cpu-cores-metric"\?/],
  [['run', '--gate', 'W9.99'], /Unknown chapter, claim or statement "W9.99"/],
  [['run', '--gate', 'W5.01'], /no claim of this version answers it/],
  [['run', '--profile', 'quik'], /quick, full/],
  [['run', '-o', 'htm'], /did you mean "html"\?/],
  [['run', '--max-inconclusive', '-1'], /It is no count/],
  [['explain', 'gctrace-line'], /did you mean "gctrace-lines"\?/],
  [['help', 'exit-code'], /did you mean "exit-codes"\?/],
  [['completion', 'tcsh'], /bash, zsh, fish/],
  [['judge', 'nothing.json'], /Cannot read dossier nothing\.json: ENOENT/],
];

for (const [args, says] of USAGE) {
  test(`goassay ${args.join(' ')} exits 2 and says what was meant`, () => {
    const { status, stdout, stderr } = goassay(args);
    assert.equal(status, 2);
    assert.match(stderr, says);
    assert.equal(stdout, '');
  });
}

test('flags may be written the Go way, with one dash', () => {
  const { status, stdout } = goassay(['claims', '-json']);
  assert.equal(status, 0);
  assert.equal(typeof JSON.parse(stdout).statements.answered, 'number');
});

test('claims --json names every claim with its chapter, statements and needs', () => {
  const { claims, statements } = JSON.parse(goassay(['claims', '--json']).stdout);
  for (const claim of claims) {
    assert.ok(
      typeof claim.id === 'string' &&
        /^[0-5]$/.test(claim.chapter) &&
        Array.isArray(claim.answers) &&
        Array.isArray(claim.needs),
    );
  }
  const said = claims.map(({ statement }: { statement: { en: string } }) => statement.en);
  assert.equal(new Set(said).size, said.length, 'two claims say the same');
  assert.equal(statements.total, 269);
  assert.equal(statements.answered + statements.unanswered.length, 269);
});

test('run --plan runs nothing and says what would run, its cost, network and writes', () => {
  const out = join(root, 'planned');
  const { status, stdout } = goassay(['run', '--plan', '--out', out]);
  assert.equal(status, 0);
  assert.match(stdout, /network: go\.dev/);
  assert.match(stdout, /writes: the Go build cache/);
  assert.ok(!existsSync(out));
  const plan = JSON.parse(goassay(['run', '--plan', '--json', '--only', 'W2.18']).stdout);
  assert.deepEqual(
    plan.probes.map(({ gathers }: { gathers: string }) => gathers),
    ['toolchain/go-under-test', 'toolchain/metrics-sources'],
  );
});

test(
  'run writes three files, and judging the dossier gives the same findings byte for byte',
  NEEDS_GO,
  () => {
    const out = join(root, 'report');
    const { status, stdout, stderr } = goassay(['run', ...QUICK, '--out', out, '--json']);
    assert.equal(status, 0, stderr);
    const report = JSON.parse(stdout) as Report; // what --json promises
    assert.deepEqual(readdirSync(out).toSorted(), ['dossier.json', 'report.html', 'report.json']);
    assert.equal(readFileSync(join(out, 'report.json'), 'utf8'), stdout);
    const judged = goassay(['judge', join(out, 'dossier.json'), '--json']);
    assert.equal(judged.status, 0, judged.stderr);
    assert.equal(
      JSON.stringify((JSON.parse(judged.stdout) as Report).findings),
      JSON.stringify(report.findings),
    );
    const { statements } = report.totals;
    const sum = Object.entries(statements).reduce(
      (total, [name, count]) => total + (name === 'total' ? 0 : count),
      0,
    );
    assert.equal(sum, 269);
    // Without a terminal, progress is a plain line per step on standard error.
    assert.match(stderr, /^\[1\/\d+\] .*: known \(\d+\.\d s\)$/m);
    assert.ok(!stderr.includes('\u001b') && !stderr.includes('\r'));
  },
);

test('a run on tape is replayed with the same findings', NEEDS_GO, () => {
  const tape = join(root, 'run.tape.json');
  const first = goassay(['run', ...QUICK, '--out', join(root, 'taped'), '--record', tape, '--json', '-q']);
  const again = goassay(
    ['run', ...QUICK, '--out', join(root, 'replayed'), '--replay', tape, '--json', '-q'],
    { environment: { PATH: '/nowhere' } },
  );
  assert.equal(again.status, 0, again.stderr);
  const verdicts = (text: string) =>
    (JSON.parse(text) as Report).findings.map(({ id, verdict }) => [id, verdict.outcome, verdict.because.en]);
  assert.deepEqual(verdicts(again.stdout), verdicts(first.stdout));
});

test('-o tells the report in other formats, to files and to standard output', NEEDS_GO, () => {
  const out = join(root, 'formats');
  const { stdout } = goassay([
    'run',
    ...QUICK,
    '--out',
    out,
    '-o',
    'markdown=-',
    '-o',
    `terminal=${join(out, 'a=b.txt')}`,
    '-q',
  ]);
  assert.match(stdout, /^### goassay/);
  assert.match(readFileSync(join(out, 'a=b.txt'), 'utf8'), /^goassay: Go on ARM64/);
});

test('the gate: 0 met, 1 refuted, 3 undecided, and files are written first', NEEDS_GO, () => {
  const out = join(root, 'gate');
  const gate = (...args: string[]) =>
    goassay([
      'run',
      '--only',
      'darwin-metrics-implementation,page-size-support,mac2-deployment',
      '--out',
      out,
      '-q',
      ...args,
    ]);
  assert.equal(gate().status, 0);
  assert.equal(gate('--gate', 'page-size-support').status, 0);
  rmSync(out, { recursive: true });
  const refuted = gate('--gate', 'W2.18');
  assert.equal(refuted.status, 1);
  assert.match(refuted.stderr, /gate: darwin-metrics-implementation is refuted/);
  assert.ok(existsSync(join(out, 'report.html')));
  assert.equal(gate('--gate', 'mac2-deployment').status, process.platform === 'darwin' ? 0 : 3);
  assert.equal(gate('--gate', 'mac2-deployment', '--max-inconclusive', '1').status, 0);
});

test('explain argues a claim with its commands, and an unanswered statement with how it is to be decided', () => {
  const { stdout, stderr } = goassay(['explain', 'W2.20'], { directory: place('nowhere') });
  for (const words of [
    'host-cpu-cores-metric',
    'host.cpu.cores',
    'How it is decided',
    'What would change it',
  ])
    assert.ok(stdout.includes(words));
  assert.match(stderr, /There is no dossier/);
  assert.match(
    goassay(['explain', 'W5.01'], { directory: place('nowhere') }).stdout,
    /Not answered by this version/,
  );
});

for (const [shell, check] of [
  ['bash', ['bash', '-n']],
  ['zsh', ['zsh', '-n']],
  ['fish', ['fish', '-n']],
] as const) {
  const needs = capability(shell, spawnSync(shell, ['-c', 'true']).status === 0);
  test(`completion ${shell} is a script that ${shell} reads`, needs, () => {
    const script = join(root, `completion.${shell}`);
    writeFileSync(script, goassay(['completion', shell]).stdout);
    execFileSync(check[0], [check[1], script]);
  });
}

test('bash completes claims after --only and commands first', () => {
  const script = `source <(cat "$1"); COMP_WORDS=(goassay run --only host-cpu); COMP_CWORD=3; _goassay; echo "\${COMPREPLY[@]}"; COMP_WORDS=(goassay doc); COMP_CWORD=1; _goassay; echo "\${COMPREPLY[@]}"`;
  const file = join(root, 'complete.bash');
  writeFileSync(file, goassay(['completion', 'bash']).stdout);
  const words = execFileSync('bash', ['-c', script, 'bash', file], { encoding: 'utf8' });
  assert.deepEqual(words.trim().split('\n'), ['host-cpu-cores-metric', 'doctor']);
});

test('schema prints what the package ships', () => {
  const documents = readdirSync('schema').map((name) => name.replace(/\.schema\.json$/, ''));
  assert.ok(documents.length >= 9);
  for (const document of documents) {
    const isSame =
      goassay(['schema', document]).stdout === readFileSync(`schema/${document}.schema.json`, 'utf8');
    assert.ok(
      isSame,
      `schema/${document}.schema.json is stale: ./goassay schema ${document} >schema/${document}.schema.json`,
    );
  }
});
