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

import { ChangeSummary } from 'backstage-plugin-chokepoint-common';
import { Stage } from 'chokepoint-flow';

/** Where an unfinished change stands now. */
export type Standing = NonNullable<ChangeSummary['current']>;

/**
 * How long a change has been in its stage against the past: `overdue` beyond
 * the 85th percentile, `slow` beyond the median; `unknown` without a past.
 */
export type Ageing = 'overdue' | 'slow' | 'usual' | 'unknown';

/** A change in flight, with how long it has been in its stage. */
export interface AgeingChange {
  change: ChangeSummary;
  current: Standing;
  /** Milliseconds in the present stage. */
  inStage: number;
  ageing: Ageing;
}

function ageingOf(inStage: number, { usualP50, usualP85 }: Standing): Ageing {
  if (usualP50 === undefined || usualP85 === undefined) {
    return 'unknown';
  }
  if (inStage > usualP85) {
    return 'overdue';
  }
  return inStage > usualP50 ? 'slow' : 'usual';
}

/** Time in the stage as a multiple of the 85th percentile of the past. */
function overdueBy({ inStage, current }: AgeingChange): number {
  return current.usualP85 ? inStage / current.usualP85 : -1;
}

/**
 * What is in flight, the most overdue first; those without a past to compare
 * with last, the oldest first.
 *
 * @param asOf - milliseconds since the epoch
 */
export function byOverdue(
  changes: readonly ChangeSummary[],
  asOf: number,
): AgeingChange[] {
  return changes
    .flatMap(change => {
      const { current } = change;
      if (!current) {
        return [];
      }
      const inStage = Math.max(0, asOf - Date.parse(current.since));
      return [{ change, current, inStage, ageing: ageingOf(inStage, current) }];
    })
    .sort(
      (a, b) =>
        overdueBy(b) - overdueBy(a) ||
        b.change.age - a.change.age ||
        a.change.key.localeCompare(b.change.key),
    );
}

/** What usually happens in a stage, for the band behind the points. */
export interface UsualTime {
  stage: Stage;
  p50: number;
  p85: number;
}

/** The usual time of each stage that something is in. */
export function usualTimes(changes: readonly AgeingChange[]): UsualTime[] {
  const byStage = new Map<Stage, UsualTime>();
  for (const { current } of changes) {
    const { stage, usualP50, usualP85 } = current;
    if (usualP50 !== undefined && usualP85 !== undefined) {
      byStage.set(stage, { stage, p50: usualP50, p85: usualP85 });
    }
  }
  return [...byStage.values()];
}
