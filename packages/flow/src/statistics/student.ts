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

/** The value below which 97.5 % of the standard normal distribution lie. */
export const Z_95 = 1.959963984540054;

/**
 * A quantile of Student's distribution from the same quantile of the standard
 * normal distribution, by the expansion of Cornish and Fisher (Abramowitz and
 * Stegun 1964, 26.7.5); exact for one and two degrees of freedom at 97.5 %.
 *
 * @param z - the quantile of the standard normal distribution
 * @param degrees - of freedom, 1 or more
 */
export function studentQuantile(z: number, degrees: number): number {
  if (z === Z_95 && degrees < 3) {
    return degrees < 2 ? 12.706205 : 4.302653;
  }
  const d = degrees;
  return (
    z +
    (z ** 3 + z) / (4 * d) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * d ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * d ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) /
      (92160 * d ** 4)
  );
}
