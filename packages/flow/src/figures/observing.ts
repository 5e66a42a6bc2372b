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

import { ChangeFacts } from '../facts/factTypes';
import { Exclusion, ExclusionReason, FigureUnit } from './Figure';
import { once } from './once';
import { sum } from '../statistics/quantile';
import { distribution, meanOf, Observation, Pooling, ratioOf } from './pooling';
import { counted } from './leavingOut';
import {
  elapsedIn,
  isIn,
  Observations,
  shipped,
  unobserved,
  unplaced,
} from './population';

/** What a figure is pooled from. */
export interface Observed {
  observations: Observation[];
  excluded?: Exclusion[];
  /** Observations there would be if everything were known. */
  outOf?: number;
  /** Share of what should be known that is, where it is not n of `outOf`. */
  coverage?: number;
  /** Observations whose production is assumed. */
  assumed?: number;
}

/** How one figure is observed and pooled. */
export interface FigureDefinition {
  unit: FigureUnit;
  /** Raised when the formula changes. */
  version: number;
  /** What the headline is; absent for rates and stocks, which have no interval. */
  headline?: 'median' | 'mean' | 'share' | 'ratio';
  observe(observations: Observations): Observed;
  pool: Pooling;
}

export function ofEach(
  changes: readonly ChangeFacts[],
  valueOf: (change: ChangeFacts) => number,
): Observation[] {
  return changes.map(change => ({ value: valueOf(change), source: change }));
}

/**
 * Observes the changes of population P that have a value; the others are
 * excluded, with the reason, and lower the coverage.
 */
export function overShipped(
  observations: Observations,
  valueOf: (change: ChangeFacts) => number | ExclusionReason | undefined,
): Observed {
  const population = shipped(observations);
  const observed: Observation[] = [];
  const reasons = new Map<ExclusionReason, number>();
  for (const change of population) {
    const value = valueOf(change);
    if (typeof value === 'number') {
      observed.push({ value, source: change });
    } else if (value !== undefined) {
      reasons.set(value, (reasons.get(value) ?? 0) + 1);
    }
  }
  const excluded: Exclusion[] = [...reasons].map(([reason, n]) => ({
    reason,
    n,
  }));
  const hidden = [
    ...excludedAs('releaseUnobserved', unobserved(observations).length),
    ...excludedAs('unplaced', unplaced(observations).length),
  ];
  return {
    observations: observed,
    excluded: [...excluded, ...hidden],
    outOf: population.length + sum(hidden.map(({ n }) => n)),
    assumed: population.filter(c => c.containment === 'assumed').length,
  };
}

/** An exclusion, where there is any. */
export function excludedAs(reason: ExclusionReason, n: number): Exclusion[] {
  return n > 0 ? [{ reason, n }] : [];
}

export function countOf(
  valueOf: (change: ChangeFacts) => number,
  version = 1,
): FigureDefinition {
  return {
    unit: 'count',
    version,
    headline: 'mean',
    observe: o => overShipped(o, valueOf),
    pool: meanOf,
  };
}

export function durationOf(
  valueOf: (change: ChangeFacts) => number | ExclusionReason | undefined,
  version = 1,
): FigureDefinition {
  return {
    unit: 'ms',
    version,
    headline: 'median',
    observe: o => overShipped(o, valueOf),
    pool: distribution,
  };
}

/** A share of time, pooled: the sum of parts over the sum of wholes. */
export function pooledRatio(
  partOf: (change: ChangeFacts) => number,
  wholeOf: (change: ChangeFacts) => number,
): FigureDefinition {
  return {
    unit: 'ratio',
    version: 1,
    headline: 'ratio',
    observe: o => ({
      ...overShipped(o, partOf),
      observations: shipped(o).map(change => ({
        value: partOf(change),
        of: wholeOf(change),
        source: change,
      })),
    }),
    pool: ratioOf,
  };
}

/** Review visits that ended in the window, and how long they were. */
const endedVisits = once((observations: Observations) => {
  const count = elapsedIn(observations);
  const answered: Observation[] = [];
  let unanswered = 0;
  for (const change of counted(observations)) {
    for (const { start, end, answered: isAnswered } of change.reviewVisits) {
      if (isIn(observations.window, end)) {
        if (isAnswered) {
          answered.push({ value: count(change, start, end), source: change });
        } else {
          unanswered += 1;
        }
      }
    }
  }
  return { answered, unanswered };
});

/**
 * Review visits that a person's answer ended in the window. What ended without
 * an answer (merged, closed, drafted, withdrawn) is excluded as `unanswered`.
 */
export function visits(observations: Observations): Observed {
  const { answered, unanswered } = endedVisits(observations);
  return {
    observations: answered,
    excluded: excludedAs('unanswered', unanswered),
  };
}

function undecidedBecause(change: ChangeFacts): ExclusionReason {
  if (change.decidedLate) {
    return 'decidedLate';
  }
  return change.linkedLate ? 'linkedLate' : 'noDecision';
}

export function decision(change: ChangeFacts): number | ExclusionReason {
  if (change.milestones.decidedAt === undefined) {
    return undecidedBecause(change);
  }
  return change.decisionToProduction ?? 'noDecision';
}

/** Whether work on a change came back at least once. */
export function cameBack(change: ChangeFacts): number {
  return change.returns > 0 || change.revertedAt !== undefined ? 1 : 0;
}

export function started(observations: Observations): ChangeFacts[] {
  return counted(observations).filter(c => isIn(observations.window, c.start));
}

export function ended(observations: Observations): ChangeFacts[] {
  return counted(observations).filter(c => isIn(observations.window, c.end));
}
