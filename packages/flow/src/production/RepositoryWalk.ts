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
import { ListedBefore, Contents } from './Contents';
import { LiveBoard, Release } from './LiveBoard';
import { FirstSeen, Parts } from './parts';
import { RepositoryInput } from './RepositoryPlacement';
import { RollOut, RollOutStep } from './RollOut';
import { ShaBook } from './ShaBook';
import { Landing, WalkedChange } from './WalkedChange';

/** From this later release without it on a change is unplaced. */
const RELEASES_WITHOUT = 3;

/** A roll-out that runs, or that waits at a gate. */
interface UnderWay {
  contents: Contents;
  lane: string;
  /** The merged changes that it contains. */
  among: Set<WalkedChange>;
}

/**
 * What happens in a repository, one thing after the other. Everything here is
 * done with what is known at the instant it happens.
 */
export class RepositoryWalk {
  readonly board = new LiveBoard();
  readonly index: CommitIndex;
  readonly #branches: Branches;
  readonly #carriers: Carriers;
  readonly #pending = new Set<WalkedChange>();
  /** Those of them that are not unplaced. */
  readonly #placeable = new Set<WalkedChange>();
  readonly #running = new Map<string, UnderWay>();
  readonly #gates = new Map<string, UnderWay & { approvers: string[] }>();
  /** What failed roll-outs listed, by service. */
  readonly #listedBefore = new Map<string, ListedBefore>();
  /** The last success of a production roll-out, by service. */
  readonly #deployedAt: { contents: Contents; at: Instant }[] = [];

  constructor(
    input: RepositoryInput,
    readonly parts: Parts,
    private readonly firstSeen: FirstSeen,
    book: ShaBook,
  ) {
    this.index = new CommitIndex(input.history, book);
    this.#branches = new Branches(input.repo, input.described, input.rules);
    this.#carriers = new Carriers(this.#branches);
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
      this.#tipLanded(sha, at);
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
      this.#settle(change);
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
    const gate = {
      contents,
      lane: laneOf(step, contents),
      approvers: [...step.approvers],
      among: this.#pendingIn(contents),
    };
    this.passed(rollOut.key, step.at);
    this.#supersede(rollOut.key, gate.lane, step.at);
    this.#gates.set(rollOut.key, gate);
    for (const change of gate.among) {
      change.gates.set(rollOut.key, gate.approvers);
      this.#note(change, step.at);
    }
  }

  /** A gate is passed, or need not be passed any more. */
  passed(rollOut: string, at: Instant): void {
    for (const change of this.#gates.get(rollOut)?.among ?? []) {
      if (change.gates.delete(rollOut) && change.isPending) {
        this.#note(change, at);
      }
    }
    this.#gates.delete(rollOut);
  }

  /** A roll-out begins in an environment that is not production. */
  startedOnTheWay(rollOut: RollOut, step: RollOutStep): void {
    const contents = this.contentsOf(rollOut, step, undefined);
    this.passed(rollOut.key, step.at);
    this.#supersede(rollOut.key, laneOf(step, contents), step.at);
  }

