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
import { ChangeDescribed, ChangeRecord } from './ChangeRecord';
import { Containment, PlacementStep } from './Placement';

/** How a change went in. */
export interface Landing {
  at: Instant;
  /** Its commit on the branch, where that is known. */
  sha?: string;
  /** The branch it went into. */
  branch?: string;
}

/** One change while its repository is walked through in order of time. */
export class WalkedChange {
  readonly key: string;
  title = '';
  /** Every title it has had. */
  readonly titles: string[] = [];
  /** The folders of its files; unknown where absent. */
  folders?: readonly string[];
  labels: readonly string[] = [];
  baseBranch?: string;
  /** Its branch as it is written, a fork's among them. */
  branchName = '';
  /** Of the same repository; a fork's branch is nobody's base. */
  headBranch?: string;
  isOpen = true;
  /** The newest push that is work. */
  lastWork?: { at: Instant; sha: string };
  /** The newest push of any kind. */
  lastPush?: string;
  landing?: Landing;
  isCarrier = false;
  carriedBy?: WalkedChange;
  /** What it carried on with its landing. */
  readonly carries: WalkedChange[] = [];
  /** From one released branch it went on to another with this one, too. */
  alsoWith?: WalkedChange;

  /** Roll-outs that run and contain it. */
  readonly running = new Set<string>();
  /** Gates that wait and contain it, with whom they ask. */
  readonly gates = new Map<string, readonly string[]>();
  lastFailed = false;
  isUnplaced = false;
  isStale = false;
  laterReleases = 0;
  openCarrier?: string;
  readonly steps: PlacementStep[] = [];

  productionAt?: Instant;
  /** The first success of a production roll-out of it, before its merge or after. */
  shippedAt?: Instant;
  end?: Instant;
  containment?: Containment;
  release?: string;
  productionObserved = true;
  releaseUnobserved = false;

  constructor(
    readonly record: ChangeRecord,
    /** Refs of the entities it touches. */
    readonly entities: readonly string[],
  ) {
    this.key = record.change;
  }

  get openedAt(): Instant {
    return this.record.openedAt;
  }

  /** The commits that hold all its work: nothing but its base came after them. */
  get newestShas(): string[] {
    const newest = [this.lastWork?.sha, this.lastPush];
    return [...new Set(newest)].flatMap(sha => sha ?? []);
  }

  /** Merged, and neither in production nor at an end that nobody observed. */
  get isPending(): boolean {
    return this.landing !== undefined && this.end === undefined;
  }

  /** The change whose way it shares: its last carrier, else itself. */
  get lastCarrier(): WalkedChange {
    const met = new Set<WalkedChange>();
    let last = this.carriedBy;
    while (last?.carriedBy && !met.has(last)) {
      met.add(last);
      last = last.carriedBy;
    }
    return last ?? this;
  }

  /** Itself, and all that carry it in turn. */
  *line(): Iterable<WalkedChange> {
    const met = new Set<WalkedChange>([this]);
    yield this;
    let next = this.carriedBy ?? this.alsoWith;
    while (next && !met.has(next)) {
      met.add(next);
      yield next;
      next = next.carriedBy ?? next.alsoWith;
    }
  }

  /** Something is said of it. */
  describe(described: ChangeDescribed): void {
    const { title, labels, baseBranch, headBranch, folders } = described;
    if (title !== undefined) {
      this.title = title;
      this.titles.push(title);
    }
    this.folders = folders ?? this.folders;
    this.labels = labels ?? this.labels;
    this.baseBranch = baseBranch ?? this.baseBranch;
    if (headBranch !== undefined) {
      this.branchName = headBranch;
      this.headBranch = headBranch.includes(':') ? undefined : headBranch;
    }
  }

  /** Writes down what it waits for from an instant on, where that is new. */
  note(at: Instant): void {
    const gates = [...this.gates.values()];
    const step: PlacementStep = {
      at,
      unplaced: this.isUnplaced,
      rollingOut: this.running.size > 0,
      ...(gates.length > 0 && { gate: [...new Set(gates.flat())].sort() }),
      ...(this.openCarrier !== undefined && { carrier: this.openCarrier }),
      failed: this.lastFailed,
    };
    if (this.steps[this.steps.length - 1]?.at === at) {
      this.steps.pop();
    }
    const last = this.steps[this.steps.length - 1];
    if (!last || !sayTheSame(last, step)) {
      this.steps.push(step);
    }
  }

  /** It is not merged any more. */
  takeBack(): void {
    this.landing = undefined;
    this.carriedBy = undefined;
    this.alsoWith = undefined;
    this.openCarrier = undefined;
    this.running.clear();
    this.gates.clear();
    this.isUnplaced = false;
    this.isStale = false;
    this.laterReleases = 0;
  }
}

function sayTheSame(a: PlacementStep, b: PlacementStep): boolean {
  return (
    a.unplaced === b.unplaced &&
    a.rollingOut === b.rollingOut &&
    a.carrier === b.carrier &&
    a.failed === b.failed &&
    JSON.stringify(a.gate) === JSON.stringify(b.gate)
  );
}
