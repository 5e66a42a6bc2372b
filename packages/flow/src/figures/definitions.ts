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
import {
  Exclusion,
  ExclusionReason,
  Figure,
  FigureId,
  FigureUnit,
} from './Figure';
import { approvalConcentration } from './concentration';
import {
  inFlight,
  isIn,
  lastInstant,
  Observations,
  rollOuts,
  shipped,
  unobserved,
  weeks,
} from './population';
import { ascending, quantile, sum } from './quantile';

/** One observation: a number, and the changes that are its evidence. */
interface Observation {
  value: number;
  changes: readonly string[];
}

/** What a figure is pooled from. */
interface Observed {
  observations: Observation[];
  excluded?: Exclusion[];
  /** Observations there would be if everything were known. */
  outOf?: number;
}

/** How one figure is observed and pooled. */
export interface FigureDefinition {
  unit: FigureUnit;
  /** Raised when the formula changes. */
  version: number;
  observe(observations: Observations): Observed;
  pool(values: number[], observations: Observations): Partial<Figure>;
}

/** Median as the headline, with the usual quantiles. */
function distribution(values: number[]): Partial<Figure> {
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
function meanOf(values: number[]): Partial<Figure> {
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
function shareOf(values: number[]): Partial<Figure> {
  return values.length === 0 ? {} : { value: sum(values) / values.length };
}

/** Observations per week of the window. */
function perWeek(values: number[], observations: Observations) {
  return { value: sum(values) / weeks(observations) };
}

function ofEach(
  changes: readonly ChangeFacts[],
  valueOf: (change: ChangeFacts) => number,
): Observation[] {
  return changes.map(change => ({
    value: valueOf(change),
    changes: [change.change],
  }));
}

/**
 * Observes the changes of population P that have a value; the others are
 * excluded, with the reason, and lower the coverage.
 */
function overShipped(
  observations: Observations,
  valueOf: (change: ChangeFacts) => number | ExclusionReason | undefined,
): Observed {
  const population = shipped(observations);
  const observed: Observation[] = [];
  const reasons = new Map<ExclusionReason, number>();
  for (const change of population) {
    const value = valueOf(change);
    if (typeof value === 'number') {
      observed.push({ value, changes: [change.change] });
    } else if (value !== undefined) {
      reasons.set(value, (reasons.get(value) ?? 0) + 1);
    }
  }
  const excluded: Exclusion[] = [...reasons].map(([reason, n]) => ({
    reason,
    n,
  }));
  const hidden = unobserved(observations).length;
  if (hidden > 0) {
    excluded.push({ reason: 'releaseUnobserved', n: hidden });
  }
  return {
    observations: observed,
    excluded,
    outOf: population.length + hidden,
  };
}

function countOf(
  valueOf: (change: ChangeFacts) => number,
): Pick<FigureDefinition, 'unit' | 'version' | 'observe' | 'pool'> {
  return {
    unit: 'count',
    version: 1,
    observe: o => overShipped(o, valueOf),
    pool: meanOf,
  };
}

function durationOf(
  valueOf: (change: ChangeFacts) => number | ExclusionReason | undefined,
): FigureDefinition {
  return {
    unit: 'ms',
    version: 1,
    observe: o => overShipped(o, valueOf),
    pool: distribution,
  };
}

/** Share of the waiting plus working time of P, pooled: the sum of parts over the sum of wholes. */
function pooledRatio(
  partOf: (change: ChangeFacts) => number,
  wholeOf: (change: ChangeFacts) => number,
): FigureDefinition {
  return {
    unit: 'ratio',
    version: 1,
    observe: o => overShipped(o, wholeOf),
    pool: (_, o) => {
      const population = shipped(o);
      const whole = sum(population.map(wholeOf));
      return whole === 0 ? {} : { value: sum(population.map(partOf)) / whole };
    },
  };
}

/** Review visits that ended in the window. */
function visits(observations: Observations): Observation[] {
  return observations.changes.flatMap(change =>
    change.reviewVisits
      .filter(visit => isIn(observations.window, visit.end))
      .map(visit => ({
        value: (visit.end ?? visit.start) - visit.start,
        changes: [change.change],
      })),
  );
}

function successful(observations: Observations) {
  return rollOuts(observations).filter(d => d.outcome === 'success');
}

function decision(change: ChangeFacts): number | ExclusionReason {
  if (change.milestones.decidedAt === undefined) {
    return change.decisionLinkedLate ? 'decisionLinkedLate' : 'noDecision';
  }
  return change.decisionToProduction ?? 'decidedLater';
}

/** Whether work on a change came back at least once. */
function cameBack(change: ChangeFacts): number {
  return change.returns > 0 || change.revertedAt !== undefined ? 1 : 0;
}

function started(observations: Observations): ChangeFacts[] {
  return observations.changes.filter(c => isIn(observations.window, c.start));
}

function ended(observations: Observations): ChangeFacts[] {
  return observations.changes.filter(c => isIn(observations.window, c.end));
}

/** Every figure of sections 1 and 2 of the KPIs, by id. */
export const FIGURE_DEFINITIONS: Record<FigureId, FigureDefinition> = {
  decisionToProduction: durationOf(decision),
  queueTimeRatio: pooledRatio(
    change => change.waiting,
    change => change.waiting + change.working,
  ),
  handoffs: countOf(change => change.handoffs),
  reworkRate: {
    unit: 'ratio',
    version: 1,
    observe: o => overShipped(o, cameBack),
    pool: shareOf,
  },
  changeFailureRate: {
    unit: 'ratio',
    version: 1,
    observe: o => {
      const all = rollOuts(o);
      const live = successful(o);
      const failed = all.length - live.length;
      return {
        observations: live.map(d => ({
          value: d.failure ? 1 : 0,
          changes: d.changes,
        })),
        excluded: failed > 0 ? [{ reason: 'notInProduction', n: failed }] : [],
      };
    },
    pool: shareOf,
  },
  reviewLatency: {
    unit: 'ms',
    version: 1,
    observe: o => ({ observations: visits(o) }),
    pool: distribution,
  },
  leadTime: durationOf(change => change.leadTime),
  deploymentFrequency: {
    unit: 'perWeek',
    version: 1,
    observe: o => ({
      observations: successful(o).map(d => ({ value: 1, changes: d.changes })),
    }),
    pool: perWeek,
  },
  failedDeploymentRecoveryTime: {
    unit: 'ms',
    version: 1,
    observe: o => {
      const failed = successful(o).filter(d => d.failure);
      const observed = failed.flatMap(d => {
        const { failure, finishedAt, changes } = d;
        return failure?.recoveredAt === undefined || finishedAt === undefined
          ? []
          : [{ value: failure.recoveredAt - finishedAt, changes }];
      });
      const open = failed.length - observed.length;
      return {
        observations: observed,
        excluded: open > 0 ? [{ reason: 'notRecovered', n: open }] : [],
        outOf: failed.length,
      };
    },
    pool: distribution,
  },
  batchSize: {
    unit: 'count',
    version: 1,
    observe: o => ({
      observations: successful(o).map(d => ({
        value: d.changes.length,
        changes: d.changes,
      })),
    }),
    pool: values => ({ ...meanOf(values), ...distribution(values) }),
  },
  throughput: {
    unit: 'perWeek',
    version: 1,
    observe: o => overShipped(o, () => 1),
    pool: perWeek,
  },
  arrivals: {
    unit: 'perWeek',
    version: 1,
    observe: o => ({ observations: ofEach(started(o), () => 1) }),
    pool: perWeek,
  },
  netFlow: {
    unit: 'perWeek',
    version: 1,
    observe: o => ({
      observations: [
        ...ofEach(started(o), () => 1),
        ...ofEach(ended(o), () => -1),
      ],
    }),
    pool: perWeek,
  },
  wip: {
    unit: 'count',
    version: 1,
    observe: o => ({ observations: ofEach(inFlight(o), () => 1) }),
    pool: values => ({ value: values.length }),
  },
  wipAge: {
    unit: 'ms',
    version: 1,
    observe: o => ({
      observations: ofEach(inFlight(o), c => lastInstant(o) - c.start),
    }),
    pool: distribution,
  },
  predictability: {
    unit: 'ratio',
    version: 1,
    observe: o => overShipped(o, change => change.leadTime),
    pool: values => {
      const { p50, p85 } = distribution(values);
      return p50 && p85 !== undefined ? { value: p85 / p50 } : {};
    },
  },
  reviewSlo: {
    unit: 'ratio',
    version: 1,
    observe: o => ({
      observations:
        o.reviewTarget === undefined
          ? []
          : visits(o).map(({ value, changes }) => ({
              value: value <= (o.reviewTarget ?? 0) ? 1 : 0,
              changes,
            })),
    }),
    pool: shareOf,
  },
  clarificationLoops: countOf(change => change.clarificationLoops),
  approvalConcentration: {
    unit: 'ratio',
    version: 1,
    observe: o =>
      overShipped(o, change =>
        change.approvers.length > 0 ? change.approvers.length : 'noApproval',
      ),
    pool: (_, o) => approvalConcentration(shipped(o).map(c => c.approvers)),
  },
  unownedWait: pooledRatio(
    change => change.unownedWait,
    change => change.waiting,
  ),
  soleBlockerTime: durationOf(change => change.soleBlockerTime),
  teamHandoffs: countOf(change => change.teamHandoffs),
  timeToFirstReview: durationOf(c => c.timeToFirstReview ?? 'noReview'),
  timeToApproval: durationOf(c => c.timeToApproval ?? 'noApproval'),
  reviewRounds: countOf(change => change.reviewVisits.length),
};
