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

import { ascending, sum } from './quantile';
import { studentQuantile, Z_95 } from './student';

/**
 * A 95 % interval of a statistic.
 *
 * @public
 */
export interface Interval {
  low: number;
  high: number;
}

/** From so many values on, ranks are those of the normal approximation. */
const MANY = 300;
/** What may lie beyond either end. */
const TAIL = 0.025;

/**
 * The interval of a quantile: the values at the two ranks that the quantile
 * lies between in 95 % of all samples, by the binomial distribution (Conover
 * 1999, section 3.2), and from 300 values on by its normal approximation. No
 * distribution of the values is assumed. Undefined where too few values are
 * known to have such ranks: fewer than six for the median.
 *
 * @param p - from 0 to 1; the median where nothing is said
 * @public
 */
export function quantileInterval(
  values: readonly number[],
  p = 0.5,
): Interval | undefined {
  const n = values.length;
  const [low, high] = n < MANY ? exactRanks(n, p) : normalRanks(n, p);
  if (low < 1 || high > n) {
    return undefined;
  }
  const sorted = ascending(values);
  return { low: sorted[low - 1], high: sorted[high - 1] };
}

/**
 * Ranks from 1: the highest that more than a quantile's share of values lie
 * below with 2.5 % at most, and the lowest on the other side.
 */
function exactRanks(n: number, p: number): [number, number] {
  let below = 0;
  let probability = (1 - p) ** n;
  let low = 0;
  let high = n + 1;
  for (let k = 0; k <= n; k++) {
    below += probability;
    if (below <= TAIL) {
      low = k + 1;
    }
    if (high > n && below >= 1 - TAIL) {
      high = k + 1;
    }
    probability *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return [low, high];
}

function normalRanks(n: number, p: number): [number, number] {
  const spread = Z_95 * Math.sqrt(n * p * (1 - p));
  return [Math.floor(n * p - spread + 0.5), Math.ceil(n * p + spread + 0.5)];
}

/**
 * The interval of a share, by Wilson (1927): it stays between 0 and 1 and is
 * no point where nothing, or everything, has happened. Undefined for none.
 *
 * @param hits - of `n` observations, those that count
 * @public
 */
export function shareInterval(hits: number, n: number): Interval | undefined {
  if (n === 0) {
    return undefined;
  }
  const z2 = Z_95 ** 2;
  const share = hits / n;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const spread =
    (Z_95 / (1 + z2 / n)) *
    Math.sqrt((share * (1 - share)) / n + z2 / (4 * n ** 2));
  return {
    low: Math.min(share, middle - spread),
    high: Math.max(share, middle + spread),
  };
}

/**
 * The interval of a mean, by Student's distribution; undefined for fewer than
 * two values.
 *
 * @public
 */
export function meanInterval(values: readonly number[]): Interval | undefined {
  const n = values.length;
  if (n < 2) {
    return undefined;
  }
  const mean = sum(values) / n;
  const spread = studentSpread(values, mean);
  return { low: mean - spread, high: mean + spread };
}

/** Half of the interval of the mean of values. */
function studentSpread(values: readonly number[], mean: number): number {
  const n = values.length;
  const squares = sum(values.map(value => (value - mean) ** 2));
  return studentQuantile(Z_95, n - 1) * Math.sqrt(squares / (n - 1) / n);
}

/**
 * A part of something, and the whole of it.
 *
 * @public
 */
export interface PartOfWhole {
  part: number;
  whole: number;
}

/**
 * The interval of Σ parts / Σ wholes, a share of 0 to 1: the jackknife (Miller
 * 1974) on the logit, by Student's distribution. It stays between 0 and 1.
 * Undefined for fewer than two observations, or where there is no whole.
 *
 * @public
 */
export function ratioInterval(
  observations: readonly PartOfWhole[],
): Interval | undefined {
  const n = observations.length;
  const parts = sum(observations.map(o => o.part));
  const wholes = sum(observations.map(o => o.whole));
  if (n < 2 || wholes === 0) {
    return undefined;
  }
  const ratio = parts / wholes;
  const left = observations.map(o => (parts - o.part) / (wholes - o.whole));
  if (![ratio, ...left].every(s => s > 0 && s < 1)) {
    return byLinearisation(observations, ratio, wholes);
  }
  const whole = logit(ratio);
  const pseudo = left.map(s => n * whole - (n - 1) * logit(s));
  const spread = studentSpread(pseudo, sum(pseudo) / n);
  return { low: fromLogit(whole - spread), high: fromLogit(whole + spread) };
}

/**
 * The same where leaving one observation out leaves nothing, or everything, to
 * be a part: by the delta method (Cochran 1977, section 2.11).
 */
function byLinearisation(
  observations: readonly PartOfWhole[],
  ratio: number,
  wholes: number,
): Interval {
  const n = observations.length;
  const squares = sum(
    observations.map(({ part, whole }) => (part - ratio * whole) ** 2),
  );
  const spread =
    (studentQuantile(Z_95, n - 1) * Math.sqrt((squares * n) / (n - 1))) /
    wholes;
  return {
    low: Math.max(0, ratio - spread),
    high: Math.min(1, ratio + spread),
  };
}

function logit(ratio: number): number {
  return Math.log(ratio / (1 - ratio));
}

function fromLogit(logarithm: number): number {
  return 1 / (1 + Math.exp(-logarithm));
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
