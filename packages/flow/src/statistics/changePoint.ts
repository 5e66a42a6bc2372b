/*
 * Copyright 2026 The Chokepoint Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { ascending, quantile, sum } from './quantile';
import { studentQuantile } from './student';

/**
 * Where a series rises to another level, and stays there.
 *
 * @public
 */
export interface Rise {
  /** Index of the first value after the rise. */
  index: number;
  /** How far the levels are apart, in standard errors of that difference. */
  z: number;
}

/**
 * So many standard errors, of a normal distribution, the levels must be apart. A
 * rise among the last values must be found soon; an earlier one had time to show.
 */
const CRITICAL = { recent: 3.2, earlier: 3.7 };
/** Values after a recent rise. */
const RECENT = 8;
/** Residuals count up to so many robust standard deviations. */
const CLIP = 3;
/** Of a normal distribution, over the median of absolute deviations. */
const NORMAL_MAD = 1.4826;
/** Places on each side of where a rise is found that may be its place. */
const NEAR = 2;
/** The usual correlation of one week with the next, and how many weeks it weighs. */
const USUAL = { correlation: 0.3, weight: 60 };
const CORRELATION = { least: 0.25, most: 0.8 };

/**
 * The place where a series most clearly rises to a higher level, if it does:
 * the two levels are compared at each place by their difference in standard
 * errors, which allow for values that are correlated with those before them. An
 * outlier counts for no more than three standard deviations, so that one odd
 * value is no rise.
 *
 * The two error rates are measured in the tests: of 52 healthy values with a
 * correlation of 0.3 it finds a rise in at most 1 % of all series.
 *
 * @param values - usually logarithms, so that a rise is a factor
 * @param least - values there must be on each side
 * @param smallest - difference of the medians of both sides there must be
 * @public
 */
export function findRise(
  values: readonly number[],
  least: number,
  smallest: number,
): Rise | undefined {
  let best: (Rise & { margin: number }) | undefined;
  for (let index = least; index <= values.length - least; index++) {
    const z = riseAt(values, index);
    const margin = z - criticalAt(index, values.length);
    if (margin >= 0 && (!best || margin > best.margin)) {
      best = { index, z, margin };
    }
  }
  if (!best) {
    return undefined;
  }
  const { z } = best;
  const index = placeNear(values, best.index, least);
  const before = median(values.slice(0, index));
  const after = median(values.slice(index));
  return after - before >= smallest ? { index, z } : undefined;
}

/**
 * Where exactly a rise is that was found somewhere: the place near there from
 * which both sides lie closest to their medians. What decides whether there is
 * a rise counts an outlier little, and so may miss its place by one.
 */
function placeNear(
  values: readonly number[],
  found: number,
  least: number,
): number {
  let best = { index: found, distance: Infinity };
  const last = Math.min(values.length - least, found + NEAR);
  for (let index = Math.max(least, found - NEAR); index <= last; index++) {
    const sides = [values.slice(0, index), values.slice(index)];
    const distance = sum(
      sides.map(side => {
        const middle = median(side);
        return sum(side.map(value => Math.abs(value - middle)));
      }),
    );
    if (distance < best.distance) {
      best = { index, distance };
    }
  }
  return best.index;
}

function criticalAt(index: number, n: number): number {
  const isRecent = n - index <= RECENT;
  return studentQuantile(CRITICAL[isRecent ? 'recent' : 'earlier'], n - 2);
}

/** The difference of the levels on both sides of a place, in standard errors. */
function riseAt(values: readonly number[], index: number): number {
  const sides = [values.slice(0, index), values.slice(index)].map(side => {
    const middle = median(side);
    return { middle, deviations: side.map(value => value - middle) };
  });
  const limit =
    CLIP *
    NORMAL_MAD *
    median(sides.flatMap(side => side.deviations.map(Math.abs)));
  const [before, after] = sides.map(({ middle, deviations }) => {
    const clipped = deviations.map(d => (limit > 0 ? clip(d, limit) : d));
    const mean = sum(clipped) / clipped.length;
    return { level: middle + mean, residuals: clipped.map(d => d - mean) };
  });
  const difference = after.level - before.level;
  const error = standardError(before.residuals, after.residuals);
  if (error === 0) {
    return difference > 0 ? Infinity : 0;
  }
  return difference / error;
}

function clip(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

/** Of the difference of two means, from the residuals on both sides. */
function standardError(before: number[], after: number[]): number {
  const n = before.length + after.length;
  const squares = sum([...before, ...after].map(r => r ** 2));
  if (squares === 0) {
    return 0;
  }
  const products = sum([before, after].flatMap(successive));
  const correlation = usualCorrelation(products / squares, n);
  const inflated = [before, after].map(({ length }) =>
    inflation(length, correlation),
  );
  const variance = squares / Math.max(1, n - sum(inflated));
  return Math.sqrt(
    variance * (inflated[0] / before.length + inflated[1] / after.length),
  );
}

function successive(residuals: readonly number[]): number[] {
  return residuals.slice(1).map((residual, i) => residual * residuals[i]);
}

/**
 * A correlation that was found in `n` values, without what it is too small by
 * on average (Kendall 1954), drawn towards the usual one.
 */
function usualCorrelation(found: number, n: number): number {
  const { correlation, weight } = USUAL;
  const unbiased = found + (1 + 4 * found) / n;
  const drawn = (n * unbiased + weight * correlation) / (n + weight);
  return Math.max(CORRELATION.least, Math.min(CORRELATION.most, drawn));
}

/** By how much the mean of `n` correlated values varies more than that of others. */
function inflation(n: number, correlation: number): number {
  let factor = 1;
  for (let k = 1; k < n; k++) {
    factor += 2 * (1 - k / n) * correlation ** k;
  }
  return factor;
}

function median(values: readonly number[]): number {
  return quantile(ascending(values), 0.5) ?? 0;
}
