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

import type { Instant, Party, Verdict } from 'chokepoint-flow';
import { Person } from '../company/Company';
import { actorOf } from './Ball';
import { descriptionOf } from './Draft';
import { Reviewer, Seat } from './ReviewTable';
import { Rollout } from './Situation';
import { StackedBall } from './StackedBall';

/** A change, and what people do with it: each act passes the ball, or leaves it. */
export class Change extends StackedBall {
  /** The author shows the change to others. */
  open(): void {
    this.say({
      type: 'change.opened',
      subject: this.key,
      actor: actorOf(this.author),
      data: descriptionOf(this.draft),
    });
    if (!this.isDraft) {
      this.chronicle.ready(this.scene.now);
    }
    this.settle();
  }

  /**
   * Somebody pushes work: that hands the ball back, unless it is a reviewer, or
   * a bot that is not the author.
   */
  push(sha: string, committedAt: Instant | undefined, by = this.author): void {
    this.suites.outdate(true);
    this.say({
      type: 'change.pushed',
      subject: this.key,
      actor: actorOf(by),
      data: {
        sha,
        ...(committedAt !== undefined && {
          committedAt: new Date(committedAt).toISOString(),
        }),
      },
    });
    const isTheirs =
      by === this.author ||
      (by.kind !== 'bot' &&
        (by === this.carrier || !this.table.isReviewer(by)));
    this.lendHand(by);
    if (isTheirs) {
      this.handBack();
    } else {
      this.settle();
    }
  }

  /** The base branch is merged into it, which hands nothing back. */
  updateBranch(sha: string, by: Person): void {
    this.suites.outdate(false);
    this.say({
      type: 'change.pushed',
      subject: this.key,
      actor: actorOf(by),
      data: { sha, kind: 'baseMerge' },
    });
    this.settle();
  }

  /** The author answers in words; nobody listens to an automation. */
  reply(): void {
    this.say({
      type: 'change.commented',
      subject: this.key,
      actor: actorOf(this.author),
    });
    if (this.author.kind === 'human') {
      this.handBack();
    } else {
      this.settle();
    }
  }

  backToDraft(): void {
    this.isDraft = true;
    this.tell('change.drafted', this.author);
  }

  markReady(): void {
    this.isDraft = false;
    this.chronicle.ready(this.scene.now);
    this.say({
      type: 'change.ready',
      subject: this.key,
      actor: actorOf(this.author),
    });
    this.isSentBack = false;
    this.table.handBack();
    this.settle();
  }

  /**
   * Reviewers are asked.
   *
   * @param alsoListed - ids that the list names, of whom no answer is awaited
   */
  ask(
    reviewers: readonly Reviewer[],
    by: Person,
    alsoListed: readonly string[] = [],
  ): Seat[] {
    const seats = reviewers.map(reviewer => this.table.ask(reviewer));
    this.say({
      type: 'change.reviewRequested',
      subject: this.key,
      actor: actorOf(by),
      data: { reviewers: seats.map(seat => seat.id).concat(alsoListed) },
    });
    this.lendHand(by);
    if (by === this.author || by === this.carrier) {
      this.handBack();
    } else {
      this.settle();
    }
    return seats;
  }

  unask(seat: Seat, by: Person): void {
    this.table.unask(seat.id);
    this.say({
      type: 'change.reviewRequestRemoved',
      subject: this.key,
      actor: actorOf(by),
      data: { reviewers: [seat.id] },
    });
    this.settle();
  }

  /**
   * Somebody answers; whoever carries the change is no judge of it.
   *
   * @param plainly - as a comment without a verdict
   */
  answer(person: Person, verdict: Verdict, plainly = false): void {
    if (plainly) {
      this.say({
        type: 'change.commented',
        subject: this.key,
        actor: actorOf(person),
      });
    } else {
      this.say({
        type: 'change.reviewed',
        subject: this.key,
        actor: actorOf(person),
        data: { verdict },
      });
    }
    if (person === this.author || person === this.carrier) {
      this.settle();
      return;
    }
    this.chronicle.reviewed(this.scene.now);
    const isIdle = verdict === 'commented' && this.isEnough;
    this.table.answer(person, verdict, isIdle);
    if (verdict === 'approved') {
      this.relieve();
    } else if (!isIdle) {
      this.isSentBack = true;
    }
    this.settle();
  }

  /** A push took the approvals back. */
  dismissApprovals(by: Person): void {
    for (const person of this.table.dismissApprovals()) {
      this.say({
        type: 'change.reviewDismissed',
        subject: this.key,
        actor: actorOf(by),
        data: { reviewer: person.forgeId },
      });
    }
    this.settle();
  }

  /** Somebody with the right to do so takes an objection back. */
  dismissObjection(of: Person, by: Person): void {
    this.table.dismissObjection(of);
    this.relieve();
    this.say({
      type: 'change.reviewDismissed',
      subject: this.key,
      actor: actorOf(by),
      data: { reviewer: of.forgeId },
    });
    this.settle();
  }

  /** An automation says what it found; nobody waits for more than that. */
  answerAutomatically(automation: Person, verdict: Verdict): void {
    this.table.answerAutomatically(automation);
    this.say({
      type: 'change.reviewed',
      subject: this.key,
      actor: actorOf(automation),
      data: { verdict },
    });
    this.settle();
  }

  /** A work item of it is tried, or no longer. */
  tryOut(holders: Party[] | undefined): void {
    const isOverridden =
      this.trial?.isOverridden ?? (this.phase === 'open' && !this.isDraft);
    this.trial = holders && { holders, isOverridden };
    this.settle();
  }

  merge(sha: string, by: Person): void {
    this.phase = 'merged';
    this.isQueued = false;
    this.mergeSha = sha;
    this.chronicle.merged(this.scene.now);
    this.leaveStack();
    this.say({
      type: 'change.merged',
      subject: this.key,
      actor: actorOf(by),
      data: { sha },
    });
    this.joinBase();
    this.settle();
  }

  close(by: Person): void {
    this.phase = 'closed';
    this.chronicle.closed(this.scene.now);
    this.leaveStack();
    this.tell('change.closed', by);
  }

  reopen(by: Person): void {
    this.phase = 'open';
    this.chronicle.reopened();
    this.tell('change.reopened', by);
  }

  /** What happens to the roll-out it is part of; the repository reports it. */
  roll(out: Partial<Rollout>): void {
    this.rollout = { ...this.rollout, ...out };
    this.settle();
  }

  goLive(observed: boolean): void {
    this.phase = 'live';
    this.chronicle.live(this.scene.now, observed);
    this.scene.touched(this.key);
  }

  /** The author has done what was to do: those who gave feedback are asked again. */
  private handBack(): void {
    if (this.isSentBack) {
      this.isSentBack = false;
      this.table.handBack();
    }
    this.settle();
  }

  /** Nothing is left that the author has to react to. */
  private relieve(): void {
    if (this.isApproved || !this.table.feedback) {
      this.isSentBack = false;
    }
  }
}