  started(rollOut: RollOut, step: RollOutStep): void {
    const contents = this.contentsOf(rollOut, step, this.#before(step));
    const lane = laneOf(step, contents);
    this.passed(rollOut.key, step.at);
    this.#supersede(rollOut.key, lane, step.at);
    this.board.started(rollOut, step, contents);
    this.#ended(rollOut.key, step.at);
    const among = this.#pendingIn(contents);
    this.#running.set(rollOut.key, { contents, lane, among });
    for (const change of among) {
      change.running.add(rollOut.key);
      change.lastFailed = false;
      this.#note(change, step.at);
    }
  }

  failed(rollOut: RollOut, step: RollOutStep): void {
    const contents = this.contentsOf(rollOut, step, this.#before(step));
    this.passed(rollOut.key, step.at);
    this.board.failed(rollOut, step, contents);
    this.#listFailed(step);
    this.#cameToNothing(rollOut.key, contents, step.at);
  }

  succeeded(rollOut: RollOut, step: RollOutStep): void {
    const first = this.contentsOf(rollOut, step, undefined);
    const isBack = this.board.isBack(step, first);
    const contents = isBack
      ? first
      : this.contentsOf(rollOut, step, this.#before(step));
    this.passed(rollOut.key, step.at);
    this.#supersede(rollOut.key, laneOf(step, contents), step.at);
    const { release, isNew } = this.board.succeeded(rollOut, step, contents);
    if (!isBack && !release.isTrial) {
      this.#listedBefore.delete(serviceOf(step));
    }
    const tip = this.index.landedAs(contents.sha)?.landing?.branch;
    if (tip !== undefined && !release.isTrial) {
      this.#branches.rolledOut(tip);
    }
    this.#deployedAt.push({ contents, at: step.at });
    for (const change of contents.triedOut) {
      change.shippedAt ??= step.at;
    }
    this.#ship(contents, release, step.at);
    this.#ended(rollOut.key, step.at);
    if (isNew && release.kind === 'release') {
      this.#goesBy(contents, tip, step.at);
    }
    this.#stillWaiting(contents, step.at);
  }

  /** Taken back: what still runs fails by it. */
  rolledBack(rollOut: RollOut, step: RollOutStep): void {
    const contents = this.contentsOf(rollOut, step, undefined);
    this.board.rolledBack(rollOut, step, contents);
    if (this.#running.has(rollOut.key)) {
      this.#cameToNothing(rollOut.key, contents, step.at);
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
      this.#settle(change);
      change.note(at);
      return;
    }
    this.#pending.add(change);
    this.#placeable.add(change);
    for (const [key, { contents, among }] of this.#running) {
      if (contents.find(change) ?? contents.findWork(change)) {
        change.running.add(key);
        among.add(change);
      }
    }
    for (const [key, { contents, approvers, among }] of this.#gates) {
      if (contents.find(change)) {
        change.gates.set(key, approvers);
        among.add(change);
      }
    }
    this.#shipWithLive(change, at);
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

  /** What is live may be of the commit that just went in. */
  #tipLanded(sha: string, at: Instant): void {
    for (const { contents } of this.board.live()) {
      if (contents.sha === sha) {
        for (const change of this.#pending) {
          this.#shipWithLive(change, at);
        }
      }
    }
    for (const [key, { contents, among }] of this.#running) {
      if (contents.sha === sha) {
        for (const change of this.#pendingIn(contents)) {
          change.running.add(key);
          among.add(change);
          this.#note(change, at);
        }
      }
    }
  }

  #shipWithLive(change: WalkedChange, at: Instant): void {
    for (const { contents, release } of this.board.live()) {
      const how = findLive(contents, change);
      if (how && change.isPending) {
        this.board.becomesRelease(release, at);
        this.#place(change, how, release, at);
      }
    }
  }

  #ship(contents: Contents, release: Release, at: Instant): void {
    for (const change of this.#pendingIn(contents)) {
      const how = contents.find(change);
      if (how) {
        this.board.becomesRelease(release, at);
        this.#place(change, how, release, at);
      }
    }
  }

  /** The merged changes that wait and are in a roll-out. */
  #pendingIn(contents: Contents): Set<WalkedChange> {
    const found = new Set<WalkedChange>();
    if (!contents.isEmpty) {
      for (const change of this.#pending) {
        if (contents.find(change)) {
          found.add(change);
        }
      }
    }
    return found;
  }

