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

import { ChangeDescription, FlowEvent } from '../events/FlowEvent';
import { Ball, newBall } from './ball';
import { Chronicle } from './Chronicle';
import { partyOfAuthor } from './holders';
import { Ledger } from './Ledger';
import { Life } from './Life';
import {
  backToDraft,
  close,
  merge,
  open,
  reachProduction,
  reopen,
} from './lifecycle';
import { respond } from './responses';
import {
  dismiss,
  needApprovals,
  push,
  ready,
  removeRequest,
  requestReview,
} from './reviewRules';
import { newRollOuts, rollOut } from './rollout';
import { Instant } from './Segment';
import { Start } from './start';
import { ChangeState, Timeline, TimelineContext } from './Timeline';
import { turnOf } from './turn';
import { reviewVisits } from './visits';
import { moveWorkItem, newWorkItems } from './workItems';

/** The life of a change before its first event. */
export function newLife(start: Start, context: TimelineContext): Life {
  const ball = newBall(start.author, context.approvalsNeeded ?? 1);
  return {
    start,
    context,
    ball,
    isMember: (actorId, teamId) =>
      context.isMemberOf?.(actorId, teamId) ?? false,
    ledger: new Ledger(),
    chronicle: new Chronicle(start),
    state: {
      phase: 'unborn',
      ball,
      workItems: newWorkItems(start.workItems),
      rollOuts: newRollOuts(),
      repo: start.opened.data.repo,
      closedIn: 'build',
    },
  };
}

/** Takes in the next event, and passes the ball if it does. */
export function take(life: Life, event: FlowEvent): void {
  const at = Date.parse(event.at);
  beginUpTo(life, at);
  if (event.type.startsWith('change.')) {
    if (event.subject === life.context.change) {
      takeChange(life, event, at);
    }
  } else if (event.type.startsWith('workItem.')) {
    takeWorkItem(life, event, at);
  } else if (event.type.startsWith('deployment.')) {
    if (rollOut(life.state.rollOuts, event)) {
      reachProduction(life, at);
    }
  }
  if (life.end === undefined && life.state.phase !== 'unborn') {
    life.ledger.pass(turnOf(life.state, life.context), at);
  }
}

/** The timeline as of an instant that is not before the last event taken. */
export function timelineOf(life: Life, asOf: Instant): Timeline {
  const { start, context, chronicle, state } = life;
  const { mergedAt, closedAt } = chronicle.milestones;
  const end = life.end ?? closedAt;
  const first = context.firstDeploymentAt;
  const seen = first !== undefined && first <= asOf;
  const releaseUnobserved = seen && mergedAt !== undefined && first > mergedAt;
  if (mergedAt !== undefined && !seen) {
    chronicle.inProduction(mergedAt);
  }
  const segments = life.ledger.upTo(end ?? asOf);
  return {
    change: context.change,
    repo: state.repo,
    asOf,
    state: changeState(life),
    end,
    author: start.author,
    authorParty: partyOfAuthor(start.author, context),
    authorKind: start.authorKind,
    productionObserved: seen && !releaseUnobserved,
    releaseUnobserved,
    decidedLate: false,
    linkedLate: chronicle.linkedLate,
    carrier: context.placement?.carrier ?? false,
    carriedBy: context.placement?.carriedBy,
    containment: context.placement?.containment,
    release: context.placement?.release,
    milestones: chronicle.milestones,
    reviewVisits: reviewVisits(segments, end, chronicle.answers),
    firstReview: chronicle.firstReview,
    approval: chronicle.approval,
    firstResponseAt: chronicle.firstResponseAt,
    automatedResponseAt: chronicle.automatedResponseAt,
    approvals: chronicle.approvals,
    segments,
    counts: {
      returns: chronicle.returns,
      clarificationLoops: chronicle.clarificationLoops,
    },
  };
}

function changeState({ chronicle, state }: Life): ChangeState {
  if (chronicle.milestones.productionAt !== undefined) {
    return 'inProduction';
  }
  switch (state.phase) {
    case 'merged':
      return 'merged';
    case 'closed':
      return 'closed';
    default:
      return 'open';
  }
}

/** Begins the timeline, and the build in it, when their instants have come. */
function beginUpTo({ context, ledger, start, state }: Life, at: Instant): void {
  if (state.phase === 'unborn' && at >= start.startAt) {
    state.phase = 'decided';
    if (start.startAt < start.buildAt) {
      ledger.pass(turnOf(state, context), start.startAt);
    }
  }
  if (state.phase === 'decided' && at >= start.buildAt) {
    state.phase = 'started';
    ledger.pass(turnOf(state, context), start.buildAt);
  }
}

function takeChange(life: Life, event: FlowEvent, at: Instant): void {
  const { ball, chronicle, start, state } = life;
  switch (event.type) {
    case 'change.opened':
      tellApprovals(ball, event.data);
      if (event === start.opened) {
        open(life, event.data.draft ?? false, at);
      }
      break;
    case 'change.updated':
      tellApprovals(ball, event.data);
      if (at > start.openedAt && event.data?.workItems) {
        state.workItems.linked = new Set(event.data.workItems);
        chronicle.linked(event.data.workItems);
      }
      break;
    case 'change.drafted':
      backToDraft(life);
      break;
    case 'change.ready':
      if (ball.draft) {
        ready(ball);
        chronicle.ready(at);
      }
      break;
    case 'change.merged':
      merge(life, at);
      break;
    case 'change.closed':
      close(life, at);
      break;
    case 'change.reopened':
      reopen(life);
      break;
    case 'change.reviewed':
    case 'change.commented':
      respond(life, event, at);
      break;
    default:
      passBall(ball, event);
      break;
  }
  if (state.phase === 'open' && !ball.draft && ball.side === 'pastReview') {
    chronicle.approved(at);
  }
}

/** How many approvals are needed holds from the instant it is told on. */
function tellApprovals(
  ball: Ball,
  { approvalsNeeded }: Partial<ChangeDescription> = {},
): void {
  if (approvalsNeeded !== undefined) {
    needApprovals(ball, approvalsNeeded);
  }
}

/** The events that only move the ball. */
function passBall(ball: Ball, event: FlowEvent): void {
  switch (event.type) {
    case 'change.pushed':
      push(ball, event.actor?.id);
      break;
    case 'change.reviewRequested':
      requestReview(ball, event.data.reviewers, event.actor?.id);
      break;
    case 'change.reviewRequestRemoved':
      removeRequest(ball, event.data.reviewers);
      break;
    case 'change.reviewDismissed':
      dismiss(ball, event.data.reviewer);
      break;
    case 'change.checksStarted':
      ball.checksRunning += 1;
      break;
    case 'change.checksFinished':
      ball.checksRunning = Math.max(0, ball.checksRunning - 1);
      break;
    case 'change.queued':
      ball.queued = true;
      break;
    case 'change.dequeued':
      ball.queued = false;
      break;
    default:
      break;
  }
}

function takeWorkItem(life: Life, event: FlowEvent, at: Instant): void {
  const { chronicle, state } = life;
  const isLinked = state.workItems.linked.has(event.subject);
  const sentBack = moveWorkItem(state.workItems, event);
  if (event.type === 'workItem.decided') {
    // What is decided afterwards was not on the way to production.
    if (life.end === undefined) {
      chronicle.decided(event.subject, isLinked, at);
    }
  } else if (event.type === 'workItem.questionAsked' && isLinked) {
    chronicle.clarificationLoops += 1;
  } else if (sentBack && isLinked && state.phase !== 'unborn') {
    chronicle.returns += 1;
  }
}
