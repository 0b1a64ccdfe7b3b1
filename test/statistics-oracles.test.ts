/**
 * Our statistics against R and SciPy, which we did not write: hundreds of random samples, one
 * process of each.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { bootstrap } from '../src/stats/bootstrap.ts';
import { shift } from '../src/stats/hodges-lehmann.ts';
import { mannWhitney } from '../src/stats/mann-whitney.ts';
import { benjaminiHochberg, holm } from '../src/stats/multiple-testing.ts';
import { normalBelow, normalQuantile } from '../src/stats/normal.ts';
import { quantileInterval, quantileRanks } from '../src/stats/order-statistic-interval.ts';
import { mean, medianDeviation, quantileOfSorted, ascending } from '../src/stats/quantiles.ts';
import { normalValue, seeded } from '../src/stats/random.ts';
import { relativeSpreadRatio } from '../src/stats/spread-ratio.ts';
import { varianceComponents } from '../src/stats/variance-components.ts';
import { blockedTest } from '../src/stats/blocked.ts';
import { capability } from './capability.ts';

const NEEDS_R = capability('R', spawnSync('Rscript', ['--version']).status === 0);
/** Debian’s SciPy belongs to Debian’s Python, whatever else is first on PATH. */
const PYTHON = '/usr/bin/python3';
const NEEDS_SCIPY = capability('SciPy', spawnSync(PYTHON, ['-c', 'import scipy']).status === 0);

