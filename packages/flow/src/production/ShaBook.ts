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

/** A commit in full has this many characters; what is shorter is a beginning. */
const FULL = 40;

/** Fewer characters than this name nothing. */
const SHORTEST = 7;

/**
 * Commits by their beginnings: seven characters are enough where one commit of
 * those reported by then begins so (section 1 of the model, *Identity*). A
 * commit of the history counts from its own date.
 */
export class ShaBook {
  readonly #reportedAt = new Map<string, Instant>();
  readonly #history: CommitHistory;
  /** Commits by their first characters; made when the first short one is met. */
  #beginnings: Map<string, Map<string, Instant>> | undefined;

  constructor(history: CommitHistory) {
    this.#history = history;
  }

  /** A change or a landing names a commit. */
  add(sha: string, at: Instant): void {
    if (at < (this.#reportedAt.get(sha) ?? Infinity)) {
      this.#reportedAt.set(sha, at);
      if (this.#beginnings) {
        note(this.#beginnings, sha, at);
      }
    }
  }

  /**
   * The commit that a roll-out means; what nothing begins with, or more than
   * one commit, is returned as it is. Where nothing reported by then fits, the
   * first that is reported afterwards is meant.
   */
  resolve(sha: string, at: Instant): string {
    if (
      sha.length < SHORTEST ||
      this.#history.has(sha) ||
      this.#reportedAt.has(sha)
    ) {
      return sha;
    }
    if (sha.length >= FULL) {
      return this.#reportedBeginningOf(sha) ?? sha;
    }
    const found = this.#startingWith(sha);
    const known = found.filter(({ since }) => since <= at);
    if (known.length === 0) {
      found.sort((a, b) => a.since - b.since || (a.full < b.full ? -1 : 1));
      return found[0]?.full ?? sha;
    }
    return known.length === 1 ? known[0].full : sha;
  }

  /** A change may be reported by the beginning of its commit, too. */
  #reportedBeginningOf(sha: string): string | undefined {
    for (let length = SHORTEST; length < FULL; length++) {
      const beginning = sha.slice(0, length);
      if (this.#reportedAt.has(beginning)) {
        return beginning;
      }
    }
    return undefined;
  }

  #startingWith(prefix: string): { full: string; since: Instant }[] {
    this.#beginnings ??= this.#collect();
    const bucket = this.#beginnings.get(prefix.slice(0, SHORTEST)) ?? [];
    return [...bucket].flatMap(([full, since]) =>
      full.startsWith(prefix) ? { full, since } : [],
    );
  }

  #collect(): Map<string, Map<string, Instant>> {
    const beginnings = new Map<string, Map<string, Instant>>();
    this.#reportedAt.forEach((at, sha) => note(beginnings, sha, at));
    for (const { sha, at } of this.#history.commits()) {
      note(beginnings, sha, at);
    }
    return beginnings;
  }
}

function note(
  beginnings: Map<string, Map<string, Instant>>,
  sha: string,
  at: Instant,
): void {
  const beginning = sha.slice(0, SHORTEST);
  const bucket = beginnings.get(beginning);
  if (bucket) {
    bucket.set(sha, Math.min(at, bucket.get(sha) ?? Infinity));
  } else {
    beginnings.set(beginning, new Map([[sha, at]]));
  }
}
