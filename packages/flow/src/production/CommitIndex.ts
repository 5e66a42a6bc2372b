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
import { CommitHistory } from './CommitHistory';
import { ShaBook } from './ShaBook';
import { WalkedChange } from './WalkedChange';

/** Which change brought which commit, as far as it is known. */
export class CommitIndex {
  readonly #changes = new Map<string, WalkedChange>();
  readonly #landed = new Map<string, WalkedChange>();
  readonly #pushed = new Map<string, WalkedChange>();

  constructor(
    readonly history: CommitHistory,
    private readonly book: ShaBook,
  ) {}

  opened(change: WalkedChange): void {
    this.#changes.set(change.key, change);
  }

  change(key: string): WalkedChange | undefined {
    return this.#changes.get(key);
  }

  /** Every change that was opened. */
  changes(): Iterable<WalkedChange> {
    return this.#changes.values();
  }

  /** A change went in as a commit. */
  landed(sha: string, change: WalkedChange): void {
    this.#landed.set(sha, change);
  }

  /** A commit was pushed to a change; it is of the first change that has it. */
  pushed(sha: string, change: WalkedChange): void {
    if (!this.#pushed.has(sha)) {
      this.#pushed.set(sha, change);
    }
  }

  resolve(sha: string, at: Instant): string {
    return this.book.resolve(sha, at);
  }

  landedAs(sha: string): WalkedChange | undefined {
    return this.#landed.get(sha);
  }

  pushedBy(sha: string): WalkedChange | undefined {
    return this.#pushed.get(sha);
  }

  /** Whether anything is known of a commit. */
  knows(sha: string): boolean {
    return (
      this.#landed.has(sha) || this.#pushed.has(sha) || this.history.has(sha)
    );
  }
}
