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
  cumulativeIncidence,
  incidenceQuantile,
  TimeToEvent,
} from '../statistics/survival';
import { Duration, Instant } from '../timeline/Segment';
import { ReviewVisit } from '../timeline/Timeline';
import { counted } from './leavingOut';
import { elapsedIn, lastInstant, Observations } from './population';

/**
 * How long it takes with the unfinished counted too: the time by which a half
 * (p50), three quarters and so on of all changes that began have got there.
 * Absent quantiles are not reached, which is an answer.
 *
 * @public
 */
export interface OpenCounted {
  p50?: Duration;
  p75?: Duration;
  p90?: Duration;
  /** Changes observed, finished or not. */
  n: number;
  reached: number;
  open: number;
  /** Closed unmerged: they never get there. */
  closed: number;
}

const MEASURES = {
  decisionToProduction: {
    from: (c: ChangeFacts) => c.milestones.decidedAt,
    to: (c: ChangeFacts) => c.milestones.productionAt,
  },
  leadTime: {
    from: (c: ChangeFacts) =>
      c.milestones.firstCommitAt ?? c.milestones.openedAt,
    to: (c: ChangeFacts) => c.milestones.productionAt,
  },
  timeToFirstReview: {
    from: (c: ChangeFacts) => c.firstReview?.readyAt ?? c.readySince,
    to: (c: ChangeFacts) => c.firstReview?.at,
  },
  timeToApproval: {
    from: (c: ChangeFacts) => c.approval?.readyAt ?? c.readySince,
    to: (c: ChangeFacts) => c.approval?.at,
  },
} as const;

/**
 * The durations that open changes are counted for.
 *
 * @public
 */
export type OpenCountedId =
  | 'decisionToProduction'
  | 'leadTime'
  | 'timeToFirstReview'
  | 'timeToApproval'
  | 'reviewLatency';

/**
 * Whether open changes are counted for a figure.
 *
 * @public
 */
export function isOpenCounted(id: string): id is OpenCountedId {
  return id === 'reviewLatency' || id in MEASURES;
}

/**
 * The Kaplan-Meier estimate of a duration over finished and open changes that
 * began in the window, with closed-unmerged as a competing risk. What happened
 * after the window is not known to it.
 *
 * @public
 */
export function openCounted(
  id: OpenCountedId,
  observations: Observations,
): OpenCounted {
  const times =
    id === 'reviewLatency'
      ? reviewTimes(observations)
      : spanTimes(MEASURES[id], observations);
  const steps = cumulativeIncidence(times);
  const count = (outcome: TimeToEvent['outcome']) =>
    times.filter(time => time.outcome === outcome).length;
  return {
    p50: incidenceQuantile(steps, 0.5),
    p75: incidenceQuantile(steps, 0.75),
    p90: incidenceQuantile(steps, 0.9),
    n: times.length,
    reached: count('reached'),
    open: count('open'),
    closed: count('competing'),
  };
}

function spanTimes(
  measure: (typeof MEASURES)[keyof typeof MEASURES],
  observations: Observations,
): TimeToEvent[] {
  const times: TimeToEvent[] = [];
  for (const change of counted(observations)) {
    const from = measure.from(change);
    const time =
      from === undefined || change.releaseUnobserved
        ? undefined
        : timeToEvent(change, from, measure.to(change), observations);
    if (time) {
      times.push(time);
    }
  }
  return times;
}

function reviewTimes(observations: Observations): TimeToEvent[] {
  const times: TimeToEvent[] = [];
  for (const change of counted(observations)) {
    for (const visit of change.reviewVisits) {
      const time = visitTime(change, visit, observations);
      if (time) {
        times.push(time);
      }
    }
  }
  return times;
}

/** A wait that ended without an answer is only known to have lasted so long. */
function visitTime(
  change: ChangeFacts,
  { start, end, answered }: ReviewVisit,
  observations: Observations,
): TimeToEvent | undefined {
  const time = timeToEvent(change, start, end, observations);
  return time?.outcome === 'reached' && !answered
    ? { ...time, outcome: 'open' }
    : time;
}

function timeToEvent(
  change: ChangeFacts,
  from: Instant,
  to: Instant | undefined,
  observations: Observations,
): TimeToEvent | undefined {
  const last = lastInstant(observations);
  if (from < observations.window.from || from >= last) {
    return undefined;
  }
  const count = elapsedIn(observations);
  if (to !== undefined && to <= last && to >= from) {
    return { time: count(change, from, to), outcome: 'reached' };
  }
  const { end } = change;
  return end !== undefined && end <= last
    ? {
        time: count(change, from, Math.max(from, end)),
        outcome: 'competing',
      }
    : { time: count(change, from, last), outcome: 'open' };
}
