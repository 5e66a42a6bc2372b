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

import { ChangeDescription } from '../events/FlowEvent';
import { Duration, Instant, Party, Segment } from '../timeline/Segment';
import { Timeline } from '../timeline/Timeline';
import { elapsed } from './elapsed';
import { ChangeFacts, CurrentTurn } from './factTypes';
import { sums } from './sums';
import { sizeOf } from './changeSize';

/**
 * What the facts of a change need beyond its timeline.
 *
 * @public
 */
export interface FactsContext {
  description: ChangeDescription;
  workType: string;
  /** The team that owns the entities the change touches. */
  owner: Party;
  /** The team of a party; the party itself where it has none. */
  teamOf(party: Party): Party;
  /** When a later change that reverts this one was opened. */
  revertedAt?: Instant;
}

/**
 * The facts of one change, from its timeline.
 *
 * @public
 */
export function changeFacts(
  timeline: Timeline,
  context: FactsContext,
): ChangeFacts {
  const { milestones } = timeline;
  const current = currentTurn(timeline);
  const settled = current ? timeline.segments.slice(0, -1) : timeline.segments;
  const pauses = timeline.segments
    .filter(segment => segment.mode === 'paused')
    .map(({ start, end }) => ({ start, end }));
  return {
    change: timeline.change,
    repo: timeline.repo,
    title: context.description.title,
    url: context.description.url,
    state: timeline.state,
    author: timeline.authorParty,
    authorKind: timeline.authorKind,
    workType: context.workType,
    size: sizeOf(context.description),
    owner: context.owner,
    productionObserved: timeline.productionObserved,
    releaseUnobserved: timeline.releaseUnobserved,
    decidedLate: timeline.decidedLate,
    linkedLate: timeline.linkedLate,
    milestones,
    start: timeline.segments[0]?.start ?? milestones.openedAt,
    end: timeline.end,
    current,
    ...sums(settled, segment => segment.end - segment.start),
    ...spans(timeline, (from, to) => elapsed({ pauses }, from, to)),
    handoffs: handoffs(timeline.segments, party => party),
    teamHandoffs: handoffs(timeline.segments, context.teamOf),
    returns: timeline.counts.returns,
    clarificationLoops: timeline.counts.clarificationLoops,
    reviewVisits: timeline.reviewVisits,
    pauses,
    approvers: [...new Set(timeline.approvals.map(a => a.party))],
    revertedAt: context.revertedAt,
  };
}

/**
 * The facts as of an instant: the sums of an unfinished change with the time of
 * its current turn added.
 *
 * @public
 */
export function withCurrentTurn(
  facts: ChangeFacts,
  asOf: Instant,
): ChangeFacts {
  const { current } = facts;
  if (!current || asOf <= current.since) {
    return facts;
  }
  const turn = sums(
    [{ ...current, start: current.since, end: asOf }],
    segment => segment.end - segment.start,
  );
  const before = facts.stages[current.stage] ?? { working: 0, waiting: 0 };
  const added = turn.stages[current.stage] ?? { working: 0, waiting: 0 };
  return {
    ...facts,
    working: facts.working + turn.working,
    waiting: facts.waiting + turn.waiting,
    soleBlockerTime: facts.soleBlockerTime + turn.soleBlockerTime,
    unownedWait: facts.unownedWait + turn.unownedWait,
    stages:
      current.mode === 'paused'
        ? facts.stages
        : {
            ...facts.stages,
            [current.stage]: {
              working: before.working + added.working,
              waiting: before.waiting + added.waiting,
            },
          },
  };
}

function currentTurn(timeline: Timeline): CurrentTurn | undefined {
  const last = timeline.segments[timeline.segments.length - 1];
  if (timeline.end !== undefined || !last) {
    return undefined;
  }
  return {
    stage: last.stage,
    mode: last.mode,
    since: last.start,
    holders: last.holders,
    ...(last.reason && { reason: last.reason }),
  };
}

function spans(timeline: Timeline, count: Count) {
  const { milestones: m } = timeline;
  return {
    leadTime: span(count, m.firstCommitAt ?? m.openedAt, m.productionAt),
    decisionToProduction: span(count, m.decidedAt, m.productionAt),
    timeToFirstReview: span(count, m.readyAt, m.firstReviewAt),
    timeToApproval: span(count, m.readyAt, m.approvedAt),
    timeToFirstResponse: span(count, m.openedAt, timeline.firstResponseAt),
    timeToAutomatedResponse: span(
      count,
      m.readyAt,
      timeline.automatedResponseAt,
    ),
  };
}

/** How much of what lies between two instants counts. */
type Count = (from: Instant, to: Instant) => Duration;

/** From one milestone to a later one; undefined where either is missing or they are reversed. */
function span(
  count: Count,
  from?: Instant,
  to?: Instant,
): Duration | undefined {
  return from === undefined || to === undefined || to < from
    ? undefined
    : count(from, to);
}

/**
 * Boundaries between adjacent segments whose holders differ. A pause in between
 * is no hand-off of its own.
 */
function handoffs(
  segments: Segment[],
  viewOf: (party: Party) => Party,
): number {
  let count = 0;
  let before: string | undefined;
  for (const segment of segments) {
    if (segment.mode !== 'paused') {
      const holders = [...new Set(segment.holders.map(h => viewOf(h.party)))]
        .sort()
        .join(' ');
      if (before !== undefined && holders !== before) {
        count += 1;
      }
      before = holders;
    }
  }
  return count;
}
