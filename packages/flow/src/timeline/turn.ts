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

import { Ball } from './ball';
import { held, whereBlocked } from './blockedTurn';
import { Blocks } from './blocks';
import { atGate, byAuthorsSide, sharedBy } from './holders';
import { Placed } from './placed';
import { reviewHolders } from './requirements';
import { RollOuts } from './rollout';
import { Holder, Mode, SegmentReason, Stage, UNASSIGNED } from './Segment';
import { TimelineContext } from './Timeline';
import { assignees, isWithdrawn, waitingStatus, WorkItems } from './workItems';

/**
 * The phases of a change: each decides which part of what is known tells whose
 * turn it is.
 */
export type Phase =
  | 'unborn'
  | 'decided'
  | 'started'
  | 'open'
  | 'closed'
  | 'merged'
  | 'inProduction';

/** Everything that whose turn it is depends on. */
export interface TurnState {
  phase: Phase;
  ball: Ball;
  blocks: Blocks;
  workItems: WorkItems;
  /** The work item whose decision counts. */
  decidedOn: string | undefined;
  rollOuts: RollOuts;
  placed: Placed | undefined;
  repo: string;
  /** The stage the change was in when it was closed. */
  closedIn: Stage;
}

/** Whose turn it is: a segment without its dates. */
export interface Turn {
  stage: Stage;
  mode: Mode;
  holders: Holder[];
  reason?: SegmentReason;
}

/**
 * Whose turn it is before the merge, by the table of stages. Of what is true at
 * one moment the first counts: closed, blocked, draft, in the queue, feedback
 * to answer, failed required checks, a review outstanding, running checks,
 * held, merge.
 */
export function turnBeforeMerge(
  state: TurnState,
  context: TimelineContext,
): Turn {
  switch (state.phase) {
    case 'unborn':
    case 'decided':
      return whereBlocked(prioritisation(state, context), state, context);
    case 'closed':
      return paused(state, context);
    case 'started':
    case 'open':
    case 'merged':
    case 'inProduction':
      return whereBlocked(
        waitingForVerification(state, context) ?? openTurn(state, context),
        state,
        context,
      );
    default:
      return state.phase satisfies never;
  }
}

function openTurn(state: TurnState, context: TimelineContext): Turn {
  const { ball } = state;
  if (ball.draft || state.phase === 'started') {
    return build(state, context);
  }
  if (ball.queued) {
    return mergeQueue(state);
  }
  switch (ball.side) {
    case 'author':
      return rework(state, context);
    case 'reviewers':
      return ball.checks.failed.size > 0
        ? checksFailed(state, context)
        : review(state, context);
    case 'pastReview':
      return ball.checks.running.length > 0
        ? checks(state)
        : held(state, context) ?? merge(state, context);
    default:
      return ball.side satisfies never;
  }
}

/**
 * Waiting for work to begin: on the assignees, else on the owning team. A
 * withdrawn decision pauses it until the next one.
 */
function prioritisation(state: TurnState, context: TimelineContext): Turn {
  const people = assignees(state.workItems).filter(
    id => !state.ball.automations.isAutomation(id),
  );
  const withdrawn = isWithdrawn(state.workItems, state.decidedOn);
  return {
    stage: 'prioritisation',
    mode: withdrawn ? 'paused' : 'waiting',
    holders: sharedBy(people, context, context.owner),
    reason: withdrawn ? 'undecided' : undefined,
  };
}

/** The author's side works: before the change is opened, and in every draft. */
function build(state: TurnState, context: TimelineContext): Turn {
  return {
    stage: 'build',
    mode: 'working',
    holders: byAuthorsSide(state.ball, context),
    reason: state.phase === 'open' ? 'draft' : undefined,
  };
}

/** Waiting for the reviewers who are waited on, or for somebody to be asked. */
function review({ ball }: TurnState, context: TimelineContext): Turn {
  const ids = reviewHolders(ball);
  return {
    stage: 'review',
    mode: 'waiting',
    holders: sharedBy(
      ids,
      context,
      UNASSIGNED,
      id => ball.seats.get(id)?.actsFor,
    ),
    reason: ids.length === 0 ? 'unrequested' : undefined,
  };
}

/** The author's side answers feedback, or what made the landing fail. */
function rework({ ball }: TurnState, context: TimelineContext): Turn {
  const feedback = new Set<SegmentReason | undefined>();
  for (const seat of ball.seats.values()) {
    feedback.add(seat.feedback);
  }
  return {
    stage: 'rework',
    mode: 'working',
    holders: byAuthorsSide(ball, context),
    reason: (['changesRequested', 'commented'] as const).find(reason =>
      feedback.has(reason),
    ),
  };
}

/** Required checks failed while the reviewers had the ball. */
function checksFailed({ ball }: TurnState, context: TimelineContext): Turn {
  return {
    stage: 'rework',
    mode: 'working',
    holders: byAuthorsSide(ball, context),
    reason: 'checksFailed',
  };
}

/** A work item in a waiting status such as "Ready for QA". */
export function waitingForVerification(
  state: TurnState,
  context: TimelineContext,
): Turn | undefined {
  const on = waitingStatus(state.workItems);
  return (
    on && {
      stage: 'verification',
      mode: 'waiting',
      holders: sharedBy(on, context, context.owner),
      reason: 'status',
    }
  );
}

/** Checks that run while nothing else is outstanding before the merge. */
function checks(state: TurnState): Turn {
  return {
    stage: 'verification',
    mode: 'working',
    holders: atGate('checks', state.repo),
    reason: 'checks',
  };
}

/** Approved and not merged: reviewers no longer needed hold nothing. */
function merge(state: TurnState, context: TimelineContext): Turn {
  return {
    stage: 'merge',
    mode: 'waiting',
    holders: byAuthorsSide(state.ball, context),
  };
}

function mergeQueue(state: TurnState): Turn {
  return {
    stage: 'merge',
    mode: 'waiting',
    holders: atGate('merge-queue', state.repo),
    reason: 'mergeQueue',
  };
}

/** Closed, and reopened later: on the timeline, in no duration. */
function paused(state: TurnState, context: TimelineContext): Turn {
  return {
    stage: state.closedIn,
    mode: 'paused',
    holders: byAuthorsSide(state.ball, context),
    reason: 'closed',
  };
}

/** Whether two turns are the same stretch of the timeline. */
export function sameTurn(a: Turn, b: Turn): boolean {
  return (
    a.stage === b.stage &&
    a.mode === b.mode &&
    a.reason === b.reason &&
    a.holders.length === b.holders.length &&
    a.holders.every(
      (holder, i) =>
        holder.party === b.holders[i].party &&
        holder.share === b.holders[i].share &&
        holder.team === b.holders[i].team,
    )
  );
}
