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

/**
 * The quantile of sorted values by linear interpolation between closest ranks:
 * type 7 of Hyndman and Fan (1996), what PostgreSQL's `percentile_cont` and
 * numpy give. Undefined for no values.
 *
 * @param sorted - ascending
 * @param p - from 0 to 1
 * @public
 */
export function quantile(
  sorted: readonly number[],
  p: number,
): number | undefined {
  if (sorted.length === 0) {
    return undefined;
  }
  const rank = (sorted.length - 1) * p;
  const below = Math.floor(rank);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (rank - below);
}

/** Ascending copy; typed arrays are sorted without calling back for each pair. */
export function ascending(values: readonly number[]): number[] {
  return Array.from(Float64Array.from(values).sort());
}

/** The sum of the values. */
export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) {
    total += value;
  }
  return total;
}

/** How many of the values, sorted ascending, are less than another one. */
export function countBelow(sorted: readonly number[], value: number): number {
  let before = 0;
  let behind = sorted.length;
  while (before < behind) {
    const middle = Math.floor((before + behind) / 2);
    if (sorted[middle] < value) {
      before = middle + 1;
    } else {
      behind = middle;
    }
  }
  return before;
}