  /** A roll-out failed, or was taken back while it ran. */
  #cameToNothing(key: string, contents: Contents, at: Instant): void {
    const failed = this.#pendingIn(contents);
    this.#running.get(key)?.among.forEach(change => failed.add(change));
    this.#running.delete(key);
    for (const change of failed) {
      change.running.delete(key);
      if (change.isPending) {
        change.lastFailed = true;
        this.#note(change, at);
      }
    }
  }

  /** A roll-out runs no longer. */
  #ended(key: string, at: Instant): void {
    for (const change of this.#running.get(key)?.among ?? []) {
      if (change.running.delete(key) && change.isPending) {
        this.#note(change, at);
      }
    }
    this.#running.delete(key);
  }

  /** A change waits for no release any more. */
  #settle(change: WalkedChange): void {
    this.#pending.delete(change);
    this.#placeable.delete(change);
  }

  #place(
    change: WalkedChange,
    how: NonNullable<WalkedChange['containment']>,
    release: Release,
    at: Instant,
  ): void {
    change.productionAt = at;
    change.shippedAt ??= at;
    change.end = at;
    change.containment = how;
    change.release = release.id;
    change.productionObserved = true;
    release.changes.push(change.key);
    this.#settle(change);
  }

  /** A release went by: of the third without it a change is unplaced. */
  #goesBy(contents: Contents, branch: string | undefined, at: Instant): void {
    const entities = new Set(
      contents.listed.flatMap(key => this.index.change(key)?.entities ?? []),
    );
    for (const change of this.#placeable) {
      if (this.#isOfThis(change, contents, branch, entities, at)) {
        change.laterReleases += 1;
        change.isUnplaced ||= change.laterReleases >= RELEASES_WITHOUT;
        this.#note(change, at);
      }
    }
  }

  /** Whether a release could have contained a change, for all that is known of both. */
  #isOfThis(
    change: WalkedChange,
    contents: Contents,
    branch: string | undefined,
    entities: ReadonlySet<string>,
    at: Instant,
  ): boolean {
    const waitsOn = change.lastCarrier.landing?.branch;
    const elsewhere =
      change.entities.length > 0 &&
      entities.size > 0 &&
      !change.entities.some(ref => entities.has(ref));
    return (
      contents.touches(change) &&
      !elsewhere &&
      this.#branches.isReleased(waitsOn, at) &&
      (branch === undefined || waitsOn === undefined || branch === waitsOn)
    );
  }

  #stillWaiting(contents: Contents, at: Instant): void {
    for (const change of this.#placeable) {
      if (change.isStale && contents.touches(change)) {
        this.#note(change, at);
      }
    }
  }

  #note(change: WalkedChange, at: Instant): void {
    const carrier = this.#carriers.openCarrierOf(change, at);
    change.openCarrier = carrier?.key;
    if (change.isStale && !change.isUnplaced) {
      change.isUnplaced = this.#isForgotten(change, at);
    }
    if (change.isUnplaced) {
      this.#placeable.delete(change);
    }
    change.note(at);
  }

  /** Its repository has deployed since, or nothing carries it on. */
  #isForgotten(change: WalkedChange, at: Instant): boolean {
    if (change.openCarrier !== undefined) {
      return false;
    }
    const since = change.landing?.at ?? at;
    const branch = change.lastCarrier.landing?.branch;
    return (
      !this.#branches.isReleased(branch, at) ||
      this.#deployedSince(change, since)
    );
  }

  #deployedSince(change: WalkedChange, since: Instant): boolean {
    for (let i = this.#deployedAt.length - 1; i >= 0; i--) {
      const { contents, at } = this.#deployedAt[i];
      if (at <= since) {
        return false;
      }
      if (contents.touches(change)) {
        return true;
      }
    }
    return false;
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

  #before(step: RollOutStep): ListedBefore | undefined {
    return this.#listedBefore.get(serviceOf(step));
  }

  #listFailed(step: RollOutStep): void {
    const { changes = [], commits = [] } = step.known;
    if (changes.length + commits.length > 0) {
      const before = this.#before(step);
      this.#listedBefore.set(serviceOf(step), {
        changes: new Set([...(before?.changes ?? []), ...changes]),
        commits: new Set([
          ...(before?.commits ?? []),
          ...commits.map(commit => this.index.resolve(commit, step.at)),
        ]),
      });
    }
  }

  /** A later roll-out in the same environment: nothing older waits or runs there. */
  #supersede(rollOut: string, lane: string, at: Instant): void {
    for (const [key, gate] of this.#gates) {
      if (key !== rollOut && gate.lane === lane) {
        this.passed(key, at);
      }
    }
    for (const [key, running] of this.#running) {
      if (key !== rollOut && running.lane === lane) {
        this.#ended(key, at);
      }
    }
  }
}

/** What is live contains a change, or the last work on it. */
function findLive(contents: Contents, change: WalkedChange) {
  for (const member of change.line()) {
    const how = contents.findWork(member);
    if (how && contents.touches(change)) {
      return how;
    }
  }
  return contents.isListing ? undefined : contents.find(change);
}

function serviceOf({ known }: RollOutStep): string {
  return known.service?.toLowerCase() ?? '';
}

function laneOf(step: RollOutStep, { part }: Contents): string {
  return JSON.stringify([
    part.service ?? serviceOf(step),
    part.paths,
    step.known.environment.toLowerCase(),
  ]);
}
