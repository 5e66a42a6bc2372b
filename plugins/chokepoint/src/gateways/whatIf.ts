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

/** Smallest part of the present median that can be tried, in per cent. */
export const LEAST_PERCENT = 5;

/** Steps of the slider, in per cent of the present median. */
export const STEP_PERCENT = 5;

/** Half of the present median: where the slider begins. */
const FIRST_PERCENT = 50;

/**
 * The wait that is tried, in milliseconds, for a place of the slider.
 *
 * @param median - present median wait, milliseconds
 * @param percent - of the present median
 */
export function targetOf(median: number, percent: number): number {
  return Math.round((median * percent) / 100);
}

/**
 * The place of the slider for a wait, in per cent of the present median; in
 * the middle where none is named.
 */
export function percentOf(median: number, target: number | undefined): number {
  if (target === undefined || median <= 0) {
    return FIRST_PERCENT;
  }
  const percent = Math.round((target / median) * 100);
  return Math.min(100, Math.max(LEAST_PERCENT, percent));
}

/** Reads a target from the address: a positive number of milliseconds. */
export function parseTarget(text: string | null): number | undefined {
  const target = Number(text);
  return text && Number.isFinite(target) && target > 0 ? target : undefined;
}
