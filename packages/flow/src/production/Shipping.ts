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
import { Contents } from './Contents';
import { LiveBoard, Release } from './LiveBoard';
import { PendingChanges } from './PendingChanges';
import { WalkedChange } from './WalkedChange';

/** Brings changes into production with the releases that contain them. */
export class Shipping {
  constructor(
    private readonly board: LiveBoard,
    private readonly pending: PendingChanges,
  ) {}

  /** A roll-out succeeded: what waited and is in it is in production. */
  succeeded(contents: Contents, release: Release, at: Instant): void {
    for (const change of contents.triedOut) {
      change.shippedAt ??= at;
    }
    for (const change of this.pending.in(contents)) {
      const how = contents.find(change);
      if (how) {
        this.#place(change, how, release, at);
      }
    }
  }

  /** A change went in: what is live may contain it already. */
  arrived(change: WalkedChange, at: Instant): void {
    for (const { contents, release } of this.board.live()) {
      const how = findLive(contents, change);
      if (how && change.isPending) {
        this.#place(change, how, release, at);
      }
    }
  }

  /** What is live may be of the commit that just went in. */
  tipLanded(sha: string, at: Instant): void {
    for (const { contents } of this.board.live()) {
      if (contents.sha === sha) {
        for (const change of this.pending.all) {
          this.arrived(change, at);
        }
      }
    }
  }

  #place(
    change: WalkedChange,
    how: NonNullable<WalkedChange['containment']>,
    release: Release,
    at: Instant,
  ): void {
    this.board.becomesRelease(release, at);
    change.productionAt = at;
    change.shippedAt ??= at;
    change.end = at;
    change.containment = how;
    change.release = release.id;
    change.productionObserved = true;
    release.changes.push(change.key);
    this.pending.settle(change);
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
