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

import { Instant } from '../timeline/Segment';
import { Branches } from './Branches';
import { Carriers } from './Carriers';
import { CommitIndex } from './CommitIndex';
import { Contents, ListedBefore } from './Contents';
import { FailedLists } from './FailedLists';
import { LaterReleases } from './LaterReleases';
import { LiveBoard } from './LiveBoard';
import { FirstSeen, Parts } from './parts';
import { RepositoryInput } from './RepositoryPlacement';
import { PendingChanges } from './PendingChanges';
import { RollOut, RollOutStep, serviceOf } from './RollOut';
import { RollOutsUnderWay } from './RollOutsUnderWay';
import { ShaBook } from './ShaBook';
import { Shipping } from './Shipping';
import { Landing, WalkedChange } from './WalkedChange';

/**
 * What happens in a repository, one thing after the other. Everything here is
 * done with what is known at the instant it happens.
 */
export class RepositoryWalk {
  readonly board = new LiveBoard();
  readonly index: CommitIndex;
  readonly #branches: Branches;
  readonly #carriers: Carriers;
  readonly #pending = new PendingChanges();
  readonly #shipping = new Shipping(this.board, this.#pending);
  readonly #underWay: RollOutsUnderWay;
  readonly #later: LaterReleases;
  readonly #failedLists: FailedLists;

