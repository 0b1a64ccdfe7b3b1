/**
 * What attacks on a log are made of: each maker takes what is special about one and turns an honest
 * stage into one on which the record that is asked for must not be accepted.
 *
 * @module
 */

import { joined } from '../src/bytes/digest.ts';
import { formatNote } from '../src/formats/note.ts';
import { signedHead, signer, type SampleLog } from './sample-log.ts';
import {
  hashFor,
  honest,
  LONG,
  logWith,
  pathOf,
  recordText,
  SIGNER,
  tileOf,
  VERSION,
  type Respond,
  type Scene,
  type Stage,
} from './sample-sumdb.ts';

export interface Attack {
  readonly name: string;
  /** Undefined where the attack has no meaning in such a small tree. */
  readonly stage: (scene: Scene) => Stage | undefined;
}

export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Changes the answer to the lookup of the record that is asked for. */
export function lookup(
  name: string,
  change: (honestAnswer: string, scene: Scene) => string | Uint8Array,
): Attack {
  return {
    name: `lookup: ${name}`,
    stage(scene) {
      if (scene.size < 2 && name.startsWith('another record')) return undefined;
      const server = honest(scene);
      const respond: Respond = (path) => {
        const answer = server(path);
        if (!path.startsWith('lookup/') || !(answer.body instanceof Uint8Array)) return answer;
        return { body: change(text(answer.body), scene) };
      };
      return { respond };
    },
  };
}

/** Replaces the signed note at the end of the lookup. */
export function note(name: string, make: (scene: Scene) => Uint8Array): Attack {
  return lookup(`note ${name}`, (answer, scene) =>
    joined([bytes(answer.slice(0, answer.indexOf('\n\n') + 2)), make(scene)]),
  );
}

export const LIE = 'forged';
export const forgedLog = (scene: Scene): SampleLog => logWith(scene.size, scene.id, LIE);
export const forgedLine = ({ id }: Scene): string =>
  `${pathOf(id)} ${VERSION} ${hashFor(`${LIE} zip ${id}`)}`;

/** The lookup lies about the record; tiles are changed so as to go along with it. */
export function tiles(
  name: string,
  change: (path: string, honestTile: Uint8Array, scene: Scene) => ReturnType<Respond>,
): Attack {
  return {
    name: `tiles: ${name}`,
    stage(scene) {
      const server = honest(scene);
      const lie = forgedLog(scene);
      return {
        respond(path) {
          const answer = server(path);
          if (path.startsWith('lookup/'))
            return {
              body: text(answer.body as Uint8Array).replace(
                recordText(scene.id),
                text(lie.records[scene.id] ?? bytes('')),
              ),
            };
          return answer.body instanceof Uint8Array ? change(path, answer.body, scene) : answer;
        },
      };
    },
  };
}

/** Tiles of the levels that `which` chooses are those of a log in which the record is forged. */
export function tilesOf(name: string, which: (level: number) => boolean): Attack {
  return {
    name: `tiles: ${name}`,
    stage(scene) {
      const lie = forgedLog(scene);
      const [server, liar] = [honest(scene), honest({ log: lie, size: scene.size })];
      return {
        respond(path) {
          const tile = tileOf(path);
          if (path.startsWith('lookup/')) {
            const record = text(lie.records[scene.id] ?? bytes(''));
            return { body: text(server(path).body as Uint8Array).replace(recordText(scene.id), record) };
          }
          return tile && which(tile.level) ? liar(path) : server(path);
        },
      };
    },
  };
}

/** A tree of the liar's, signed by the log's own key, before a machine that has seen the honest one. */
export function fork(
  name: string,
  make: (scene: Scene) => { size: number; known: number; place: 'goassay' | 'go' } | undefined,
): Attack {
  return {
    name: `fork: ${name}`,
    stage(scene) {
      const made = make(scene);
      if (!made || scene.id >= made.size || made.known < 1) return undefined;
      const log = logWith(made.size, scene.id, LIE);
      const seen = signedHead(SIGNER, LONG.head(made.known));
      const files: Record<string, string | Uint8Array> =
        made.place === 'go'
          ? { '/go/pkg/sumdb/sum.test/latest': seen }
          : { '/store/sumdb/sum.test/timeline.json': JSON.stringify([{ note: text(seen), seenAt: '' }]) };
      return { respond: honest({ log, size: made.size }), files };
    },
  };
}

export function transport(
  name: string,
  change: (path: string, answer: ReturnType<Respond>) => ReturnType<Respond>,
): Attack {
  return {
    name: `transport: ${name}`,
    stage(scene) {
      const server = honest({ log: forgedLog(scene), size: scene.size });
      const head = signedHead(signer('sum.test', 9), forgedLog(scene).head());
      return {
        respond: (path) =>
          change(
            path,
            path.startsWith('lookup/')
              ? {
                  body: joined([
                    bytes(text(server(path).body as Uint8Array).split('\n\n')[0] ?? ''),
                    bytes('\n\n'),
                    head,
                  ]),
                }
              : server(path),
          ),
      };
    },
  };
}

export const flip = (of: Uint8Array, at: number): Uint8Array =>
  of.map((byte, place) => (place === (at + of.length) % of.length ? byte ^ 1 : byte));

export const changed = (answer: string, from: string | RegExp, to: string): string =>
  answer.replace(from, () => to);

export const signedText = (words: string): Uint8Array => formatNote(words, [SIGNER.line(words)]);
