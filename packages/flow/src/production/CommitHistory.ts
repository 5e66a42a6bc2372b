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

import { Commit } from '../events/FlowEvent';
import { Instant } from '../timeline/Segment';
import { landingPositions, NEVER, trunksOf } from './landingPositions';

/**
 * The history of the released branches of a repository: which commit descends
 * from which. Made of the commits that sources report, in any order and with
 * parts missing.
 *
 * A few *trunks* (the chains of first parents behind the newest commits) give
 * each commit a *landing position*: that of the first commit of the trunk that
 * contains it. Whether a commit of a trunk contains another is then one
 * comparison of numbers; only from a commit off the trunks the commits beside
 * them are walked.
 *
 * @public
 */
export interface CommitHistory {
  /** How many commits are known. */
  readonly size: number;
  /** The date of the oldest commit known; undefined while none is. */
  readonly oldestAt: Instant | undefined;
  has(sha: string): boolean;
  /** Every commit with its date. */
  commits(): Iterable<{ sha: string; at: Instant }>;
  /** Whether a commit contains another: it is the same or a descendant. */
  contains(sha: string, ancestor: string): boolean;
  /** Everything that a commit contains; undefined where it is not known. */
  contentsOf(sha: string): Contents | undefined;
  /** Commits that were walked so far to answer: what asking has cost. */
  readonly walked: number;
}

/**
 * Whether some commit is among the contents of another.
 *
 * @public
 */
export type Contents = (ancestor: string) => boolean;

class LandedHistory implements CommitHistory {
  walked = 0;
  readonly oldestAt: Instant | undefined;
  private readonly index = new Map<string, number>();
  private readonly dates: Instant[] = [];
  private readonly parents: number[][];
  private readonly landings: Int32Array[];
  private readonly onTrunk: Int32Array;
  private readonly answered = new Map<string, Contents>();

  constructor(commits: readonly Commit[]) {
    const known: Commit[] = [];
    for (const commit of commits) {
      const at = Date.parse(commit[2]);
      if (!this.index.has(commit[0])) {
        this.index.set(commit[0], known.length);
        this.dates.push(at);
        known.push(commit);
      }
      this.oldestAt = Math.min(this.oldestAt ?? at, at);
    }
    this.parents = known.map(([, parents]) =>
      parents.map(parent => this.index.get(parent) ?? NEVER),
    );
    const trunks = trunksOf(this.parents);
    this.landings = trunks.map(trunk => landingPositions(this.parents, trunk));
    this.onTrunk = new Int32Array(known.length).fill(NEVER);
    trunks.forEach((trunk, i) => {
      for (const commit of trunk) {
        if (this.onTrunk[commit] === NEVER) {
          this.onTrunk[commit] = i;
        }
      }
    });
  }

  get size(): number {
    return this.dates.length;
  }

  has(sha: string): boolean {
    return this.index.has(sha);
  }

  *commits(): Iterable<{ sha: string; at: Instant }> {
    for (const [sha, i] of this.index) {
      yield { sha, at: this.dates[i] };
    }
  }

  contains(sha: string, ancestor: string): boolean {
    return this.contentsOf(sha)?.(ancestor) ?? false;
  }

  contentsOf(sha: string): Contents | undefined {
    const commit = this.index.get(sha);
    if (commit === undefined) {
      return undefined;
    }
    let contents = this.answered.get(sha);
    if (!contents) {
      contents = this.contentsOfCommit(commit);
      this.answered.set(sha, contents);
    }
    return contents;
  }

  private contentsOfCommit(commit: number): Contents {
    const trunk = this.onTrunk[commit];
    if (trunk !== NEVER) {
      const landing = this.landings[trunk];
      return sha => landedBy(landing, this.index.get(sha), landing[commit]);
    }
    const { reached, beside } = this.walkFrom(commit);
    return sha => {
      const ancestor = this.index.get(sha);
      return (
        ancestor !== undefined &&
        (beside.has(ancestor) || this.isReached(ancestor, reached))
      );
    };
  }

  /** How far a commit off the trunks reaches on each, and what it contains beside them. */
  private walkFrom(commit: number) {
    const reached = this.landings.map(() => NEVER);
    const beside = new Set<number>();
    const open = [commit];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!beside.has(next) && !this.isReached(next, reached)) {
        this.walked += 1;
        beside.add(next);
        for (const parent of this.parents[next]) {
          if (parent !== NEVER && this.onTrunk[parent] === NEVER) {
            open.push(parent);
          } else if (parent !== NEVER) {
            this.reach(parent, reached);
          }
        }
      }
    }
    return { reached, beside };
  }

  private reach(commit: number, reached: number[]): void {
    const trunk = this.onTrunk[commit];
    reached[trunk] = Math.max(reached[trunk], this.landings[trunk][commit]);
  }

  private isReached(commit: number, reached: readonly number[]): boolean {
    return reached.some((position, i) =>
      landedBy(this.landings[i], commit, position),
    );
  }
}

function landedBy(
  landing: Int32Array,
  commit: number | undefined,
  position: number,
): boolean {
  return (
    commit !== undefined &&
    landing[commit] !== NEVER &&
    landing[commit] <= position
  );
}

/**
 * The history that some commits make up. Of a commit that is reported twice the
 * first report counts.
 *
 * @public
 */
export function commitHistory(commits: readonly Commit[]): CommitHistory {
  return new LandedHistory(commits);
}