  constructor(
    input: RepositoryInput,
    readonly parts: Parts,
    private readonly firstSeen: FirstSeen,
    book: ShaBook,
  ) {
    this.index = new CommitIndex(input.history, book);
    this.#branches = new Branches(input.repo, input.described, input.rules);
    this.#carriers = new Carriers(this.#branches);
    const note = this.#note.bind(this);
    this.#underWay = new RollOutsUnderWay(this.#pending, note);
    this.#later = new LaterReleases(
      this.#branches,
      this.index,
      this.#pending,
      note,
    );
    this.#failedLists = new FailedLists(this.index);
  }

  opened(change: WalkedChange): void {
    this.index.opened(change);
    this.#carriers.opened(change);
    this.#noteCarried(change.headBranch, change.openedAt);
  }

  pushed(change: WalkedChange, sha: string, at: Instant, work: boolean): void {
    this.index.pushed(sha, change);
    if (!change.landing) {
      change.lastPush = sha;
      if (work) {
        change.lastWork = { at, sha };
      }
    }
  }

  landed(change: WalkedChange, landing: Landing): void {
    if (change.landing) {
      return;
    }
    const { at, sha, branch } = landing;
    change.landing = landing;
    if (change.isOpen) {
      this.#carriers.closed(change);
      change.isOpen = false;
    }
    if (branch !== undefined) {
      this.#branches.mergedInto(branch);
    }
    if (sha !== undefined) {
      this.index.landed(sha, change);
    }
    const carried = this.#carriers.landed(change);
    this.#arrive(change, at);
    for (const other of carried) {
      this.#arriveWith(other, at);
    }
    this.#noteCarried(change.headBranch, at);
    if (sha !== undefined) {
      this.#shipping.tipLanded(sha, at);
      this.#underWay.tipLanded(sha, at);
    }
  }

  closed(change: WalkedChange, at: Instant): void {
    if (change.isOpen) {
      change.isOpen = false;
      this.#carriers.closed(change);
      this.#noteCarried(change.headBranch, at);
    }
  }

  reopened(change: WalkedChange, at: Instant): void {
    if (change.isOpen || change.end !== undefined) {
      return;
    }
    if (change.landing) {
      this.#carriers.takenBack(change);
      this.#pending.settle(change);
      change.takeBack();
    }
    change.isOpen = true;
    this.#carriers.isOpenAgain(change);
    this.#noteCarried(change.headBranch, at);
  }

  /** A long time has passed since a change went in. */
  grewStale(change: WalkedChange, at: Instant): void {
    if (change.isPending) {
      change.isStale = true;
      this.#note(change, at);
    }
  }

  /** A roll-out asks to be let pass. */
  asked(rollOut: RollOut, step: RollOutStep): void {
    const contents = this.contentsOf(rollOut, step, undefined);
    this.#underWay.asked(
      { key: rollOut.key, contents, lane: laneOf(step, contents) },
      [...step.approvers],
      step.at,
    );
  }

  /** A gate is passed, or need not be passed any more. */
  passed(rollOut: string, at: Instant): void {
    this.#underWay.passed(rollOut, at);
  }

  /** A roll-out begins in an environment that is not production. */
  startedOnTheWay(rollOut: RollOut, step: RollOutStep): void {
    const contents = this.contentsOf(rollOut, step, undefined);
    const lane = laneOf(step, contents);
    this.#underWay.enters({ key: rollOut.key, lane }, step.at);
  }

  started(rollOut: RollOut, step: RollOutStep): void {
    const before = this.#failedLists.before(step);
    const contents = this.contentsOf(rollOut, step, before);
    const inLane = { key: rollOut.key, contents, lane: laneOf(step, contents) };
    this.#underWay.enters(inLane, step.at);
    this.board.started(rollOut, step, contents);
    this.#underWay.runs(inLane, step.at);
  }

  failed(rollOut: RollOut, step: RollOutStep): void {
    const before = this.#failedLists.before(step);
    const contents = this.contentsOf(rollOut, step, before);
    this.passed(rollOut.key, step.at);
    this.board.failed(rollOut, step, contents);
    this.#failedLists.failed(step);
    this.#underWay.cameToNothing(rollOut.key, contents, step.at);
  }

  succeeded(rollOut: RollOut, step: RollOutStep): void {
    const { key } = rollOut;
    const first = this.contentsOf(rollOut, step, undefined);
    const isBack = this.board.isBack(step, first);
    const contents = isBack
      ? first
      : this.contentsOf(rollOut, step, this.#failedLists.before(step));
    this.#underWay.enters({ key, lane: laneOf(step, contents) }, step.at);
    const { release, isNew } = this.board.succeeded(rollOut, step, contents);
    if (!isBack && !release.isTrial) {
      this.#failedLists.succeeded(step);
    }
    const tip = this.index.landedAs(contents.sha)?.landing?.branch;
    if (tip !== undefined && !release.isTrial) {
      this.#branches.rolledOut(tip);
    }
    this.#later.deployed(contents, step.at);
    this.#shipping.succeeded(contents, release, step.at);
    this.#underWay.ended(key, step.at);
    if (isNew && release.kind === 'release') {
      this.#later.wentBy(contents, tip, step.at);
    }
    this.#later.passedStale(contents, step.at);
  }

  /** Taken back: what still runs fails by it. */
  rolledBack(rollOut: RollOut, step: RollOutStep): void {
    const contents = this.contentsOf(rollOut, step, undefined);
    this.board.rolledBack(rollOut, step, contents);
    if (this.#underWay.isRunning(rollOut.key)) {
      this.#underWay.cameToNothing(rollOut.key, contents, step.at);
    }
  }

  contentsOf(
    rollOut: RollOut,
    { known, at }: RollOutStep,
    before: ListedBefore | undefined,
  ): Contents {
    const part = this.parts.of(known);
    return new Contents(known, part, before, at, rollOut.startedAt, this.index);
  }

  /** A change went in: where no deployments are seen, that may be its end. */
  #arrive(change: WalkedChange, at: Instant): void {
    const seen = this.firstSeen.for(change);
    const branch = change.lastCarrier.landing?.branch;
    if (at < seen && this.#branches.endsHere(branch, at)) {
      change.end = at;
      change.productionObserved = false;
      change.releaseUnobserved = seen < Infinity;
      change.productionAt = change.releaseUnobserved ? undefined : at;
      this.#pending.settle(change);
      change.note(at);
      return;
    }
    this.#pending.add(change);
    this.#underWay.joinedBy(change);
    this.#shipping.arrived(change, at);
    if (change.isPending) {
      this.#note(change, at);
    }
  }

  /** What carries some changes went in: so do they, and what they carry. */
  #arriveWith(change: WalkedChange, at: Instant): void {
    if (change.isPending) {
      this.#arrive(change, at);
    }
    for (const other of change.carries) {
      if (other.carriedBy === change && other !== change) {
        this.#arriveWith(other, at);
      }
    }
  }

  #note(change: WalkedChange, at: Instant): void {
    const carrier = this.#carriers.openCarrierOf(change, at);
    change.openCarrier = carrier?.key;
    if (change.isStale && !change.isUnplaced) {
      change.isUnplaced = this.#later.isForgotten(change, at);
    }
    if (change.isUnplaced) {
      this.#pending.placeable.delete(change);
    }
    change.note(at);
  }

  /** A change of a branch was opened, closed or merged: who went into the branch waits anew. */
  #noteCarried(branch: string | undefined, at: Instant): void {
    if (branch === undefined) {
      return;
    }
    for (const end of this.#carriers.waitingOn(branch)) {
      if (end.isPending) {
        this.#note(end, at);
      }
    }
    for (const change of this.#carriers.carriedInto(branch)) {
      if (change.isPending) {
        this.#note(change, at);
      }
    }
  }
}

function laneOf(step: RollOutStep, { part }: Contents): string {
  return JSON.stringify([
    part.service ?? serviceOf(step),
    part.paths,
    step.known.environment.toLowerCase(),
  ]);
}