function numbersFrom(program: string, args: readonly string[], script: string): number[] {
  const { status, stdout, stderr } = spawnSync(program, args, { input: script, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim().split(/\s+/).map(Number);
}
const r = (script: string): number[] =>
  numbersFrom('Rscript', ['--vanilla', '-'], `options(warn=-1, digits=17)\n${script}`);
const python = (script: string): number[] => numbersFrom(PYTHON, ['-'], script);
const c = (values: readonly number[]): string => `c(${values.join(',')})`;
const near = (ours: number, theirs: number, tolerance = 1e-9): void =>
  assert.ok(
    Math.abs(ours - theirs) <= tolerance * Math.max(1, Math.abs(theirs)),
    `${ours}, they say ${theirs}`,
  );

const random = seeded('oracles');
const sample = (size: number, places: number): number[] =>
  Array.from({ length: size }, () => Number((10 + normalValue(random)).toFixed(places)));
const pairs = Array.from({ length: 120 }, (_, index) => {
  const places = index % 2 === 0 ? 9 : 1; // without and with ties
  return [sample(2 + random.below(12), places), sample(2 + random.below(12), places)] as const;
});

test(
  'mannWhitney() gives wilcox.test’s p without ties, exact and approximate, and coin’s with ties',
  NEEDS_R,
  () => {
    const large = [sample(60, 9), sample(70, 9)] as const;
    const untied = [...pairs.filter((_, index) => index % 2 === 0), large];
    const theirs = r(untied.map(([x, y]) => `cat(wilcox.test(${c(x)},${c(y)})$p.value,"\\n")`).join('\n'));
    for (const [index, [x, y]] of untied.entries()) near(mannWhitney(x, y).p, theirs[index] ?? NaN);
    const tied = pairs.filter((_, index) => index % 2 === 1).slice(0, 40);
    const coin = r(
      `suppressMessages(library(coin))\n${tied
        .map(
          ([
            x,
            y,
          ]) => `d <- data.frame(v=c(${[...x, ...y].join(',')}), g=factor(c(rep("a",${x.length}),rep("b",${y.length}))))
cat(pvalue(wilcox_test(v ~ g, d, distribution="exact")),"\\n")`,
        )
        .join('\n')}`,
    );
    for (const [index, [x, y]] of tied.entries()) {
      const { p, doubts } = mannWhitney(x, y);
      if (doubts.length === 0) near(p, coin[index] ?? NaN, 1e-7);
    }
  },
);

test('mannWhitney() approximates large tied samples as wilcox.test does', NEEDS_R, () => {
  const [x, y] = [sample(40, 1), sample(55, 1)];
  near(mannWhitney(x, y).p, r(`cat(wilcox.test(${c(x)},${c(y)},exact=FALSE)$p.value)`)[0] ?? NaN);
});

test('shift() is wilcox.test’s estimate and interval', NEEDS_R, () => {
  const some = pairs.filter(([x, y], index) => index % 2 === 0 && Math.min(x.length, y.length) >= 5);
  const theirs = r(
    some
      .map(
        ([x, y]) =>
          `w <- wilcox.test(${c(y)},${c(x)},conf.int=TRUE,exact=TRUE); cat(w$estimate,w$conf.int,"\\n")`,
      )
      .join('\n'),
  );
  for (const [index, [x, y]] of some.entries()) {
    const { estimate, low, high } = shift(x, y);
    for (const [at, ours] of [estimate, low, high].entries()) near(ours, theirs[3 * index + at] ?? NaN);
  }
});

test(
  'blockedTest() of pairs aligned to their mean is coin’s exact Friedman–Hodges–Lehmann test',
  NEEDS_R,
  () => {
    const blocks = Array.from({ length: 8 }, () => sample(4, 3));
    const level = blocks.map(mean);
    const aligned = blocks.flatMap((block, index) =>
      block.map((value) => Number((value - (level[index] ?? 0)).toPrecision(12))),
    );
    const script = `suppressMessages(library(coin))
d <- data.frame(v=rank(${c(aligned)}), g=factor(rep(c("a","a","b","b"),8)), b=factor(rep(1:8,each=4)))
cat(pvalue(independence_test(v ~ g | b, d, distribution=exact(algorithm="shift", fact=2))))`;
    const ours = blockedTest(
      blocks.map(([a = 0, b = 0, x = 0, y = 0]) => [{ first: [a, b], second: [x, y] }]),
    );
    near(ours.p, r(script)[0] ?? NaN, 1e-7);
  },
);

test('Holm and Benjamini–Hochberg are p.adjust’s', NEEDS_R, () => {
  const ps = Array.from({ length: 30 }, () => random.next() ** 3);
  near(
    Math.max(
      ...r(`cat(p.adjust(${c(ps)},"holm"))`).map((theirs, at) => Math.abs(theirs - (holm(ps)[at] ?? NaN))),
    ),
    0,
  );
  near(
    Math.max(
      ...r(`cat(p.adjust(${c(ps)},"BH"))`).map((theirs, at) =>
        Math.abs(theirs - (benjaminiHochberg(ps)[at] ?? NaN)),
      ),
    ),
    0,
  );
});

test('variance components are those of R’s nested analysis of variance', NEEDS_R, () => {
  const nested = Array.from({ length: 4 }, () => Array.from({ length: 3 }, () => sample(5, 6)));
  const flat = nested
    .flat(2)
    .map((value, index) => value + 3 * Math.floor(index / 15) + (Math.floor(index / 5) % 2));
  const shaped = Array.from({ length: 4 }, (_, b) =>
    Array.from({ length: 3 }, (__, p) => flat.slice(15 * b + 5 * p, 15 * b + 5 * p + 5)),
  );
  const [build, process, iteration] =
    r(`d <- data.frame(v=${c(flat)}, b=factor(rep(1:4,each=15)), p=factor(rep(1:12,each=5)))
m <- anova(lm(v ~ b/p, d))[["Mean Sq"]]
cat((m[1]-m[2])/15, (m[2]-m[3])/5, m[3])`);
  const ours = varianceComponents(shaped);
  near(ours.build, build ?? NaN);
  near(ours.process, process ?? NaN);
  near(ours.iteration, iteration ?? NaN);
});

test('the normal distribution is SciPy’s, far into its tails', NEEDS_SCIPY, () => {
  const zs = [-37, -12.3, -5, -3.01, -2.99, -1, -1e-5, 0, 0.3, 2.9, 3.1, 6];
  const theirs = python(
    `from scipy.stats import norm\nfor z in ${JSON.stringify(zs)}: print(repr(float(norm.cdf(z))))`,
  );
  for (const [at, z] of zs.entries())
    assert.ok(Math.abs(normalBelow(z) / (theirs[at] ?? NaN) - 1) < 1e-11, `${z}`);
  const ps = [1e-12, 1e-4, 0.024, 0.025, 0.3, 0.5, 0.8, 0.999];
  const quantiles = python(
    `from scipy.stats import norm\nfor p in ${JSON.stringify(ps)}: print(repr(float(norm.ppf(p))))`,
  );
  for (const [at, p] of ps.entries()) near(normalQuantile(p), quantiles[at] ?? NaN, 1e-11);
});

test(
  'the ranks of an interval cover as SciPy’s binomial says, and one rank less on a side would not',
  NEEDS_SCIPY,
  () => {
    const cases = [5, 6, 7, 10, 11, 20, 31, 50, 100].flatMap((n) => [0.5, 0.9].map((q) => [n, q] as const));
    const found = cases.map(([n, q]) => quantileRanks(n, q, 0.95));
    const theirs = python(
      `from scipy.stats import binom\n${cases
        .map(
          ([n, q], at) =>
            `print(repr(float(binom.cdf(${(found[at]?.highRank ?? 0) - 1},${n},${q})-binom.cdf(${(found[at]?.lowRank ?? 0) - 1},${n},${q}))))`,
        )
        .join('\n')}`,
    );
    for (const [at, { confidence, lowRank, highRank }] of found.entries()) {
      near(confidence, theirs[at] ?? NaN);
      const [n = 0] = cases[at] ?? [];
      assert.ok(confidence >= 0.95 || (lowRank === 0 && highRank === n + 1));
    }
    assert.deepEqual(quantileInterval([3, 1, 2]).doubts, [{ doubt: 'too-few', have: 3, need: 6 }]);
  },
);

test('quantiles and deviations are R’s, and the bootstrap lies where SciPy’s does', NEEDS_SCIPY, () => {
  const values = ascending(sample(40, 6));
  const [q, mad] = python(
    `import numpy as np, scipy.stats as s\nv=np.array(${JSON.stringify(values)})\nprint(repr(float(np.quantile(v,0.37))), repr(float(s.median_abs_deviation(v,scale="normal"))))`,
  );
  near(quantileOfSorted(values, 0.37), q ?? NaN);
  near(medianDeviation(values), mad ?? NaN, 1e-5);
  const skewed = values.map((value) => Math.exp(value));
  const [low, high] = python(
    `import numpy as np, scipy.stats as s\nb=s.bootstrap((np.array(${JSON.stringify(skewed)}),),np.mean,n_resamples=20000,method="BCa",random_state=1)\nprint(b.confidence_interval.low, b.confidence_interval.high)`,
  );
  const ours = bootstrap(skewed, mean, { seed: 1, resamples: 20_000 });
  const width = (high ?? 0) - (low ?? 0);
  assert.ok(
    Math.abs(ours.low - (low ?? 0)) < 0.03 * width && Math.abs(ours.high - (high ?? 0)) < 0.03 * width,
  );
  assert.deepEqual(bootstrap(skewed, mean, { seed: 1 }), bootstrap(skewed, mean, { seed: 1 }));
});

test('relativeSpreadRatio() is wilcox.test’s interval on distances from the median', NEEDS_R, () => {
  // Odd numbers: the middle two of an even one lie as far from the median, and R counts no ties.
  const [x, y] = [sample(31, 9), sample(29, 9)];
  const distances = (values: string): string =>
    `log((function(v) { d <- abs(log(v)-median(log(v))); d[d>0] })(${values}))`;
  const theirs = r(
    `w <- wilcox.test(${distances(c(y))},${distances(c(x))},conf.int=TRUE,exact=TRUE); cat(exp(w$estimate),exp(w$conf.int))`,
  );
  const { estimate, low, high } = relativeSpreadRatio(x, y);
  for (const [index, value] of [estimate, low, high].entries()) near(value, theirs[index] ?? NaN, 1e-8);
});
