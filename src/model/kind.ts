/**
 * Kinds: the sorts of facts that can be known, and needs: how a claim or a probe asks for one.
 *
 * Probes record facts of a kind, claims ask for them by it, and neither imports the other.
 * A kind belongs to a sort of subject. The machine and the Go under test are one each in a run,
 * so their kinds stand for themselves as needs; there are several binaries, so a need for a fact
 * about one says which: `of(binaryIdentity, 'hello-darwin-arm64')`.
 *
 * @module
 */

import type * as z from 'zod';
import type { Text } from './text.ts';

export const SUBJECT_KINDS = ['machine', 'toolchain', 'binary'] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface Kind<T> {
  /** Kebab-case noun phrase, and the name of the file. */
  readonly id: string;
  readonly subject: SubjectKind;
  /** As it reads after "no probe gathered …" and over its evidence. */
  readonly title: Text;
  /** Checks a value that was saved as JSON; published as JSON Schema. */
  readonly schema: z.ZodType<T>;
  /** What the report's header says about the subject because of this fact, if anything. */
  headline?(value: T): Text | undefined;
}

/** A kind of fact about one named subject. */
export interface Need<T> {
  readonly kind: Kind<T>;
  readonly subject: string;
}

/** A need that a claim can do without: it is shown `undefined` when the fact is missing. */
export interface Wish<T> {
  readonly wish: Need<T>;
}

export type Asked<T> = Kind<T> | Need<T> | Wish<T>;

// oxlint-disable-next-line typescript/no-explicit-any -- a kind's headline() takes its own value, so no other bound admits every kind
export type Needs = Readonly<Record<string, Asked<any>>>;

/** What a claim or a probe is shown: the value of every need, all of them known, wishes perhaps. */
export type Shown<N extends Needs> = {
  readonly [K in keyof N]: N[K] extends Wish<infer T>
    ? T | undefined
    : N[K] extends Need<infer T>
      ? T
      : N[K] extends Kind<infer T>
        ? T
        : never;
};

export function kind<T>(definition: Kind<T>): Kind<T> {
  return definition;
}

/** A fact about the subject of that name: `of(binaryIdentity, 'hello-darwin-arm64')`. */
export function of<T>(asked: Kind<T>, subject: string): Need<T> {
  return { kind: asked, subject: `${asked.subject}:${subject}` };
}

/** Asks for a fact without making the verdict hang on it. */
export function wish<T>(asked: Kind<T> | Need<T>): Wish<T> {
  return { wish: needOf(asked) };
}

export function needOf<T>(asked: Asked<T>): Need<T> {
  if ('wish' in asked) return asked.wish;
  return 'kind' in asked ? asked : { kind: asked, subject: asked.subject };
}

/** The name of one fact in a run, such as "machine/cpu-topology" or "binary:hello/binary-identity". */
export function needId({ kind: { id }, subject }: Need<unknown>): string {
  return `${subject}/${id}`;
}
