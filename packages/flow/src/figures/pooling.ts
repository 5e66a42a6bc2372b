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

import { Figure } from './Figure';
import { Observations, weeks } from './population';
import { ascending, quantile, sum } from './quantile';

/** Median as the headline, with the usual quantiles. */
export function distribution(values: number[]): Partial<Figure> {
  const sorted = ascending(values);
  const p50 = quantile(sorted, 0.5);
  return {
    value: p50,
    p50,
    p75: quantile(sorted, 0.75),
    p85: quantile(sorted, 0.85),
    p90: quantile(sorted, 0.9),
  };
}

/** Mean as the headline, with median and p90. */
export function meanOf(values: number[]): Partial<Figure> {
  if (values.length === 0) {
    return {};
  }
  const sorted = ascending(values);
  const mean = sum(values) / values.length;
  return {
    value: mean,
    mean,
    p50: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
  };
}

/** Share of the observations that are 1. */
export function shareOf(values: number[]): Partial<Figure> {
  return values.length === 0 ? {} : { value: sum(values) / values.length };
}

/** Observations per week of the window. */
export function perWeek(values: number[], observations: Observations) {
  return { value: sum(values) / weeks(observations) };
}
