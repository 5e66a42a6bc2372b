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

import { Verdict } from '../events/FlowEvent';
import { Instant, Party } from './Segment';
import { Start } from './start';
import { Milestones, ReachedWhenReady, Timeline } from './Timeline';

/**
 * What is worth remembering of a change beside its segments: its milestones,
 * its approvals and responses, and how often work came back.
 */
export class Chronicle {
  readonly milestones: Milestones;
  readonly approvals: Timeline['approvals'] = [];
  returns = 0;
  clarificationLoops = 0;
  firstResponseAt: Instant | undefined;
  automatedResponseAt: Instant | undefined;
  firstReview: ReachedWhenReady | undefined;
  approval: ReachedWhenReady | undefined;
  /** When people answered. */
  readonly answers = new Set<Instant>();
  private readyAt: Instant | undefined;

  constructor(start: Start) {
    this.milestones = {
      startedAt: start.buildAt,
      firstCommitAt: start.firstCommitAt,
      openedAt: start.openedAt,
      decidedAt: start.decision?.at,
    };
  }

  ready(at: Instant): void {
    this.milestones.readyAt ??= at;
    this.readyAt = at;
  }

  /** A human reviewer answered. */
  reviewed(verdict: Verdict, at: Instant, isReady: boolean): void {
    this.milestones.firstReviewAt ??= at;
    this.answers.add(at);
    if (isReady) {
      this.firstReview ??= this.reachedWhenReady(at);
    }
    if (verdict === 'changesRequested') {
      this.returns += 1;
    }
  }

  approvedBy(party: Party, at: Instant): void {
    this.approvals.push({ party, at });
  }

  /** Enough approvals, and no request for changes stands. */
  approved(at: Instant): void {
    this.milestones.approvedAt ??= at;
    this.approval ??= this.reachedWhenReady(at);
  }

  private reachedWhenReady(at: Instant): ReachedWhenReady | undefined {
    return this.readyAt === undefined
      ? undefined
      : { readyAt: this.readyAt, at };
  }

  /** A human other than the author reviewed or commented. */
  responded(at: Instant): void {
    this.firstResponseAt ??= at;
  }

  /** A bot or an agent other than the author reviewed or commented. */
  respondedAutomatically(at: Instant): void {
    this.automatedResponseAt ??= at;
  }

  /** Closed without merging, until it is reopened or merged after all. */
  closed(at: Instant | undefined): void {
    this.milestones.closedAt = at;
  }

  merged(at: Instant): void {
    this.milestones.closedAt = undefined;
    this.milestones.mergedAt = at;
  }

  /** What was landed was taken back: it is a return. */
  takenBack(): void {
    this.milestones.mergedAt = undefined;
    this.returns += 1;
  }

  inProduction(at: Instant): void {
    this.milestones.productionAt = at;
  }
}
