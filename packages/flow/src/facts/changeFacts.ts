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
import { ExclusionRule } from '../rules/ModelRules';
import { Duration, EXTERNAL, Instant, Party } from '../timeline/Segment';
import { ReachedWhenReady, Timeline } from '../timeline/Timeline';
import { elapsed, Pause } from './elapsed';
import { excludedBy } from './exclusion';
import { ChangeFacts, CurrentTurn } from './factTypes';
import { countHandoffs } from './handoffs';
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
  /** When the first change that reverts this one was merged. */
  revertedAt?: Instant;
  /** The rules that leave changes out of the figures; none when absent. */
  exclude?: readonly ExclusionRule[];
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
  const pauses = pausesOf(timeline, current);
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
    carrier: timeline.carrier,
    carriedBy: timeline.carriedBy,
    containment: timeline.containment,
    release: timeline.release,
    unplacedSince: timeline.unplacedSince,
    excludedBy: excludedBy(
      { ...context.description, author: timeline.author },
      context.exclude ?? [],
    ),
    milestones,
    start: timeline.segments[0]?.start ?? milestones.openedAt,
    end: timeline.end,
    current,
    ...sums(settled, segment => segment.end - segment.start),
    ...spans(timeline, (from, to) => elapsed({ pauses }, from, to)),
    readySince: readySince(timeline),
    firstReview: timeline.firstReview,
    approval: timeline.approval,
    handoffs: countHandoffs(timeline.segments, party => party),
    teamHandoffs: countHandoffs(timeline.segments, context.teamOf),
    returns: timeline.counts.returns,
    clarificationLoops: timeline.counts.clarificationLoops,
    reviewVisits: timeline.reviewVisits,
    pauses,
    approvers: approversOf(timeline),
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

/** Its paused stretches; the one it is in has no end yet. */
function pausesOf(timeline: Timeline, current?: CurrentTurn): Pause[] {
  return timeline.segments
    .filter(segment => segment.mode === 'paused')
    .map(({ start, end }) =>
      current?.mode === 'paused' && current.since === start
        ? { start }
        : { start, end },
    );
}

/** The last time it became ready, unless it is in draft now: its last stretch in draft was over. */
function readySince(timeline: Timeline): Instant | undefined {
  const { readyAt } = timeline.milestones;
  if (currentTurn(timeline)?.reason === 'draft') {
    return undefined;
  }
  const drafts = timeline.segments.filter(
    ({ reason, end }) => reason === 'draft' && end >= (readyAt ?? Infinity),
  );
  return drafts[drafts.length - 1]?.end ?? readyAt;
}

/** Each once; who has no account any more is somebody else each time. */
function approversOf({ approvals }: Timeline): Party[] {
  const parties = approvals.map(({ party }) => party);
  return parties.filter(
    (party, i) => party === EXTERNAL || parties.indexOf(party) === i,
  );
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
    timeToFirstReview: spanSinceReady(count, timeline.firstReview),
    timeToApproval: spanSinceReady(count, timeline.approval),
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

function spanSinceReady(
  count: Count,
  reached: ReachedWhenReady | undefined,
): Duration | undefined {
  return span(count, reached?.readyAt, reached?.at);
}

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
