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

import { FlowEvent } from '../events/FlowEvent';
import { Ball, isApproved, newBall } from './ball';
import { Chronicle } from './Chronicle';
import { Ledger } from './Ledger';
import {
  answer,
  automatedAnswer,
  comment,
  dismiss,
  isWaitedOn,
  Membership,
  push,
  ready,
  removeRequest,
  requestReview,
} from './reviewRules';
import { newRollOuts, rollOut } from './rollout';
import { EXTERNAL, Instant } from './Segment';
import { Start } from './start';
import { ChangeState, Timeline, TimelineContext } from './Timeline';
import { partyOfAuthor, turnOf, TurnState } from './turn';
import { moveWorkItem, newWorkItems, WorkItems } from './workItems';

/** The id under which an actor whose account is gone is remembered. */
const UNKNOWN_ACTOR = '';

/**
 * The life of one change while its events are taken in, in their order: the
 * rules of the model applied to what is known so far.
 */
export class ChangeLife {
  private readonly ball: Ball;
  private readonly workItems: WorkItems;
  private readonly state: TurnState;
  private readonly ledger = new Ledger();
  private readonly chronicle: Chronicle;
  private readonly isMember: Membership;
  private end: Instant | undefined;
  /** How the change ended by an event that bears an earlier date than its opening. */
  private endedBeforeOpening: 'merged' | 'closed' | undefined;

  constructor(
    private readonly start: Start,
    private readonly context: TimelineContext,
  ) {
    this.ball = newBall(start.author, context.approvalsNeeded ?? 1);
    this.workItems = newWorkItems(start.workItems);
    this.chronicle = new Chronicle(start);
    this.state = {
      phase: 'unborn',
      ball: this.ball,
      workItems: this.workItems,
      rollOuts: newRollOuts(),
      repo: start.opened.data.repo,
      closedIn: 'build',
    };
    this.isMember = (actorId, teamId) =>
      context.isMemberOf?.(actorId, teamId) ?? false;
  }

  /** Takes in the next event, and passes the ball if it does. */
  take(event: FlowEvent): void {
    const at = Date.parse(event.at);
    this.beginUpTo(at);
    if (event.type.startsWith('change.')) {
      if (event.subject === this.context.change) {
        this.takeChange(event, at);
      }
    } else if (event.type.startsWith('workItem.')) {
      this.takeWorkItem(event, at);
    } else if (event.type.startsWith('deployment.')) {
      this.takeDeployment(event, at);
    }
    if (this.end === undefined && this.state.phase !== 'unborn') {
      this.ledger.pass(turnOf(this.state, this.context), at);
    }
  }

  /** The timeline as of an instant that is not before the last event taken. */
  upTo(asOf: Instant): Timeline {
    const { start, context, chronicle } = this;
    const { mergedAt, closedAt } = chronicle.milestones;
    const end = this.end ?? closedAt;
    const first = context.firstDeploymentAt;
    const seen = first !== undefined && first <= asOf;
    const releaseUnobserved =
      seen && mergedAt !== undefined && first > mergedAt;
    if (mergedAt !== undefined && !seen) {
      chronicle.inProduction(mergedAt);
    }
    return {
      change: context.change,
      repo: this.state.repo,
      asOf,
      state: this.changeState(),
      end,
      author: start.author,
      authorParty: partyOfAuthor(start.author, context),
      authorKind: start.authorKind,
      productionObserved: seen && !releaseUnobserved,
      releaseUnobserved,
      decisionLinkedLate: chronicle.decisionLinkedLate,
      milestones: chronicle.milestones,
      firstResponseAt: chronicle.firstResponseAt,
      automatedResponseAt: chronicle.automatedResponseAt,
      approvals: chronicle.approvals,
      segments: this.ledger.upTo(end ?? asOf),
      counts: {
        returns: chronicle.returns,
        clarificationLoops: chronicle.clarificationLoops,
      },
    };
  }

  private changeState(): ChangeState {
    if (this.chronicle.milestones.productionAt !== undefined) {
      return 'inProduction';
    }
    switch (this.state.phase) {
      case 'merged':
        return 'merged';
      case 'closed':
        return 'closed';
      default:
        return 'open';
    }
  }

  private get isOpened(): boolean {
    const { phase } = this.state;
    return phase !== 'unborn' && phase !== 'decided' && phase !== 'started';
  }

  /** Begins the timeline, and the build in it, when their instants have come. */
  private beginUpTo(at: Instant): void {
    const { state, start } = this;
    if (state.phase === 'unborn' && at >= start.startAt) {
      state.phase = 'decided';
      if (start.startAt < start.buildAt) {
        this.ledger.pass(turnOf(state, this.context), start.startAt);
      }
    }
    if (state.phase === 'decided' && at >= start.buildAt) {
      state.phase = 'started';
      this.ledger.pass(turnOf(state, this.context), start.buildAt);
    }
  }

