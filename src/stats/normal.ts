/**
 * The normal distribution, to about fifteen digits: a series near the middle, a continued
 * fraction in the tails (Abramowitz & Stegun 26.2.11 and 26.2.14), and Newton's method backwards.
 *
 * @module
 */

const ROOT_2PI = Math.sqrt(2 * Math.PI);

function density(z: number): number {
  return Math.exp((-z * z) / 2) / ROOT_2PI;
}

/** P(Z ≤ z). */
export function normalBelow(z: number): number {
  if (z === 0) return 0.5;
  return z < 0 ? tail(-z) : 1 - tail(z);
}

/** P(Z > z) for z > 0. */
function tail(z: number): number {
  if (z > 38) return 0;
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let odd = 3; Math.abs(term) > 1e-18 * sum; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - density(z) * sum;
  }
  let fraction = 0;
  for (let depth = 100; depth > 0; depth -= 1) fraction = depth / (z + fraction);
  return density(z) / (z + fraction);
}

/** The z with P(Z ≤ z) = `probability`. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    return probability === 0 ? -Infinity : probability === 1 ? Infinity : NaN;
  }
  if (probability > 0.5) return -normalQuantile(1 - probability);
  // The first guess of Abramowitz & Stegun 26.2.23 is right to 4.5e-4; each step doubles the digits.
  const t = Math.sqrt(-2 * Math.log(probability));
  let z = -(
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  );
  for (let step = 0; step < 4; step += 1) {
    const error = (normalBelow(z) - probability) / density(z);
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}
