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

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { ascending, quantile } from './quantile';

/**
 * A 95 % interval of a statistic.
 *
 * @public
 */
export interface Interval {
  low: number;
  high: number;
}

const ROUNDS = 400;
const SEED = 20260105;
/**
 * Above so many observations the interval is that of the normal distribution,
 * to which the bootstrap's converges: it would take seconds to draw.
 */
const MANY = 2_000;
/** Of the standard normal distribution, for 95 %. */
const Z = 1.959964;

/**
 * Percentile bootstrap (Efron 1979), seeded: the same values give the same
 * interval. The statistic gets how often each of `n` observations was drawn.
 */
function bootstrap(
  n: number,
  statistic: (drawn: Uint32Array) => number | undefined,
): Interval | undefined {
  const random = xoroshiro128plus(SEED);
  const drawn = new Uint32Array(n);
  const results: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    drawn.fill(0);
    for (let i = 0; i < n; i++) {
      drawn[uniformInt(random, 0, n - 1)] += 1;
    }
    const result = statistic(drawn);
    if (result !== undefined) {
      results.push(result);
    }
  }
  const sorted = ascending(results);
  const low = quantile(sorted, 0.025);
  const high = quantile(sorted, 0.975);
  return low === undefined || high === undefined ? undefined : { low, high };
}

/**
 * The interval of the median; undefined for no values.
 *
 * @public
 */
export function medianInterval(
  values: readonly number[],
): Interval | undefined {
  const sorted = ascending(values);
  if (sorted.length > MANY) {
    return medianByRank(sorted);
  }
  return sorted.length === 0
    ? undefined
    : bootstrap(sorted.length, drawn => drawnMedian(sorted, drawn));
}

/**
 * The interval of Σ parts / Σ wholes; undefined for no observations. A mean is
 * the ratio of the values to ones.
 *
 * @public
 */
export function ratioInterval(
  observations: readonly { part: number; whole: number }[],
): Interval | undefined {
  if (observations.length > MANY) {
    return ratioByVariance(observations);
  }
  return observations.length === 0
    ? undefined
    : bootstrap(observations.length, drawn => {
        let part = 0;
        let whole = 0;
        observations.forEach((observation, i) => {
          part += drawn[i] * observation.part;
          whole += drawn[i] * observation.whole;
        });
        return whole === 0 ? undefined : part / whole;
      });
}

/** The values at the ranks that the median lies between (Conover 1999, 3.2). */
function medianByRank(sorted: readonly number[]): Interval {
  const n = sorted.length;
  const spread = (Z * Math.sqrt(n)) / 2;
  return {
    low: sorted[Math.max(0, Math.floor(n / 2 - spread))],
    high: sorted[Math.min(n - 1, Math.ceil(n / 2 + spread))],
  };
}

/** The ratio of sums, by the variance of its linearisation (Cochran 1977, 2.11). */
function ratioByVariance(
  observations: readonly { part: number; whole: number }[],
): Interval | undefined {
  let parts = 0;
  let wholes = 0;
  for (const { part, whole } of observations) {
    parts += part;
    wholes += whole;
  }
  if (wholes === 0) {
    return undefined;
  }
  const ratio = parts / wholes;
  let squares = 0;
  for (const { part, whole } of observations) {
    squares += (part - ratio * whole) ** 2;
  }
  const spread = (Z * Math.sqrt(squares)) / wholes;
  return { low: ratio - spread, high: ratio + spread };
}

/** The median of sorted values, each as often as it was drawn. */
function drawnMedian(sorted: readonly number[], drawn: Uint32Array): number {
  const n = sorted.length;
  const low = Math.floor((n - 1) / 2);
  const high = Math.ceil((n - 1) / 2);
  let seen = 0;
  let lower: number | undefined;
  for (let i = 0; i < n; i++) {
    seen += drawn[i];
    if (lower === undefined && seen > low) {
      lower = sorted[i];
    }
    if (lower !== undefined && seen > high) {
      return (lower + sorted[i]) / 2;
    }
  }
  return sorted[n - 1];
}

/**
 * Whether two intervals have nothing in common: only then does a difference
 * count as a change.
 *
 * @public
 */
export function areApart(a: Interval, b: Interval): boolean {
  return a.high < b.low || b.high < a.low;
}
