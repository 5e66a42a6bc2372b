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

import { approvalConcentration } from './concentration';
import { FigureId } from './Figure';
import {
  cameBack,
  countOf,
  decision,
  durationOf,
  ended,
  FigureDefinition,
  ofEach,
  overShipped,
  pooledRatio,
  started,
  successful,
  visits,
} from './observing';
import { distribution, meanOf, perWeek, ratioOf } from './pooling';
import {
  elapsedIn,
  inFlight,
  lastInstant,
  Observations,
  onTheWall,
  rollOuts,
  shipped,
} from './population';

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
    headline: 'ratio',
    observe: o => overShipped(o, cameBack),
    pool: ratioOf,
  },
  changeFailureRate: {
    unit: 'ratio',
    version: 1,
    headline: 'ratio',
    observe: o => {
      const all = rollOuts(o);
      const live = successful(o);
      const failed = all.length - live.length;
      return {
        observations: live.map(d => ({ value: d.failure ? 1 : 0, source: d })),
        excluded: failed > 0 ? [{ reason: 'notInProduction', n: failed }] : [],
        ...seenDeployed(o),
      };
    },
    pool: ratioOf,
  },
  reviewLatency: {
    unit: 'ms',
    version: 1,
    headline: 'median',
    observe: o => ({ observations: visits(o) }),
    pool: distribution,
  },
  leadTime: durationOf(change => change.leadTime),
  deploymentFrequency: {
    unit: 'perWeek',
    version: 1,
    observe: o => ({
      observations: successful(o).map(d => ({ value: 1, source: d })),
    }),
    pool: perWeek,
  },
  failedDeploymentRecoveryTime: {
    unit: 'ms',
    version: 1,
    headline: 'median',
    observe: o => {
      const failed = successful(o).filter(d => d.failure);
      const observed = failed.flatMap(d => {
        const { failure, finishedAt } = d;
        return failure?.recoveredAt === undefined || finishedAt === undefined
          ? []
          : [{ value: failure.recoveredAt - finishedAt, source: d }];
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
    headline: 'median',
    observe: o => ({
      observations: successful(o).map(d => ({
        value: d.changes.length,
        source: d,
      })),
    }),
    pool: observed => ({ ...meanOf(observed), ...distribution(observed) }),
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
    pool: observed => ({ value: observed.length }),
  },
  wipAge: {
    unit: 'ms',
    version: 1,
    headline: 'median',
    observe: o => ({
      observations: ofEach(inFlight(o), c =>
        elapsedIn(o)(c, c.start, lastInstant(o)),
      ),
    }),
    pool: distribution,
  },
  predictability: {
    unit: 'ratio',
    version: 1,
    observe: o => overShipped(o, change => change.leadTime),
    pool: observed => {
      const { p50, p85 } = distribution(observed);
      return p50 && p85 !== undefined ? { value: p85 / p50 } : {};
    },
  },
  reviewSlo: {
    unit: 'ratio',
    version: 1,
    headline: 'ratio',
    observe: o => ({
      observations:
        o.reviewTarget === undefined
          ? []
          : // The target is one of the clock on the wall, whatever else is.
            visits(onTheWall(o)).map(({ value, source }) => ({
              value: value <= (o.reviewTarget ?? 0) ? 1 : 0,
              source,
            })),
    }),
    pool: ratioOf,
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

/** Share of population P that is known to have been deployed. */
function seenDeployed(observations: Observations): { coverage?: number } {
  const population = shipped(observations);
  const deployed = population.filter(change => change.productionObserved);
  return population.length === 0
    ? {}
    : { coverage: deployed.length / population.length };
}
