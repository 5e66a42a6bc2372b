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
 * Where a series changes its level.
 *
 * @public
 */
export interface ChangePoint {
  /** Index of the first value after the change. */
  index: number;
  /** Probability of a change as large by chance alone. */
  p: number;
}

/**
 * The test of Pettitt (1979) for one change of level at an unknown place. It
 * compares ranks, so it gives the same answer for values and their logarithms,
 * and does not ask how they are distributed.
 *
 * @param least - values there must be on each side
 * @returns undefined when the change is not significant at 5 %
 * @public
 */
export function pettitt(
  values: readonly number[],
  least = 3,
): ChangePoint | undefined {
  const n = values.length;
  let best = 0;
  let index = -1;
  let u = 0;
  for (let t = 0; t < n - 1; t++) {
    for (const value of values) {
      u += Math.sign(values[t] - value);
    }
    if (t + 1 >= least && n - t - 1 >= least && Math.abs(u) > best) {
      best = Math.abs(u);
      index = t + 1;
    }
  }
  const p = Math.min(1, 2 * Math.exp((-6 * best ** 2) / (n ** 3 + n ** 2)));
  return index >= 0 && p < 0.05 ? { index, p } : undefined;
}