  private takeChange(event: FlowEvent, at: Instant): void {
    switch (event.type) {
      case 'change.opened':
        if (event === this.start.opened) {
          this.open(event.data.draft ?? false, at);
        }
        break;
      case 'change.updated':
        if (at > this.start.openedAt && event.data?.workItems) {
          this.link(event.data.workItems);
        }
        break;
      case 'change.drafted':
        this.draft();
        break;
      case 'change.ready':
        if (this.ball.draft) {
          ready(this.ball);
          this.chronicle.ready(at);
        }
        break;
      case 'change.merged':
        this.merge(at);
        break;
      case 'change.closed':
        this.close(at);
        break;
      case 'change.reopened':
        this.reopen();
        break;
      case 'change.reviewed':
      case 'change.commented':
        this.respond(event, at);
        break;
      default:
        passBall(this.ball, event);
        break;
    }
    const { phase } = this.state;
    if (
      phase === 'open' &&
      !this.ball.draft &&
      this.ball.side === 'pastReview'
    ) {
      this.chronicle.approved(at);
    }
  }

  private open(draft: boolean, at: Instant): void {
    this.state.phase = 'open';
    this.ball.draft = draft;
    if (isApproved(this.ball)) {
      this.ball.side = 'pastReview';
    }
    if (!draft) {
      this.chronicle.ready(at);
    }
    if (this.endedBeforeOpening === 'merged') {
      this.merge(at);
    } else if (this.endedBeforeOpening === 'closed') {
      this.close(at);
    }
  }

  /** Back to draft: a return, once the change was open. */
  private draft(): void {
    if (!this.ball.draft && this.state.phase === 'open') {
      this.chronicle.returns += 1;
    }
    this.ball.draft = true;
  }

  /** A review or a comment; those of the author and of automations pass no ball. */
  private respond(event: FlowEvent, at: Instant): void {
    const actor = event.actor?.id ?? UNKNOWN_ACTOR;
    const byAuthor = event.actor !== undefined && actor === this.start.author;
    if (event.actor && event.actor.kind !== 'human') {
      if (!byAuthor) {
        this.chronicle.respondedAutomatically(at);
        automatedAnswer(this.ball, actor);
      }
      return;
    }
    if (!byAuthor && event.actor) {
      this.chronicle.responded(at);
    }
    if (this.chronicle.milestones.mergedAt === undefined) {
      this.answerBeforeMerge(event, actor, byAuthor, at);
    }
  }

  private answerBeforeMerge(
    event: FlowEvent,
    actor: string,
    byAuthor: boolean,
    at: Instant,
  ): void {
    const { ball, chronicle, isMember } = this;
    if (event.type === 'change.reviewed' && !byAuthor) {
      const { verdict } = event.data;
      chronicle.reviewed(verdict, at);
      if (verdict === 'approved') {
        chronicle.approvedBy(this.partyOf(actor), at);
      }
      answer(ball, actor, verdict, at, isMember);
    } else if (event.type === 'change.commented' && event.actor) {
      if (!byAuthor && isWaitedOn(ball, actor, isMember)) {
        chronicle.reviewed('commented', at);
      }
      comment(ball, actor, at, isMember);
    }
  }

  private partyOf(actor: string): string {
    return actor === UNKNOWN_ACTOR ? EXTERNAL : this.context.partyOf(actor);
  }

  private close(at: Instant): void {
    if (!this.isOpened) {
      this.endedBeforeOpening ??= 'closed';
    } else if (this.state.phase === 'open') {
      this.state.closedIn = this.ledger.stage ?? 'build';
      this.state.phase = 'closed';
      this.ball.queued = false;
      this.chronicle.closed(at);
    }
  }

  private reopen(): void {
    if (!this.isOpened && this.endedBeforeOpening === 'closed') {
      this.endedBeforeOpening = undefined;
    } else if (this.state.phase === 'closed') {
      this.state.phase = 'open';
      this.chronicle.closed(undefined);
    }
  }

  /** Merged: the end, where no deployment of the repository was seen before. */
  private merge(at: Instant): void {
    if (!this.isOpened) {
      this.endedBeforeOpening = 'merged';
    } else if (this.chronicle.milestones.mergedAt === undefined) {
      this.state.phase = 'merged';
      this.ball.queued = false;
      this.chronicle.merged(at);
      const first = this.context.firstDeploymentAt;
      if (first === undefined || first > at) {
        this.end = at;
      }
    }
  }

  private takeWorkItem(event: FlowEvent, at: Instant): void {
    const { chronicle } = this;
    const isLinked = this.workItems.linked.has(event.subject);
    const sentBack = moveWorkItem(this.workItems, event);
    if (event.type === 'workItem.decided') {
      chronicle.decided(event.subject, isLinked, at);
    } else if (event.type === 'workItem.questionAsked' && isLinked) {
      chronicle.clarificationLoops += 1;
    } else if (sentBack && isLinked && this.state.phase !== 'unborn') {
      chronicle.returns += 1;
    }
  }

  private link(workItems: string[]): void {
    this.workItems.linked = new Set(workItems);
    this.chronicle.linked(workItems);
  }

  private takeDeployment(event: FlowEvent, at: Instant): void {
    const reached = rollOut(this.state.rollOuts, event);
    if (reached && this.end === undefined && this.state.phase === 'merged') {
      this.state.phase = 'inProduction';
      this.chronicle.inProduction(at);
      this.end = at;
    }
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
