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

import { Ball, waitedOn } from './ball';
import { alone, atGate, partyOfAuthor, sharedBy } from './holders';
import { RollOuts, rollOutPhase } from './rollout';
import {
  gateParty,
  Holder,
  Mode,
  SegmentReason,
  Stage,
  UNASSIGNED,
} from './Segment';
import { TimelineContext } from './Timeline';
import { assignees, waitingStatus, WorkItems } from './workItems';

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
  workItems: WorkItems;
  rollOuts: RollOuts;
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

/** Whose turn it is, by the table of stages. */
export function turnOf(state: TurnState, context: TimelineContext): Turn {
  switch (state.phase) {
    case 'unborn':
    case 'decided':
      return prioritisation(state, context);
    case 'started':
      return verificationByStatus(state, context) ?? build(state, context);
    case 'open':
      return verificationByStatus(state, context) ?? openTurn(state, context);
    case 'closed':
      return paused(state, context);
    case 'merged':
    case 'inProduction':
      return mergedTurn(state, context);
    default:
      return state.phase satisfies never;
  }
}

function openTurn(state: TurnState, context: TimelineContext): Turn {
  const { ball } = state;
  if (ball.queued) {
    return mergeQueue(state);
  }
  if (ball.draft) {
    return build(state, context);
  }
  switch (ball.side) {
    case 'author':
      return rework(state, context);
    case 'reviewers':
      return review(state, context);
    case 'pastReview':
      return ball.checksRunning > 0 ? checks(state) : merge(state, context);
    default:
      return ball.side satisfies never;
  }
}

function mergedTurn(state: TurnState, context: TimelineContext): Turn {
  const phase = rollOutPhase(state.rollOuts);
  if (phase.kind === 'running') {
    return deployment(state);
  }
  return verificationByStatus(state, context) ?? release(state, context);
}

/** Waiting for work to begin: on the assignees, else on the owning team. */
function prioritisation(state: TurnState, context: TimelineContext): Turn {
  return {
    stage: 'prioritisation',
    mode: 'waiting',
    holders: sharedBy(assignees(state.workItems), context, context.owner),
  };
}

/** The author works: before the change is opened, and in every draft. */
function build(state: TurnState, context: TimelineContext): Turn {
  return {
    stage: 'build',
    mode: 'working',
    holders: alone(partyOfAuthor(state.ball.author, context)),
    reason: state.phase === 'open' ? 'draft' : undefined,
  };
}

/** Waiting for the reviewers who are waited on, or for somebody to be asked. */
function review(state: TurnState, context: TimelineContext): Turn {
  const seats = waitedOn(state.ball);
  return seats.length === 0
    ? {
        stage: 'review',
        mode: 'waiting',
        holders: alone(UNASSIGNED),
        reason: 'unrequested',
      }
    : {
        stage: 'review',
        mode: 'waiting',
        holders: sharedBy(
          seats.map(seat => seat.id),
          context,
          UNASSIGNED,
        ),
      };
}

/** The author answers feedback. */
function rework(state: TurnState, context: TimelineContext): Turn {
  let reason: SegmentReason = 'commented';
  for (const seat of state.ball.seats.values()) {
    if (seat.feedback === 'changesRequested') {
      reason = 'changesRequested';
    }
  }
  return {
    stage: 'rework',
    mode: 'working',
    holders: alone(partyOfAuthor(state.ball.author, context)),
    reason,
  };
}

/** A work item in a waiting status such as "Ready for QA". */
function verificationByStatus(
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
    holders: alone(partyOfAuthor(state.ball.author, context)),
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

/** Merged: on the approvers of a gate while one is asked, else on the release. */
function release(state: TurnState, context: TimelineContext): Turn {
  const phase = rollOutPhase(state.rollOuts);
  const gate = gateParty('release', state.repo);
  if (phase.kind === 'gated') {
    return {
      stage: 'release',
      mode: 'waiting',
      holders: sharedBy(phase.approvers, context, gate),
      reason: 'gate',
    };
  }
  return {
    stage: 'release',
    mode: 'waiting',
    holders: alone(gate),
    reason:
      phase.kind === 'idle' && phase.failed ? 'deploymentFailed' : undefined,
  };
}

/** The production roll-out that contains the change runs. */
function deployment(state: TurnState): Turn {
  return {
    stage: 'deployment',
    mode: 'working',
    holders: atGate('deployment', state.repo),
  };
}

/** Closed, and reopened later: on the timeline, in no duration. */
function paused(state: TurnState, context: TimelineContext): Turn {
  return {
    stage: state.closedIn,
    mode: 'paused',
    holders: alone(partyOfAuthor(state.ball.author, context)),
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
        holder.share === b.holders[i].share,
    )
  );
}
