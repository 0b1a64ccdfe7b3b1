import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fakeHost } from './fake.ts';
import { HostError, type Host } from './host.ts';
import { hostSuite, type Ground } from './host.suite.ts';
import { nodeHost } from './node.ts';
import { recordTape, replayTape } from './tape.ts';
import { witness } from './witness.ts';

// A home with spaces and characters beyond ASCII, as people have them.
const root = realpathSync(mkdtempSync(join(tmpdir(), 'goassay host 测试-')));
const directory = join(root, 'with space');
mkdirSync(directory);
writeFileSync(join(directory, 'file'), 'hello\n');
symlinkSync(join(directory, 'file'), join(directory, 'link'));
after(() => rmSync(root, { recursive: true }));

const ground = (host: Host): Ground => ({
  host,
  directory,
  file: join(directory, 'file'),
  link: join(directory, 'link'),
  nothing: join(directory, 'nothing'),
});

const fake = (): Host =>
  fakeHost({
    files: { [join(directory, 'file')]: 'hello\n' },
    links: { [join(directory, 'link')]: join(directory, 'file') },
    commands: { 'sh -c echo out; echo err >&2; exit 3': { exit: 3, stdout: 'out\n', stderr: 'err\n' } },
  });

hostSuite('nodeHost()', async () => ground(nodeHost()));
hostSuite('fakeHost()', async () => ground(fake()));
hostSuite('replayTape()', async () => ground(await replayed()));

/** Records every question of the suite on the real machine and replays the tape from JSON. */
async function replayed(): Promise<Host> {
  const { host, tape } = recordTape(nodeHost());
  const { file, link, nothing } = ground(host);
  const refusals = await Promise.allSettled([
    ...[file, nothing, directory].map((path) => host.readFile(path)),
    ...[file, nothing].map((path) => host.digest(path)),
    host.withFile(file, async (open) => [await open.read(1, 3), await open.read(4, 100)]),
    host.withFile(nothing, () => Promise.resolve(1)),
    ...[directory, nothing].map((path) => host.list(path)),
    ...[file, link, directory, nothing].map((path) => host.status(path)),
    ...[link, nothing].map((path) => host.realPath(path)),
    host.run({ argv: ['sh', '-c', 'echo out; echo err >&2; exit 3'] }),
    host.run({ argv: ['goassay-no-such-program'] }),
  ]);
  assert.equal(refusals.filter(({ status }) => status === 'rejected').length, 2);
  return replayTape(JSON.parse(JSON.stringify(tape())));
}

test('replayTape() refuses a question that is not on the tape', async () => {
  const host = await replayed();
  await assert.rejects(host.readFile('/etc/passwd'), /it is not on the tape/);
});

test('recordTape() brings back bytes that are no text', async () => {
  const path = join(root, 'bytes');
  writeFileSync(path, Uint8Array.of(0xff, 0xfe, 0x00, 0x80));
  const { host, tape } = recordTape(nodeHost());
  await host.readFile(path);
  const bytes = await replayTape(JSON.parse(JSON.stringify(tape()))).readFile(path);
  assert.deepEqual([...(bytes ?? [])], [0xff, 0xfe, 0x00, 0x80]);
});

function refuses(refusal: string): (error: unknown) => boolean {
  return (error) => error instanceof HostError && error.refusal === refusal;
}

test('nodeHost() ends a command that hangs, and what it started', async () => {
  const started = performance.now();
  const hanging = nodeHost().run({ argv: ['sh', '-c', 'sleep 60 & sleep 60'], timeLimitMs: 200 });
  await assert.rejects(hanging, refuses('timed-out'));
  assert.ok(performance.now() - started < 5_000);
});

test('nodeHost() ends a command that prints without end', async () => {
  await assert.rejects(
    nodeHost().run({ argv: ['yes'], outputLimitBytes: 100_000 }),
    refuses('too-much-output'),
  );
});

test('nodeHost() does not wait for a grandchild that keeps the pipes open', async () => {
  const { stdout } = await nodeHost().run({ argv: ['sh', '-c', 'sleep 30 & echo done'] });
  assert.equal(stdout, 'done\n');
});

test('nodeHost() neither hangs on a FIFO nor reads a device', async () => {
  const fifo = join(root, 'fifo');
  execFileSync('mkfifo', [fifo]);
  await assert.rejects(nodeHost().readFile(fifo), refuses('not-a-file'));
  await assert.rejects(nodeHost().readFile('/dev/zero'), refuses('not-a-file'));
});

test('nodeHost() names links that lead in a circle', async () => {
  symlinkSync(join(root, 'b'), join(root, 'a'));
  symlinkSync(join(root, 'a'), join(root, 'b'));
  await assert.rejects(nodeHost().readFile(join(root, 'a')), refuses('not-a-file'));
});

test('nodeHost() reads files below /proc, which say they are empty', async (context) => {
  if (process.platform !== 'linux') return context.skip('no /proc here');
  assert.ok(((await nodeHost().readFile('/proc/self/status'))?.length ?? 0) > 100);
  return undefined;
});

test('nodeHost() hands a child only what it may see', async () => {
  process.env['GOASSAY_TEST_TOKEN'] = 'secret';
  const { stdout } = await nodeHost().run({
    argv: ['env'],
    environment: { GOFLAGS: '-mod=mod', HOME: undefined },
  });
  delete process.env['GOASSAY_TEST_TOKEN'];
  assert.ok(!stdout.includes('secret') && stdout.includes('GOFLAGS=-mod=mod') && !/^HOME=/m.test(stdout));
});

test('nodeHost() refuses everything once interrupted', async () => {
  const controller = new AbortController();
  const host = nodeHost({ signal: controller.signal });
  const running = host.run({ argv: ['sleep', '60'] });
  controller.abort();
  await assert.rejects(running, refuses('interrupted'));
  await assert.rejects(host.readFile('/etc/hostname'), refuses('interrupted'));
});

test('nodeHost() writes below its scratch directory only, and removes it', async () => {
  const host = nodeHost();
  const scratch = await host.scratch('work');
  await host.writeScratch(`${scratch}/a/b.txt`, 'text');
  assert.equal((await host.readFile(`${scratch}/a/b.txt`))?.length, 4);
  await assert.rejects(host.writeScratch(join(root, 'elsewhere'), 'x'), refuses('denied'));
  await assert.rejects(host.writeScratch(`${scratch}/../../../escape`, 'x'), refuses('denied'));
  host.close();
  assert.equal(await nodeHost().status(scratch), undefined);
});

test('witness() writes down what was read and run, refusals too', async () => {
  const { host, sources } = witness(fake());
  await host.readFile(join(directory, 'file'));
  await host.run({ argv: ['sh', '-c', 'echo out; echo err >&2; exit 3'] });
  await assert.rejects(host.run({ argv: ['missing', 'x'] }));
  const [file, command, refused] = sources();
  assert.equal(file?.via === 'file' && file.sha256?.slice(0, 8), '5891b5b5');
  assert.equal(command?.via === 'command' && command.exit, 3);
  assert.deepEqual(refused, { via: 'command', argv: ['missing', 'x'], exit: 'no-such-program' });
});
