/**
 * Numbers as Go's fmt prints them: fixed places with halves to even, the shortest digits that read
 * back, and benchstat's prefixes.
 *
 * @module
 */

import { isBinaryUnit } from '../../formats/benchmark-unit.ts';

/** `%.Nf`. JavaScript rounds an exact half away from zero, Go to the even digit. */
export function fixed(value: number, places: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (Math.abs(value) >= 1e21) return `${BigInt(value)}${places > 0 ? `.${'0'.repeat(places)}` : ''}`;
  const rounded = value.toFixed(places);
  const exact = Math.abs(value).toFixed(Math.min(100, places + 60));
  const rest = exact.slice(exact.length - Math.min(60, 100 - places));
  if (!/^50*$/.test(rest)) return rounded;
  const down = exact.slice(0, exact.length - rest.length).replace(/\.$/, '');
  const isEven = /[02468]$/.test(down);
  return isEven ? `${value < 0 ? '-' : ''}${down}` : rounded;
}

export function signedPercent(value: number): string {
  return `${value >= 0 || Number.isNaN(value) ? '+' : ''}${fixed(value, 2)}%`;
}

/** `%v`: an exponent below 1e-4, and from a million on. */
export function shortest(value: number): string {
  if (!Number.isFinite(value)) return fixed(value, 0);
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return Object.is(value, -0) ? '-0' : String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

export interface Scaler {
  readonly places: number;
  readonly factor: number;
  readonly prefix: string;
}

export function scaled({ places, factor, prefix }: Scaler, value: number): string {
  return fixed(value / factor, places) + prefix;
}

interface Step {
  readonly factor: number;
  readonly prefix: string;
  /** From here on printed with one, two and three places. */
  readonly from: readonly (readonly [threshold: number, places: number])[];
}

/** Thresholds are what rounds up when printed, so that four digits are shown and no more. */
const THOUSANDS: readonly Step[] = ['T', 'G', 'M', 'k', '', 'm', 'µ', 'n'].map((prefix, index) => {
  const power = 12 - 3 * index;
  const at = (digits: string): number => Number(`${digits}e${power}`);
  return {
    factor: Number(`1e${power}`),
    prefix,
    from: [
      [at('99.995'), 1],
      [at('9.9995'), 2],
      [at('.99995'), 3],
    ],
  };
});

const POWERS_OF_1024: readonly Step[] = ['Ti', 'Gi', 'Mi', 'Ki', ''].map((prefix, index) => {
  const factor = 2 ** (40 - 10 * index);
  return {
    factor,
    prefix,
    from: [
      [99.995 * factor, 1],
      [9.9995 * factor, 2],
      [0.99995 * factor, 3],
    ],
  };
});

/** The prefix and places that suit the smallest value that is not zero. */
export function commonScale(values: readonly number[], unit: string): Scaler {
  const least = Math.min(...values.map(Math.abs).filter((value) => value !== 0), Infinity);
  if (least === Infinity) return { places: 3, factor: 1, prefix: '' };
  const steps = isBinaryUnit(unit) ? POWERS_OF_1024 : THOUSANDS;
  for (const { factor, prefix, from } of steps) {
    const places = from.find(([threshold]) => least >= threshold)?.[1];
    if (places !== undefined) return { places, factor, prefix };
  }
  const { factor = 1, prefix = '' } = steps.at(-1) ?? {};
  let places = 3;
  while (places < 10 && least / factor < Number(`9.9995e${2 - places}`)) places += 1;
  return { places, factor, prefix };
}
