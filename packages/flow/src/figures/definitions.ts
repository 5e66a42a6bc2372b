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
  excludedAs,
  FigureDefinition,
  ofEach,
  overShipped,
  pooledRatio,
  started,
  visits,
} from './observing';
import { leftOutKeys } from './leavingOut';
import { distribution, meanOf, perWeek, ratioOf } from './pooling';
import {
  elapsedIn,
  inFlight,
  lastInstant,
  isIn,
  Observations,
  notReleased,
  onTheWall,
  released,
  shipped,
} from './population';
import { sum } from '../statistics/quantile';

/** Every figure of sections 1 and 2 of the KPIs, by id. */
export const FIGURE_DEFINITIONS: Record<FigureId, FigureDefinition> = {
  decisionToProduction: durationOf(decision, 2),
  queueTimeRatio: pooledRatio(
    change => change.waiting,
    change => change.waiting + change.working,
  ),
  handoffs: countOf(change => change.handoffs, 2),
  reworkRate: {
    unit: 'ratio',
    version: 2,
    headline: 'share',
    observe: o => overShipped(o, cameBack),
    pool: ratioOf,
  },
  changeFailureRate: {
    unit: 'ratio',
    version: 2,
    headline: 'share',
    observe: o => ({
      observations: released(o).map(release => ({
        value: release.failure ? 1 : 0,
        source: release,
      })),
      excluded: excludedAs('notInProduction', notReleased(o).length),
      ...seenDeployed(o),
    }),
    pool: (found, o) => ({ ...ratioOf(found), ...besideFailures(o) }),
  },
  reviewLatency: {
    unit: 'ms',
    version: 2,
    headline: 'median',
    observe: visits,
    pool: distribution,
  },
  leadTime: durationOf(change => change.leadTime, 2),
  featureTime: {
    unit: 'ms',
    version: 1,
    headline: 'median',
    observe: o => {
      const live = (o.features ?? []).filter(f => isIn(o.window, f.liveAt));
      const found = live.flatMap(feature =>
        feature.featureTime === undefined
          ? []
          : [{ value: feature.featureTime, source: feature }],
      );
      return {
        observations: found,
        excluded: excludedAs('noDecision', live.length - found.length),
        outOf: live.length,
      };
    },
    pool: distribution,
  },
  deploymentFrequency: {
    unit: 'perWeek',
    version: 2,
    observe: o => ({
      observations: released(o).map(release => ({ value: 1, source: release })),
    }),
    pool: perWeek,
  },
  failedDeploymentRecoveryTime: {
    unit: 'ms',
    version: 2,
    headline: 'median',
    observe: o => {
      const failed = released(o).filter(release => release.failure);
      const observed = failed.flatMap(release => {
        const { failure, productionAt } = release;
        return failure?.recoveredAt === undefined || productionAt === undefined
          ? []
          : [
              {
                value: Math.max(0, failure.recoveredAt - productionAt),
                source: release,
              },
            ];
      });
      return {
        observations: observed,
        excluded: excludedAs('notRecovered', failed.length - observed.length),
        outOf: failed.length,
      };
    },
    pool: distribution,
  },
  batchSize: {
    unit: 'count',
    version: 2,
    headline: 'median',
    observe: o => ({
      observations: released(o).map(release => ({
        value: release.changes.filter(key => !leftOutKeys(o).has(key)).length,
        source: release,
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
    version: 2,
    headline: 'share',
    observe: o => {
      const { reviewTarget } = o;
      if (reviewTarget === undefined) {
        return { observations: [] };
      }
      // The target is a length of wall-clock time, whatever else is.
      const { observations, excluded } = visits(onTheWall(o));
      return {
        observations: observations.map(({ value, source }) => ({
          value: value <= reviewTarget ? 1 : 0,
          source,
        })),
        excluded,
      };
    },
    pool: ratioOf,
  },
  clarificationLoops: countOf(change => change.clarificationLoops),
  approvalConcentration: {
    unit: 'ratio',
    version: 2,
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
  teamHandoffs: countOf(change => change.teamHandoffs, 2),
  timeToFirstReview: durationOf(c => c.timeToFirstReview ?? 'noReview', 2),
  timeToApproval: durationOf(c => c.timeToApproval ?? 'noApproval', 2),
  reviewRounds: countOf(change => change.reviewVisits.length),
};

/**
 * What stands beside the share of releases that failed: the share of all
 * roll-outs that did not succeed, and the share of failures whose cause is not
 * known.
 */
function besideFailures(observations: Observations) {
  const { releases, window } = observations;
  const begun = releases.filter(r => isIn(window, r.startedAt));
  const rollOuts = sum(begun.map(r => r.rollOuts.length));
  const failedRollOuts = sum(begun.map(r => r.failedRollOuts));
  const failed = released(observations).filter(r => r.failure);
  const unknown = failed.filter(r => r.causeUnknown);
  const details = {
    ...(rollOuts > 0 && { failedRollouts: failedRollOuts / rollOuts }),
    ...(failed.length > 0 && { unknownCause: unknown.length / failed.length }),
  };
  return Object.keys(details).length > 0 ? { details } : {};
}

/** Share of population P that is known to have been deployed. */
function seenDeployed(observations: Observations): { coverage?: number } {
  const population = shipped(observations);
  const deployed = population.filter(change => change.productionObserved);
  return population.length === 0
    ? {}
    : { coverage: deployed.length / population.length };
}
