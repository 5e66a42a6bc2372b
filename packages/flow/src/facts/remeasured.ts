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

import { Clock } from '../calendar/clock';
import { sum } from '../statistics/quantile';
import { Duration, Instant, Mode, Stage } from '../timeline/Segment';
import { ChangeFacts } from './factTypes';
import { sums } from './sums';
import { chargeStretch, Stretch } from './waits';

/**
 * A stretch of a change's life, and the teams of those who held it.
 *
 * @public
 */
export interface HeldSegment extends Stretch {
  stage: Stage;
  mode: Mode;
}

/**
 * How much of a timeline between two instants counts by a clock: what counts
 * for the holders of each stretch. What lies outside of the timeline, or was
 * paused, counts nothing.
 *
 * @public
 */
export function elapsedBy(
  clock: Clock,
  segments: readonly HeldSegment[],
  from: Instant,
  to: Instant,
): Duration {
  let total = 0;
  for (const segment of segments) {
    const start = Math.max(segment.start, from);
    const end = Math.min(segment.end, to);
    if (segment.mode !== 'paused' && start < end) {
      total += lengthBy(clock, { start, end, holders: segment.holders });
    }
  }
  return total;
}

function lengthBy(clock: Clock, stretch: Stretch): Duration {
  const { start, end, holders } = stretch;
  // Nearly every stretch has one holder, to whom all of it is charged.
  return holders.length === 1
    ? clock(holders[0].team, start, end)
    : sum(chargeStretch(stretch, clock).map(({ length }) => length));
}

/**
 * The facts of a change with every duration counted by another clock than the
 * one of wall-clock time. Instants and counts stay what they are.
 *
 * @param segments - its whole timeline; the last one of an unfinished change
 * ends at the present
 * @public
 */
export function remeasured(
  facts: ChangeFacts,
  segments: readonly HeldSegment[],
  clock: Clock,
): ChangeFacts {
  const { milestones: m } = facts;
  const count = (from: Instant, to: Instant) =>
    elapsedBy(clock, segments, from, to);
  const recount = (known: Duration | undefined, from?: Instant, to?: Instant) =>
    known === undefined || from === undefined || to === undefined
      ? undefined
      : count(from, to);
  return {
    ...facts,
    ...sums(segments, segment => count(segment.start, segment.end)),
    leadTime: recount(
      facts.leadTime,
      m.firstCommitAt ?? m.openedAt,
      m.productionAt,
    ),
    decisionToProduction: recount(
      facts.decisionToProduction,
      m.decidedAt,
      m.productionAt,
    ),
    timeToFirstReview: recount(
      facts.timeToFirstReview,
      facts.firstReview?.readyAt,
      facts.firstReview?.at,
    ),
    timeToApproval: recount(
      facts.timeToApproval,
      facts.approval?.readyAt,
      facts.approval?.at,
    ),
    timeToFirstResponse: undefined,
    timeToAutomatedResponse: undefined,
  };
}
