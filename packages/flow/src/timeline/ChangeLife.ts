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
import { ChangeState, Milestones, Timeline, TimelineContext } from './Timeline';
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
  private readonly milestones: Milestones;
  private readonly approvals: Timeline['approvals'] = [];
  private readonly isMember: Membership;
  private readonly decidedWhileUnlinked = new Set<string>();
  private end: Instant | undefined;
  private returns = 0;
  private clarificationLoops = 0;
  private firstResponseAt: Instant | undefined;
  private automatedResponseAt: Instant | undefined;
  private decisionLinkedLate = false;
  /** How the change ended by events that bear an earlier date than its opening. */
  private endedBeforeOpening: 'merged' | 'closed' | undefined;

  constructor(
    private readonly start: Start,
    private readonly context: TimelineContext,
  ) {
    this.ball = newBall(start.author, context.approvalsNeeded ?? 1);
    this.workItems = newWorkItems(start.workItems);
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
    this.milestones = {
      startedAt: start.buildAt,
      firstCommitAt: start.firstCommitAt,
      openedAt: start.openedAt,
    };
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
    const { start, context } = this;
    const { mergedAt, closedAt } = this.milestones;
    const end = this.end ?? closedAt;
    const first = context.firstDeploymentAt;
    const seen = first !== undefined && first <= asOf;
    const releaseUnobserved =
      seen && mergedAt !== undefined && first > mergedAt;
    if (mergedAt !== undefined && !seen) {
      this.milestones.productionAt = mergedAt;
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
      decisionLinkedLate:
        this.decisionLinkedLate && this.milestones.decidedAt === undefined,
      milestones: this.milestones,
      firstResponseAt: this.firstResponseAt,
      automatedResponseAt: this.automatedResponseAt,
      approvals: this.approvals,
      segments: this.ledger.upTo(end ?? asOf),
      counts: {
        returns: this.returns,
        clarificationLoops: this.clarificationLoops,
      },
    };
  }

  private changeState(): ChangeState {
    if (this.milestones.productionAt !== undefined) {
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
    const { ball } = this;
    const actor = event.actor?.id;
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
      case 'change.pushed':
        push(ball, actor);
        break;
      case 'change.drafted':
        this.draft();
        break;
      case 'change.ready':
        if (ball.draft) {
          ready(ball);
          this.milestones.readyAt ??= at;
        }
        break;
      case 'change.reviewRequested':
        requestReview(ball, event.data.reviewers, actor);
        break;
      case 'change.reviewRequestRemoved':
        removeRequest(ball, event.data.reviewers);
        break;
      case 'change.reviewed':
      case 'change.commented':
        this.respond(event, at);
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
      case 'change.merged':
        this.merge(at);
        break;
      case 'change.closed':
        this.close(at);
        break;
      case 'change.reopened':
        this.reopen();
        break;
      default:
        break;
    }
    this.noteApproval(at);
  }

  private open(draft: boolean, at: Instant): void {
    this.state.phase = 'open';
    this.ball.draft = draft;
    if (isApproved(this.ball)) {
      this.ball.side = 'pastReview';
    }
    if (!draft) {
      this.milestones.readyAt = at;
    }
    if (this.endedBeforeOpening === 'merged') {
      this.merge(at);
    } else if (this.endedBeforeOpening === 'closed') {
      this.close(at);
    }
  }

  private get isOpened(): boolean {
    const { phase } = this.state;
    return phase !== 'unborn' && phase !== 'decided' && phase !== 'started';
  }

  private draft(): void {
    if (!this.ball.draft) {
      this.ball.draft = true;
      if (this.state.phase === 'open') {
        this.returns += 1;
      }
    }
  }

  /** A review or a comment; those of the author and of automations pass no ball. */
  private respond(event: FlowEvent, at: Instant): void {
    const actor = event.actor?.id ?? UNKNOWN_ACTOR;
    const byAuthor = event.actor !== undefined && actor === this.start.author;
    if (event.actor && event.actor.kind !== 'human') {
      if (!byAuthor) {
        this.automatedResponseAt ??= at;
        automatedAnswer(this.ball, actor);
      }
      return;
    }
    if (!byAuthor && event.actor) {
      this.firstResponseAt ??= at;
    }
    if (this.milestones.mergedAt !== undefined) {
      return;
    }
    if (event.type === 'change.reviewed' && !byAuthor) {
      this.noteReview(event.data.verdict, actor, at);
      answer(this.ball, actor, event.data.verdict, at, this.isMember);
    } else if (event.type === 'change.commented' && event.actor) {
      if (!byAuthor && isWaitedOn(this.ball, actor, this.isMember)) {
        this.noteReview('commented', actor, at);
      }
      comment(this.ball, actor, at, this.isMember);
    }
  }

  private noteReview(verdict: string, actor: string, at: Instant): void {
    this.milestones.firstReviewAt ??= at;
    if (verdict === 'changesRequested') {
      this.returns += 1;
    } else if (verdict === 'approved') {
      const party =
        actor === UNKNOWN_ACTOR ? EXTERNAL : this.context.partyOf(actor);
      this.approvals.push({ party, at });
    }
  }

  private noteApproval(at: Instant): void {
    const { ball, state, milestones } = this;
    if (state.phase === 'open' && !ball.draft && ball.side === 'pastReview') {
      milestones.approvedAt ??= at;
    }
  }

  private close(at: Instant): void {
    if (!this.isOpened) {
      this.endedBeforeOpening ??= 'closed';
    } else if (this.state.phase === 'open') {
      this.state.closedIn = this.ledger.stage ?? 'build';
      this.state.phase = 'closed';
      this.ball.queued = false;
      this.milestones.closedAt = at;
    }
  }

  private reopen(): void {
    if (!this.isOpened && this.endedBeforeOpening === 'closed') {
      this.endedBeforeOpening = undefined;
    } else if (this.state.phase === 'closed') {
      this.state.phase = 'open';
      this.milestones.closedAt = undefined;
    }
  }

  /** Merged: the end, where no deployment of the repository was seen before. */
  private merge(at: Instant): void {
    if (!this.isOpened) {
      this.endedBeforeOpening = 'merged';
    } else if (this.milestones.mergedAt === undefined) {
      this.state.phase = 'merged';
      this.ball.queued = false;
      this.milestones.closedAt = undefined;
      this.milestones.mergedAt = at;
      const first = this.context.firstDeploymentAt;
      if (first === undefined || first > at) {
        this.end = at;
      }
    }
  }

  private takeWorkItem(event: FlowEvent, at: Instant): void {
    const sentBack = moveWorkItem(this.workItems, event);
    if (!this.workItems.linked.has(event.subject)) {
      if (event.type === 'workItem.decided') {
        this.decidedWhileUnlinked.add(event.subject);
      }
      return;
    }
    if (event.type === 'workItem.decided') {
      this.milestones.decidedAt ??= at;
    } else if (event.type === 'workItem.questionAsked') {
      this.clarificationLoops += 1;
    } else if (sentBack && this.state.phase !== 'unborn') {
      this.returns += 1;
    }
  }

  private link(workItems: string[]): void {
    this.workItems.linked = new Set(workItems);
    if (workItems.some(key => this.decidedWhileUnlinked.has(key))) {
      this.decisionLinkedLate = true;
    }
  }

  private takeDeployment(event: FlowEvent, at: Instant): void {
    const reached = rollOut(this.state.rollOuts, event);
    if (reached && this.end === undefined && this.state.phase === 'merged') {
      this.state.phase = 'inProduction';
      this.milestones.productionAt = at;
      this.end = at;
    }
  }
}
