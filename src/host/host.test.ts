import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { fakeHost } from './fake.ts';
import { HostError, type Answer, type Host, type Request } from './host.ts';
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

const server = createServer(({ url }, response) => {
  if (url === '/hello') response.writeHead(200, { 'content-type': 'text/plain' }).end('hello\n');
  else if (url === '/moved') response.writeHead(302, { location: '/hello' }).end();
  else if (url === '/gone') response.writeHead(404).end('gone\n');
  else response.destroy();
});
server.unref();
const site = await listening(server);

const ground = (host: Host): Ground => ({
  host,
  site,
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
    respond({ url }) {
      const hello = { headers: { 'content-type': 'text/plain' }, body: 'hello\n' };
      if (url === `${site}/hello`) return hello;
      if (url === `${site}/moved`) return { ...hello, url: `${site}/hello`, redirectedBy: [url] };
      return url === `${site}/gone` ? { status: 404, body: 'gone\n' } : undefined;
    },
  });

/** The address of a server on loopback, once it listens. */
function listening(started: Server): Promise<string> {
  return new Promise((resolve) => {
    started.listen(0, '127.0.0.1', () => {
      const address = started.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    });
  });
}

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
    ...[directory, nothing].map((path) => host.digestTree(path)),
    host.withFile(file, async (open) => [await open.read(1, 3), await open.read(4, 100)]),
    host.withFile(nothing, () => Promise.resolve(1)),
    ...[directory, nothing].map((path) => host.list(path)),
    ...[file, link, directory, nothing].map((path) => host.status(path)),
    ...[link, nothing].map((path) => host.realPath(path)),
    host.run({ argv: ['sh', '-c', 'echo out; echo err >&2; exit 3'] }),
    host.run({ argv: ['goassay-no-such-program'] }),
    ...['hello', 'gone', 'moved', 'refused'].map((path) => host.request({ url: `${site}/${path}` })),
    host.request({
      url: `${site}/hello`,
      headers: { range: 'bytes=0-' },
      receive: () => Promise.resolve(),
    }),
  ]);
  assert.equal(refusals.filter(({ status }) => status === 'rejected').length, 3);
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

/** What a server that behaves like this comes to. */
async function asking(
  t: TestContext,
  behave: RequestListener,
  limits: Partial<Request> = {},
): Promise<Answer> {
  const bad = createServer(behave);
  t.after(() => {
    bad.closeAllConnections();
    bad.close();
  });
  return nodeHost().request({ url: `${await listening(bad)}/x`, ...limits });
}

test('nodeHost() ends a server that never answers, and one that stalls', async (t) => {
  await assert.rejects(
    asking(t, () => undefined, { timeLimitMs: 100 }),
    refuses('timed-out'),
  );
  const stalls: RequestListener = (_, response) => response.writeHead(200).write('begin');
  await assert.rejects(asking(t, stalls, { idleLimitMs: 100 }), refuses('timed-out'));
  const drips: RequestListener = (_, response) => {
    const drip = setInterval(() => response.write('x'), 10);
    response.on('close', () => clearInterval(drip));
  };
  await assert.rejects(asking(t, drips, { timeLimitMs: 200 }), refuses('timed-out'));
});

test('nodeHost() refuses answers without end and with a lying length', async (t) => {
  const endless: RequestListener = (_, response) => {
    const more = (): boolean => !response.destroyed && response.write(Buffer.alloc(65_536), more);
    more();
  };
  await assert.rejects(asking(t, endless, { limitBytes: 1_000_000 }), refuses('too-large'));
  const promises: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('short');
    setTimeout(() => response.destroy(), 20);
  };
  await assert.rejects(asking(t, promises), refuses('broken-answer'));
  const boasts: RequestListener = (_, response) =>
    response.writeHead(200, { 'content-length': String(2 ** 40) }).end();
  await assert.rejects(asking(t, boasts), refuses('too-large'));
});

test('nodeHost() neither follows redirects in circles nor to what is no address', async (t) => {
  const circle: RequestListener = (_, response) => response.writeHead(302, { location: '/x' }).end();
  await assert.rejects(asking(t, circle), refuses('broken-answer'));
  const file: RequestListener = (_, response) =>
    response.writeHead(302, { location: 'file:///etc/passwd' }).end();
  await assert.rejects(asking(t, file), refuses('broken-answer'));
  assert.equal((await asking(t, file, { redirects: 'return' })).status, 302);
});

test('nodeHost() sends no credentials unencrypted, and tells them to nobody', async () => {
  const secret = nodeHost().request({ url: site.replace('//', '//gopher:hunter2@') });
  await assert.rejects(
    secret,
    (error) => error instanceof HostError && error.refusal === 'denied' && !error.message.includes('hunter2'),
  );
});

test('witness() writes down what was asked of servers, without credentials', async () => {
  const { host, sources } = witness(fake());
  await host.request({ url: `${site}/hello` });
  await assert.rejects(host.request({ url: 'https://gopher:hunter2@example.com/' }));
  const [hello, refused] = sources();
  assert.ok(hello?.via === 'request' && hello.bodySha256?.startsWith('5891b5b5') && hello.sizeBytes === 6);
  assert.deepEqual(refused, {
    via: 'request',
    method: 'GET',
    url: 'https://example.com/',
    status: 'unreachable',
  });
});
