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
import { Branches, isIntegrationName } from './Branches';
import { WalkedChange } from './WalkedChange';

/**
 * Which change carries which (section 2 of the model, *Carried changes*): what
 * was merged into a branch goes on with the first change of that branch that is
 * merged afterwards.
 */
export class Carriers {
  /** Merged changes by the branch they went into, until one carries them on. */
  readonly #waiting = new Map<string, Set<WalkedChange>>();
  /** Open changes by their branch. */
  readonly #open = new Map<string, Set<WalkedChange>>();
  /** Branches that something was merged into. */
  readonly #receiving = new Set<string>();

  constructor(private readonly branches: Branches) {}

  opened(change: WalkedChange): void {
    const { headBranch: branch, openedAt } = change;
    if (branch !== undefined) {
      // A branch that is named like a release is one of a change while it is open.
      this.isOpenAgain(change);
      change.isCarrier =
        isIntegrationName(branch) ||
        this.#receiving.has(branch) ||
        this.branches.isReleased(branch, openedAt);
    }
  }

  isOpenAgain(change: WalkedChange): void {
    if (change.headBranch !== undefined) {
      add(this.#open, change.headBranch, change);
      this.branches.headOpened(change.headBranch);
    }
  }

  closed(change: WalkedChange): void {
    if (change.headBranch !== undefined) {
      this.#open.get(change.headBranch)?.delete(change);
      this.branches.headClosed(change.headBranch);
    }
  }

  /**
   * A change goes in.
   *
   * @returns what it carries
   */
  landed(change: WalkedChange): WalkedChange[] {
    const into = change.landing?.branch;
    const at = change.landing?.at ?? change.openedAt;
    const carried = this.#carriedFrom(change.headBranch, into);
    for (const other of carried) {
      if (!this.branches.isReleased(other.landing?.branch, at)) {
        other.carriedBy = change;
        change.carries.push(other);
      } else if (this.branches.isReleased(into, at)) {
        other.alsoWith ??= change;
      }
    }
    if (into !== undefined) {
      this.#receiving.add(into);
      add(this.#waiting, into, change);
    }
    return carried;
  }

  #carriedFrom(head: string | undefined, into: string | undefined) {
    if (head === undefined || head === into) {
      return [];
    }
    const carried = [...(this.#waiting.get(head) ?? [])];
    this.#waiting.delete(head);
    return carried;
  }

  /** A landing is taken back. */
  takenBack(change: WalkedChange): void {
    const into = change.landing?.branch;
    if (into !== undefined) {
      this.#waiting.get(into)?.delete(change);
    }
  }

  /** What went into a branch and was carried no further. */
  waitingOn(branch: string): Iterable<WalkedChange> {
    return this.#waiting.get(branch) ?? [];
  }

  /** What was carried on, and into a branch at last. */
  carriedInto(branch: string): WalkedChange[] {
    const found = new Set<WalkedChange>();
    const open = [...this.waitingOn(branch)];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const other of next.carries) {
        if (other.carriedBy === next && !found.has(other)) {
          found.add(other);
          open.push(other);
        }
      }
    }
    return [...found];
  }

  /** The open change that a merged one goes on with: of several, the one opened first. */
  openCarrierOf(change: WalkedChange, at: Instant): WalkedChange | undefined {
    const branch = change.lastCarrier.landing?.branch;
    if (branch === undefined || this.branches.isReleased(branch, at)) {
      return undefined;
    }
    let first: WalkedChange | undefined;
    for (const other of this.#open.get(branch) ?? []) {
      if (
        !first ||
        other.openedAt < first.openedAt ||
        (other.openedAt === first.openedAt && other.key < first.key)
      ) {
        first = other;
      }
    }
    return first;
  }
}

function add(
  map: Map<string, Set<WalkedChange>>,
  key: string,
  change: WalkedChange,
): void {
  const set = map.get(key);
  if (set) {
    set.add(change);
  } else {
    map.set(key, new Set([change]));
  }
}
