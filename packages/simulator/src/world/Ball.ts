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

import type { Instant, Party } from 'chokepoint-flow';
import { Person } from '../company/Company';
import { Chronicle } from './Chronicle';
import { Draft } from './Draft';
import { Report } from './Journal';
import { isSame, Ledger, Position } from './Ledger';
import { ReviewTable } from './ReviewTable';
import { CheckState, Suites } from './Suites';
import {
  Obstacles,
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
  /** Does something a moment later. */
  soon(act: () => void): void;
  /** Something happened to the change of this key. */
  touched(key: string): void;
}

/**
 * The ball of a change, and the book of where it lay. Every act is reported, and
 * the ball lies where the act has put it; the ledger is written at the same time.
 */
export class Ball implements Situation {
  readonly table = new ReviewTable();
  readonly chronicle: Chronicle;
  /** Raised whenever the ball moves. */
  turn = 0;
  phase: Phase = 'open';
  readonly suites = new Suites();
  /** It was tried, and was found good. */
  isTried = false;
  isQueued = false;
  isDraft: boolean;
  mergeSha = '';
  /** Keys of the deployments to production that carried it. */
  readonly deployments: string[] = [];
  private readonly ledger = new Ledger();
  private readonly hands: Person[] = [];
  isSentBack = false;
  trial?: Trial;
  rollout: Rollout = { running: false, failed: false };
  readonly obstacles: Obstacles = {};
  /** What was merged into its branch. */
  protected readonly carried: Ball[] = [];
  /** The change into whose branch it was merged. */
  protected carrierChange?: Ball;
  /** Whom it was assigned to since. */
  protected assignee?: Person;
  private position: Position;

  constructor(protected readonly scene: Scene, readonly draft: Draft) {
    const { plan } = draft;
    this.isDraft = draft.isDraft;
    this.chronicle = new Chronicle(plan, scene.now);
    for (const { at, holders, isWithdrawn } of plan.waits) {
      this.ledger.pass(at, {
        stage: 'prioritisation',
        mode: isWithdrawn ? 'paused' : 'waiting',
        holders,
        ...(isWithdrawn && { reason: 'undecided' }),
      });
    }
    const building: Position = {
      stage: 'build',
      mode: 'working',
      holders: this.carriers,
    };
    this.ledger.pass(plan.buildSince, building);
    for (const { from, to, holders } of plan.blocks) {
      this.ledger.pass(from, {
        stage: 'verification',
        mode: 'waiting',
        holders,
        reason: 'status',
      });
      this.ledger.pass(to, building);
    }
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

  get reviewers(): Party[] {
    return this.table.holders(this.isEnough).map(seat => seat.party);
  }

  /**
   * The author; behind an agent the person it works for, else whoever took it
   * on; behind a bot, and where nobody is known, the team that owns the service.
   */
  get carriers(): Party[] {
    const person = this.carrier;
    return [person?.party ?? this.owner];
  }

  /** The person of the author's side, where one is known. */
  get carrier(): Person | undefined {
    const { author, onBehalfOf } = this.draft;
    if (this.assignee) {
      return this.assignee;
    }
    if (author.kind === 'human') {
      return author;
    }
    return author.kind === 'bot'
      ? undefined
      : onBehalfOf ?? this.hands.find(one => !this.table.isReviewer(one));
  }

  get checks(): CheckState {
    return this.suites.state;
  }

  get where(): Position {
    return this.position;
  }

  /** Where the change lies into whose branch this one was merged, while it is open. */
  get carriedBy(): Position | undefined {
    const carrier = this.carrierChange;
    if (this.phase !== 'merged' || !carrier) {
      return undefined;
    }
    return carrier.phase === 'open' ? carrier.where : carrier.carriedBy;
  }

  get isOver(): boolean {
    return this.phase === 'live' || this.phase === 'closed';
  }

  /** A fact that moves no ball. */
  say(report: Report): void {
    this.scene.report(report);
  }

  /** The stretches of its life, up to an instant. */
  account(end: Instant) {
    return this.ledger.close(end);
  }

  /** There are as many approvals as are asked for. */
  get isEnough(): boolean {
    return this.table.approvals >= this.draft.approvalsNeeded;
  }

  get isApproved(): boolean {
    return this.isEnough && !this.table.isObjectedTo;
  }

  /** Somebody else than the author works on it: behind an agent it may be theirs. */
  protected lendHand(person: Person): void {
    if (person.kind === 'human' && person !== this.author) {
      this.hands.push(person);
    }
  }

  protected tell(
    type:
      | 'change.drafted'
      | 'change.queued'
      | 'change.dequeued'
      | 'change.closed'
      | 'change.reopened',
    by?: Person,
  ): void {
    this.say({ type, subject: this.key, ...(by && { actor: actorOf(by) }) });
    this.settle();
  }

  protected settle(): void {
    if (
      this.phase === 'open' &&
      !this.isDraft &&
      this.isApproved &&
      !this.isSentBack
    ) {
      this.chronicle.approved(this.scene.now);
    }
    const position = whereTheBallLies(this);
    if (!isSame(position, this.position)) {
      this.turn += 1;
    }
    this.position = position;
    this.ledger.pass(this.scene.now, position);
    this.scene.touched(this.key);
    this.carried.forEach(other => other.settle());
  }
}

/** How somebody signs what they do at the forge. */
export function actorOf(person: Person) {
  return { id: person.forgeId, kind: person.kind };
}
