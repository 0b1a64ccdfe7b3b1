/**
 * From a benchmark result to the place of its values: which table, row and column, by the keys that
 * were asked for. What nobody asked for is the residue, in which the values of a cell must not differ.
 *
 * @module
 */

import type { BenchmarkResult } from '../../formats/benchfmt.ts';
import { QueryError, type ProjectionPart } from './query.ts';

/** A result with the label of its file, which is the key ".file". */
export interface Labelled extends BenchmarkResult {
  readonly label: string;
}

interface Field {
  readonly name: string;
  readonly compare: (one: string, other: string) => number;
}

/** The values of all fields that are not empty. */
export type Key = ReadonlyMap<Field, string>;

/** Collects what the projections of one question take, so that ".config" and ".fullname" leave it out. */
export class Projections {
  readonly #configKeys = new Set<string>();
  readonly #nameKeys: string[] = [];
  #hasConfig = false;
  #hasFullname = false;

  /** `unit` adds the field ".unit" at the end. */
  of(parts: readonly ProjectionPart[], query: string, unit = false): Projection {
    for (const { key, at, order } of parts) {
      if (key === '.unit') throw new QueryError('.unit is for filters only', query, at);
      if (key === '') throw new QueryError('a key is expected', query, at);
      if (key === '.config' && typeof order === 'object')
        throw new QueryError('.config takes no list', query, at);
      if (key === '.config') this.#hasConfig = true;
      else if (key === '.fullname') this.#hasFullname = true;
      else if (key === '.name' || key.startsWith('/')) this.#nameKeys.push(key);
      else this.#configKeys.add(key);
    }
    return new Projection(parts, { configKeys: this.#configKeys, nameKeys: this.#nameKeys }, unit);
  }

  /** What no projection took. To be asked for last. */
  residue(): Projection {
    const parts: ProjectionPart[] = [];
    if (!this.#hasConfig) parts.push({ key: '.config', at: 0, order: 'first' });
    if (!this.#hasFullname) parts.push({ key: '.fullname', at: 0, order: 'first' });
    return new Projection(parts, { configKeys: this.#configKeys, nameKeys: this.#nameKeys }, false);
  }
}

interface Taken {
  readonly configKeys: ReadonlySet<string>;
  readonly nameKeys: readonly string[];
}

export class Projection {
  readonly #parts: readonly ProjectionPart[];
  readonly #taken: Taken;
  /** Per part its fields; ".config" gets one for every key that it meets. */
  readonly #fields: Map<string, Field>[];
  readonly #unit: Field | undefined;
  readonly #keys = new Map<string, Key>();
  /** Per field of one's own, the order in which values were seen. */
  readonly #seen = new Map<Field, Map<string, number>>();

  constructor(parts: readonly ProjectionPart[], taken: Taken, unit: boolean) {
    this.#parts = parts;
    this.#taken = taken;
    this.#fields = parts.map(() => new Map());
    this.#unit = unit ? this.#newField('.unit', 'first') : undefined;
    for (const [index, { key, order }] of parts.entries())
      if (key !== '.config') this.#fields[index]?.set(key, this.#newField(key, order));
  }

  /** The same key object for the same values. */
  project(result: Labelled, unit = ''): Key {
    const values = new Map<Field, string>();
    for (const [index, part] of this.#parts.entries()) {
      const fields = this.#fields[index] ?? new Map<string, Field>();
      if (part.key !== '.config') {
        const field = fields.get(part.key);
        if (field) values.set(field, this.#valueOf(result, part.key));
        continue;
      }
      for (const [name, value] of result.config) {
        if (this.#taken.configKeys.has(name)) continue;
        const field = fields.get(name) ?? this.#configField(name, part.order);
        fields.set(name, field);
        values.set(field, value);
      }
    }
    if (this.#unit) values.set(this.#unit, unit);
    return this.#kept(values);
  }

  #kept(values: ReadonlyMap<Field, string>): Key {
    const fields = this.fields();
    const filled = fields.filter((field) => (values.get(field) ?? '') !== '');
    const id = JSON.stringify(filled.map((field) => [field.name, values.get(field)]));
    const before = this.#keys.get(id);
    if (before) return before;
    const key = new Map(filled.map((field) => [field, values.get(field) ?? '']));
    this.#keys.set(id, key);
    for (const [field, order] of this.#seen) {
      const value = values.get(field) ?? '';
      if (!order.has(value)) order.set(value, order.size);
    }
    return key;
  }

  /** In the order in which keys are compared and told. */
  fields(): Field[] {
    return [...this.#fields.flatMap((fields) => [...fields.values()]), ...(this.#unit ? [this.#unit] : [])];
  }

  sorted(keys: Iterable<Key>): Key[] {
    const fields = this.fields();
    return [...keys].toSorted((one, other) => {
      for (const field of fields) {
        const [a, b] = [one.get(field) ?? '', other.get(field) ?? ''];
        if (a !== b) return field.compare(a, b) || (a < b ? -1 : 1);
      }
      return 0;
    });
  }

  #valueOf(result: Labelled, key: string): string {
    return key === '.fullname' ? fullName(result.name, this.#taken.nameKeys) : valueOf(result, key);
  }

  #newField(name: string, order: ProjectionPart['order']): Field {
    if (order !== 'first') return { name, compare: comparison(order) };
    const seen = new Map<string, number>();
    const field: Field = { name, compare: (one, other) => (seen.get(one) ?? 0) - (seen.get(other) ?? 0) };
    this.#seen.set(field, seen);
    return field;
  }

  /** Keys of ".config" keep no order of their own: their values are told by the alphabet. */
  #configField(name: string, order: ProjectionPart['order']): Field {
    return { name, compare: order === 'first' ? () => 0 : comparison(order) };
  }
}

/** The values of a key, without their names, parted by blanks. */
export function keyText(key: Key, fields: readonly Field[]): string {
  return fields.flatMap((field) => key.get(field) ?? []).join(' ');
}

/** Names of the fields in which keys differ. */
export function differing(keys: readonly Key[], fields: readonly Field[]): string[] {
  const [first, ...rest] = keys;
  return fields
    .filter((field) => rest.some((key) => key.get(field) !== first?.get(field)))
    .map(({ name }) => name);
}

/** The value of a key that is neither ".config" nor ".unit"; empty if the result has none. */
export function valueOf(result: Labelled, key: string): string {
  if (key === '.fullname') return result.name;
  if (key === '.file') return result.label;
  const { base, parts } = partsOf(result.name);
  if (key === '.name') return base;
  if (!key.startsWith('/')) return result.config.get(key) ?? '';
  const last = parts.at(-1);
  if (key === '/gomaxprocs' && last?.startsWith('-')) return last.slice(1);
  return parts.find((part) => part.startsWith(`${key}=`))?.slice(key.length + 1) ?? '';
}

/** "Encode/format=json-48" is "Encode", "/format=json" and "-48". */
function partsOf(name: string): { base: string; parts: string[] } {
  const [, before = name, procs] = /^(.*?)(-\d+)$/s.exec(name) ?? [];
  const [base = '', ...rest] = before.split('/');
  return { base, parts: [...rest.map((part) => `/${part}`), ...(procs === undefined ? [] : [procs])] };
}

function fullName(name: string, without: readonly string[]): string {
  if (without.length === 0) return name;
  const { base, parts } = partsOf(name);
  const kept = parts.filter(
    (part) =>
      !without.some((key) => key.startsWith('/') && part.startsWith(`${key}=`)) &&
      !(part.startsWith('-') && without.includes('/gomaxprocs')),
  );
  return (without.includes('.name') ? '*' : base) + kept.join('');
}

function comparison(order: Exclude<ProjectionPart['order'], 'first'>): Field['compare'] {
  if (order === 'alpha') return (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  if (order === 'num') return byNumber;
  const place = new Map(order.map((value, index) => [value, index]));
  return (one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0);
}

/** Numbers before words, "NaN" last among numbers; "2k" and "1Mi" are numbers. */
function byNumber(one: string, other: string): number {
  const [a, b] = [numberOf(one), numberOf(other)];
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  if (a < b || (!Number.isNaN(a) && Number.isNaN(b))) return -1;
  return a > b || (Number.isNaN(a) && !Number.isNaN(b)) ? 1 : 0;
}

function numberOf(text: string): number | undefined {
  if (/^nan$/i.test(text)) return NaN;
  const [, digits, prefix = '', binary = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?:([kKMGTPEZY])(i?))?[bB]?$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const power = prefix === '' ? 0 : 1 + 'KMGTPEZY'.indexOf(prefix.toUpperCase());
  return Number(digits) * (binary === '' ? 1000 : 1024) ** power;
}
