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

import { Instant, Party, SegmentReason, Verdict } from 'chokepoint-flow';
import { Person, Service } from '../company/Company';
import { Chronicle } from './Chronicle';
import { isSame, Ledger, Position } from './Ledger';
import { Plan } from './Plan';
import { Report } from './Journal';
import { ReviewTable, Reviewer, Seat } from './ReviewTable';
import {
  Phase,
  Rollout,
  Situation,
  Trial,
  whereTheBallLies,
} from './Situation';

/** Where a change lives and how it is written. */
export interface Scene {
  readonly now: Instant;
  report(report: Report): void;
  touched(change: Change): void;
}

/** What is known of a change before it is opened. */
export interface Draft {
  key: string;
  repo: string;
  title: string;
  author: Person;
  services: Service[];
  approvalsNeeded: number;
  labels: string[];
  paths: string[];
  additions: number;
  deletions: number;
  isDraft: boolean;
  /** It repairs what is broken in production. */
  isUrgent: boolean;
  plan: Plan;
}

/**
 * A change, while people pass its ball. Every act is reported, and the ball
 * lies where the act has put it; the ledger is written at the same time.
 */
export class Change implements Situation {
  readonly table = new ReviewTable();
  readonly chronicle: Chronicle;
  /** Raised whenever the ball moves. */
  turn = 0;
  phase: Phase = 'open';
  checks: 'none' | 'running' | 'passed' | 'failed' = 'none';
  /** It was tried, and was found good. */
  isTried = false;
  isQueued = false;
  isDraft: boolean;
  /** Number of the newest run of its checks. */
  run = 0;
  mergeSha = '';
  /** Keys of the deployments to production that carried it. */
  readonly deployments: string[] = [];
  private readonly ledger = new Ledger();
  sentBack?: SegmentReason;
  trial?: Trial;
  rollout: Rollout = { running: false, failed: false };
  private position: Position;

  constructor(private readonly scene: Scene, readonly draft: Draft) {
    const { plan, author } = draft;
    this.isDraft = draft.isDraft;
    this.chronicle = new Chronicle(plan, scene.now);
    for (const { at, holders } of plan.waits) {
      this.ledger.pass(at, {
        stage: 'prioritisation',
        mode: 'waiting',
        holders,
      });
    }
    this.ledger.pass(plan.buildSince, {
      stage: 'build',
      mode: 'working',
      holders: [author.party],
    });
    this.position = whereTheBallLies(this);
  }

  get repo(): string {
    return this.draft.repo;
  }

  get key(): string {
    return this.draft.key;
  }

  get author(): Person {
    return this.draft.author;
  }

  get owner(): Party {
    return this.draft.services[0].ownerParty;
  }

  get waitedOn(): Party[] {
    return this.table.waitedOn.map(seat => seat.party);
  }

  get where(): Position {
    return this.position;
  }

  get isOver(): boolean {
    return this.phase === 'live' || this.phase === 'closed';
  }

  /** The author shows the change to others. */
  open(): void {
    const { draft } = this;
    const { plan } = draft;
    this.say({
      type: 'change.opened',
      subject: this.key,
      actor: actorOf(this.author),
      data: {
        title: draft.title,
        url: `https://${this.key}`,
        repo: draft.repo,
        baseBranch: 'main',
        draft: draft.isDraft,
        additions: draft.additions,
        deletions: draft.deletions,
        paths: draft.paths,
        labels: draft.labels,
        ...(plan.workItems.length > 0 && { workItems: plan.workItems }),
        ...(plan.firstCommitAt !== undefined && {
          firstCommitAt: new Date(plan.firstCommitAt).toISOString(),
        }),
      },
    });
    if (!draft.isDraft) {
      this.chronicle.ready(this.scene.now);
    }
    this.settle();
  }

  /** A fact that moves no ball. */
  say(report: Report): void {
    this.scene.report(report);
  }

  push(sha: string, committedAt: Instant | undefined): void {
    this.say({
      type: 'change.pushed',
      subject: this.key,
      actor: actorOf(this.author),
      data: {
        sha,
        ...(committedAt !== undefined && {
          committedAt: new Date(committedAt).toISOString(),
        }),
      },
    });
    this.handBack();
  }

  /** The author answers in words. */
  reply(): void {
    this.say({
      type: 'change.commented',
      subject: this.key,
      actor: actorOf(this.author),
    });
    this.handBack();
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
    this.handBack();
  }

  ask(reviewers: readonly Reviewer[], by: Person): Seat[] {
    const seats = reviewers.map(reviewer => this.table.ask(reviewer));
    this.say({
      type: 'change.reviewRequested',
      subject: this.key,
      actor: actorOf(by),
      data: { reviewers: seats.map(seat => seat.id) },
    });
    if (by === this.author) {
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
   * Somebody answers.
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
    this.chronicle.reviewed(this.scene.now);
    this.table.answer(person, verdict);
    if (verdict !== 'approved' && !this.isApproved) {
      this.sentBack ??= verdict;
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

  startChecks(): void {
    this.checks = 'running';
    this.tell('change.checksStarted');
  }

  /** The checks end; without an outcome when a newer push made them idle. */
  finishChecks(outcome: 'success' | 'failure' | undefined): void {
    this.checks = outcome === 'success' ? 'passed' : 'failed';
    if (outcome === undefined) {
      this.checks = 'none';
    }
    this.say({
      type: 'change.checksFinished',
      subject: this.key,
      ...(outcome && { data: { outcome } }),
    });
    this.settle();
  }

  enterQueue(): void {
    this.isQueued = true;
    this.tell('change.queued', this.author);
  }

  leaveQueue(): void {
    this.isQueued = false;
    this.tell('change.dequeued');
  }

  /** A work item of it is tried, or no longer. */
  tryOut(trial: Trial | undefined): void {
    this.trial = trial;
    this.settle();
  }

  merge(sha: string, by: Person): void {
    this.phase = 'merged';
    this.isQueued = false;
    this.mergeSha = sha;
    this.chronicle.merged(this.scene.now);
    this.say({
      type: 'change.merged',
      subject: this.key,
      actor: actorOf(by),
      data: { sha },
    });
    this.settle();
  }

  close(by: Person): void {
    this.phase = 'closed';
    this.chronicle.closed(this.scene.now);
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
    this.scene.touched(this);
  }

  /** The stretches of its life, up to an instant. */
  account(end: Instant) {
    return this.ledger.close(end);
  }

  get isApproved(): boolean {
    return (
      this.table.approvals >= this.draft.approvalsNeeded &&
      !this.table.isObjectedTo
    );
  }

  private tell(
    type:
      | 'change.drafted'
      | 'change.checksStarted'
      | 'change.queued'
      | 'change.dequeued'
      | 'change.closed'
      | 'change.reopened',
    by?: Person,
  ): void {
    this.say({ type, subject: this.key, ...(by && { actor: actorOf(by) }) });
    this.settle();
  }

  /** The author has done what was to do. */
  private handBack(): void {
    this.sentBack = undefined;
    this.table.handBack();
    this.settle();
  }

  private settle(): void {
    if (this.isApproved) {
      this.sentBack = undefined;
      this.chronicle.approved(this.scene.now);
    }
    const position = whereTheBallLies(this);
    if (!isSame(position, this.position)) {
      this.turn += 1;
    }
    this.position = position;
    this.ledger.pass(this.scene.now, position);
    this.scene.touched(this);
  }
}

/** How somebody signs what they do at the forge. */
export function actorOf(person: Person) {
  return { id: person.forgeId, kind: person.kind };
}
