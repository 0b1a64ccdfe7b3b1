/**
 * What every host does, whichever it is: the one suite that the machine, the fake and a replayed
 * tape all pass.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormatError } from '../bytes/error.ts';
import { HostError, type Host } from './host.ts';

/** A place with these files, made for the suite: paths are absolute. */
export interface Ground {
  readonly host: Host;
  /** A file that holds "hello\n". */
  readonly file: string;
  /** A link to it. */
  readonly link: string;
  /** The directory that holds both. */
  readonly directory: string;
  /** A path where nothing is. */
  readonly nothing: string;
  /**
   * The address of a server with "/hello" ("hello\n", type text/plain), "/moved" that redirects there,
   * "/gone" (404, "gone\n"), and nothing at "/refused", which nobody answers.
   */
  readonly site: string;
}

/** SHA-256 of "hello\n", as `sha256sum` prints it. */
const HELLO_DIGEST = '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03';

export function hostSuite(name: string, ground: () => Promise<Ground>): void {
  test(`${name} reads a file whole, by its digest and by windows`, async () => {
    const { host, file } = await ground();
    assert.equal(new TextDecoder().decode(await host.readFile(file)), 'hello\n');
    assert.equal(await host.digest(file), HELLO_DIGEST);
    const read = await host.withFile(file, async (open) => ({
      size: open.sizeBytes,
      inside: new TextDecoder().decode(await open.read(1, 3)),
      beyond: (await open.read(4, 100)).length,
    }));
    assert.deepEqual(read, { size: 6, inside: 'ell', beyond: 2 });
  });

  test(`${name} says undefined where there is nothing`, async () => {
    const { host, nothing } = await ground();
    assert.equal(await host.readFile(nothing), undefined);
    assert.equal(await host.digest(nothing), undefined);
    assert.equal(await host.withFile(nothing, () => Promise.resolve(1)), undefined);
    assert.equal(await host.list(nothing), undefined);
    assert.equal(await host.status(nothing), undefined);
    assert.equal(await host.realPath(nothing), undefined);
  });

  test(`${name} lets through what the reader of a file throws`, async () => {
    const { host, file } = await ground();
    const damage = new FormatError('Cannot read hello: no magic at 0x0', 0);
    await assert.rejects(
      host.withFile(file, async (open) => {
        await open.read(1, 3);
        throw damage;
      }),
      (error) => error === damage,
    );
  });

  test(`${name} digests a tree without following links`, async () => {
    const { host, directory, nothing } = await ground();
    const entries = await host.digestTree(directory);
    assert.deepEqual(entries?.map((entry) => [entry.name, entry.type, entry.sha256]).toSorted(), [
      ['file', 'file', HELLO_DIGEST],
      ['link', 'link', undefined],
    ]);
    assert.equal(await host.digestTree(nothing), undefined);
  });

  test(`${name} refuses to read a directory as a file`, async () => {
    const { host, directory } = await ground();
    await assert.rejects(
      host.readFile(directory),
      (error) => error instanceof HostError && error.refusal === 'not-a-file',
    );
  });

  test(`${name} tells links from what they point at`, async () => {
    const { host, file, link, directory } = await ground();
    assert.equal((await host.status(link))?.type, 'link');
    assert.equal((await host.status(file))?.type, 'file');
    assert.equal((await host.status(directory))?.type, 'directory');
    assert.equal(await host.realPath(link), file);
    assert.deepEqual(await host.list(directory), ['file', 'link']);
  });

  test(`${name} runs a command and keeps both streams and the exit`, async () => {
    const { host } = await ground();
    const { exit, stdout, stderr } = await host.run({ argv: ['sh', '-c', 'echo out; echo err >&2; exit 3'] });
    assert.deepEqual({ exit, stdout, stderr }, { exit: 3, stdout: 'out\n', stderr: 'err\n' });
  });

  test(`${name} refuses a program that does not exist`, async () => {
    const { host } = await ground();
    await assert.rejects(
      host.run({ argv: ['goassay-no-such-program'] }),
      (error) => error instanceof HostError && error.refusal === 'no-such-program',
    );
  });

  test(`${name} asks a server and keeps status, headers and body`, async () => {
    const { host, site } = await ground();
    const { status, headers, body, url, redirectedBy } = await host.request({ url: `${site}/hello` });
    assert.deepEqual({ status, url, redirectedBy }, { status: 200, url: `${site}/hello`, redirectedBy: [] });
    assert.equal(headers['content-type'], 'text/plain');
    assert.equal(new TextDecoder().decode(body), 'hello\n');
    const gone = await host.request({ url: `${site}/gone` });
    assert.equal(`${gone.status} ${new TextDecoder().decode(gone.body)}`, '404 gone\n');
  });

  test(`${name} follows a redirect and says so`, async () => {
    const { host, site } = await ground();
    const { status, url, redirectedBy } = await host.request({ url: `${site}/moved` });
    assert.deepEqual(
      { status, url, redirectedBy },
      { status: 200, url: `${site}/hello`, redirectedBy: [`${site}/moved`] },
    );
  });

  test(`${name} hands a body over as it comes`, async () => {
    const { host, site } = await ground();
    const pieces: Uint8Array[] = [];
    const { body } = await host.request({
      url: `${site}/hello`,
      headers: { range: 'bytes=0-' },
      async receive(piece, { status }) {
        assert.ok(status === 200 || status === 206);
        pieces.push(piece.slice());
      },
    });
    assert.equal(body.length, 0);
    assert.equal(Buffer.concat(pieces).toString(), 'hello\n');
  });

  test(`${name} refuses where nobody answers`, async () => {
    const { host, site } = await ground();
    await assert.rejects(
      host.request({ url: `${site}/refused` }),
      (error) => error instanceof HostError && ['broken-answer', 'unreachable'].includes(error.refusal),
    );
  });
}
