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
import { CommitIndex } from './CommitIndex';
import { Contents } from './Contents';
import { PendingChanges } from './PendingChanges';
import { WalkedChange } from './WalkedChange';

/** From this later release without it on a change is unplaced. */
const RELEASES_WITHOUT = 3;

/** The releases that went by without a change. */
export class LaterReleases {
  /** The successes of production roll-outs, in the order of time. */
  readonly #deployedAt: { contents: Contents; at: Instant }[] = [];

  /**
   * @param note - called when something else is true of a change from then on
   */
  constructor(
    private readonly branches: Branches,
    private readonly index: CommitIndex,
    private readonly pending: PendingChanges,
    private readonly note: (change: WalkedChange, at: Instant) => void,
  ) {}

  deployed(contents: Contents, at: Instant): void {
    this.#deployedAt.push({ contents, at });
  }

  /** A release went by: of the third without it a change is unplaced. */
  wentBy(contents: Contents, branch: string | undefined, at: Instant): void {
    const entities = new Set(
      contents.listed.flatMap(key => this.index.change(key)?.entities ?? []),
    );
    for (const change of this.pending.placeable) {
      if (this.#isOfThis(change, contents, branch, entities, at)) {
        change.laterReleases += 1;
        change.isUnplaced ||= change.laterReleases >= RELEASES_WITHOUT;
        this.note(change, at);
      }
    }
  }

  /** What waited too long already is unplaced with the next roll-out. */
  passedStale(contents: Contents, at: Instant): void {
    for (const change of this.pending.placeable) {
      if (change.isStale && contents.touches(change)) {
        this.note(change, at);
      }
    }
  }

  /** Its repository has deployed since, or nothing carries it on. */
  isForgotten(change: WalkedChange, at: Instant): boolean {
    if (change.openCarrier !== undefined) {
      return false;
    }
    const since = change.landing?.at ?? at;
    const branch = change.lastCarrier.landing?.branch;
    return (
      !this.branches.isReleased(branch, at) ||
      this.#deployedSince(change, since)
    );
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
      this.branches.isReleased(waitsOn, at) &&
      (branch === undefined || waitsOn === undefined || branch === waitsOn)
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
}
