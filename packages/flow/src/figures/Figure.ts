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

import { Duration, Instant, Stage } from '../timeline/Segment';

/**
 * A half-open stretch of time: [`from`, `to`).
 *
 * @public
 */
export interface Window {
  from: Instant;
  to: Instant;
}

/**
 * The unit of a figure. `ms` are milliseconds, `ratio` a share from 0 to 1.
 *
 * @public
 */
export type FigureUnit = 'ms' | 'ratio' | 'count' | 'perWeek';

/**
 * Observations that are not in a figure, and why.
 *
 * @public
 */
export interface Exclusion {
  reason: ExclusionReason;
  /** The rule of the configuration, where it is `byRule`. */
  rule?: string;
  n: number;
}

/**
 * Why an observation is not in a figure.
 *
 * `noDecision`: no decision is known · `decidedLate`: decided after the change
 * was opened · `linkedLate`: the work item was linked after that ·
 * `releaseUnobserved`: merged before the first deployment ever seen of its
 * repository · `unplaced`: merged, and releases go by without it · `noReview`:
 * it was never reviewed · `noApproval`: it was never approved · `unanswered`:
 * the wait ended without an answer · `notInProduction`: no roll-out of it
 * succeeded · `notRecovered`: the failure is not repaired yet ·
 * `carriesOthers`: it brings other changes to another branch and is no work of
 * its own · `byRule`: a rule of the configuration leaves it out.
 *
 * @public
 */
export type ExclusionReason =
  | 'noDecision'
  | 'decidedLate'
  | 'linkedLate'
  | 'releaseUnobserved'
  | 'unplaced'
  | 'noReview'
  | 'noApproval'
  | 'unanswered'
  | 'notInProduction'
  | 'notRecovered'
  | 'carriesOthers'
  | 'byRule';

/**
 * One figure, pooled from observations.
 *
 * @public
 */
export interface Figure {
  /**
   * The headline in `unit`: the median of durations, the mean of counts, else
   * the value. Absent when there is no observation.
   */
  value?: number;
  p50?: number;
  p75?: number;
  p85?: number;
  p90?: number;
  mean?: number;
  /** Further numbers by name, where the definition has any. */
  details?: Record<string, number>;
  /** Number of observations. */
  n: number;
  unit: FigureUnit;
  /** Version of the definition; raised when the formula changes. */
  definition: number;
  excluded: Exclusion[];
  /** Share of the population the figure could be computed for, 0 to 1. */
  coverage?: number;
  /**
   * Observations whose production is assumed from the order of the merges, for
   * want of what the roll-outs contain.
   */
  assumed?: number;
}

/**
 * One stage over the population: sums, and quantiles of the time a change
 * spends in it (changes that met the stage).
 *
 * @public
 */
export interface StageFigure {
  stage: Stage;
  working: Duration;
  waiting: Duration;
  /** Changes that met the stage. */
  n: number;
  p50?: Duration;
  p75?: Duration;
  p85?: Duration;
  p90?: Duration;
}

/**
 * The ids of all figures.
 *
 * @public
 */
export const FIGURE_IDS = [
  'decisionToProduction',
  'queueTimeRatio',
  'handoffs',
  'reworkRate',
  'changeFailureRate',
  'reviewLatency',
  'leadTime',
  'featureTime',
  'deploymentFrequency',
  'failedDeploymentRecoveryTime',
  'batchSize',
  'throughput',
  'arrivals',
  'netFlow',
  'wip',
  'wipAge',
  'predictability',
  'reviewSlo',
  'clarificationLoops',
  'approvalConcentration',
  'unownedWait',
  'soleBlockerTime',
  'teamHandoffs',
  'timeToFirstReview',
  'timeToApproval',
  'reviewRounds',
] as const;

/**
 * The id of a figure.
 *
 * @public
 */
export type FigureId = (typeof FIGURE_IDS)[number];
