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

import { Stage, STAGES } from 'chokepoint-flow';
import { AgeingChange } from './ageing';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths a reader knows, for the axis. */
const FAMILIAR = [
  10 * MINUTE,
  HOUR,
  6 * HOUR,
  DAY,
  3 * DAY,
  7 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
];

/** A logarithmic axis of lengths of time. */
export interface AgeAxis {
  /** Milliseconds; a familiar length below everything shown. */
  min: number;
  max: number;
  ticks: number[];
}

/** An axis that all these lengths are on. */
export function ageAxis(lengths: readonly number[]): AgeAxis {
  const shortest = Math.min(...lengths, DAY);
  const longest = Math.max(...lengths, DAY);
  const min = [...FAMILIAR].reverse().find(tick => tick <= shortest);
  const max = FAMILIAR.find(tick => tick >= longest) ?? longest;
  const from = min ?? FAMILIAR[0];
  return {
    min: from,
    max,
    ticks: FAMILIAR.filter(tick => tick >= from && tick <= max),
  };
}

/** The stages that something is in, in the order in which changes meet them. */
export function stagesInFlight(changes: readonly AgeingChange[]): Stage[] {
  const present = new Set(changes.map(({ current }) => current.stage));
  return STAGES.filter(stage => present.has(stage));
}

/**
 * Spreads points of one stage sideways so that they do not hide each other;
 * the same list always gives the same picture.
 *
 * @returns for each change a place from 0 to 1 across its stage
 */
export function sideways(changes: readonly AgeingChange[]): number[] {
  const seen = new Map<Stage, number>();
  return changes.map(({ current: { stage } }) => {
    const index = seen.get(stage) ?? 0;
    seen.set(stage, index + 1);
    // The golden ratio spreads any number of points evenly.
    return (0.5 + index * 0.618_034) % 1;
  });
}
