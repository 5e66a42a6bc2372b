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

import { ChangeFacts, ReleaseFacts } from '../facts/factTypes';
import { FeatureFacts } from '../facts/featureFacts';
import { ascending, quantile, sum } from '../statistics/quantile';
import { Figure } from './Figure';
import { Observations, weeks } from './population';

/** One observation: a number, and whom it is of, which is its evidence. */
export interface Observation {
  value: number;
  /** What `value` is a part of, where the figure is a ratio of sums; else 1. */
  of?: number;
  source: ChangeFacts | ReleaseFacts | FeatureFacts;
}

/** How observations become a figure. */
export type Pooling = (
  observed: readonly Observation[],
  observations: Observations,
) => Partial<Figure>;

function valuesOf(observed: readonly Observation[]): number[] {
  return observed.map(observation => observation.value);
}

/** Median as the headline, with the usual quantiles. */
export function distribution(
  observed: readonly Observation[],
): Partial<Figure> {
  const sorted = ascending(valuesOf(observed));
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
export function meanOf(observed: readonly Observation[]): Partial<Figure> {
  if (observed.length === 0) {
    return {};
  }
  const { p50, p90 } = distribution(observed);
  const mean = sum(valuesOf(observed)) / observed.length;
  return { value: mean, mean, p50, p90 };
}

/** Σ values / Σ wholes: a share where each whole is 1. Never an average of ratios. */
export function ratioOf(observed: readonly Observation[]): Partial<Figure> {
  const whole = sum(observed.map(observation => observation.of ?? 1));
  return whole === 0 ? {} : { value: sum(valuesOf(observed)) / whole };
}

/** Observations per week of the window. */
export function perWeek(
  observed: readonly Observation[],
  observations: Observations,
): Partial<Figure> {
  return { value: sum(valuesOf(observed)) / weeks(observations) };
}
