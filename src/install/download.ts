/**
 * A file brought by ranges into its place, resumed where an interrupted run stopped.
 *
 * The unfinished file is named after what it will be, so only the same version is continued; what
 * it holds is proven as a whole afterwards, and thrown away if it is not what the log says.
 *
 * @module
 */

import { open, stat } from 'node:fs/promises';
import { HostError } from '../host/host.ts';
import type { Source } from './sources.ts';

/** A module's zip may have this much (go.dev/ref/mod#zip-path-size-constraints); archives are a seventh of it. */
const MOST_BYTES = 500 * 2 ** 20;
/** On a slow line; silence is ended much earlier. */
const TIME_LIMIT_MS = 3_600_000;
const ATTEMPTS = 4;

export type Progress = (doneBytes: number, totalBytes: number | undefined) => void;

/** Returns the address it came from. Throws HostError when it cannot be had whole. */
export async function download(source: Source, file: string, onProgress: Progress): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await continueDownload(source, file, onProgress);
    } catch (error) {
      const isPassing = error instanceof HostError && ['broken-answer', 'timed-out'].includes(error.refusal);
      if (!isPassing || attempt === ATTEMPTS) throw error;
    }
  }
}

async function continueDownload({ name, ask }: Source, file: string, onProgress: Progress): Promise<string> {
  const have = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  const handle = await open(file, 'a+');
  let at = have;
  try {
    const { answer, url } = await ask({
      ...(have > 0 && { headers: { range: `bytes=${have}-` } }),
      limitBytes: MOST_BYTES,
      timeLimitMs: TIME_LIMIT_MS,
      async receive(piece, { status, headers }) {
        const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers['content-range'] ?? '');
        const isStart = at === have;
        if (isStart && status === 206 && Number(range?.[1]) !== have)
          throw new HostError('broken-answer', `Cannot continue ${name}: the answer begins elsewhere`);
        if (isStart && status === 200 && have > 0) {
          await handle.truncate(0);
          at = 0;
        }
        await handle.write(piece);
        at += piece.length;
        const length = Number(headers['content-length']);
        onProgress(at, status === 206 ? Number(range?.[2]) : Number.isFinite(length) ? length : undefined);
      },
    });
    // From a file:// proxy the bytes come in one piece.
    if (answer.body.length > 0) {
      await handle.truncate(0);
      await handle.write(answer.body);
    }
    await handle.sync();
    return url;
  } catch (error) {
    // 416: what is there is as long as the file, or longer.
    if (have > 0 && error instanceof HostError && error.message.includes('answered 416')) return '';
    if (error instanceof Error && 'code' in error && !(error instanceof HostError))
      throw new HostError('failed', `Cannot write ${file}: ${String(error.code)}`, { cause: error });
    throw error;
  } finally {
    await handle.close();
  }
}
