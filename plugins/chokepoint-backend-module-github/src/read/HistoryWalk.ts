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
import { HistoryPlace } from '../queries/histories';
import { HistoryCommit, HistoryNode } from '../queries/rolloutNodes';
import { nextPage } from '../queries/pullRequests';
import { parentsOfCommit } from '../translate/histories';
import { present } from '../translate/timeline';

const DAY = 86_400_000;
/** Commits older than the oldest known one by this much are not looked for. */
const SLACK = 30 * DAY;

/** A commit whose history is known, and its date in milliseconds since the epoch. */
export interface KnownCommit {
  oid: string;
  at: number;
}

/** The part of a history that is being read. */
export class HistoryWalk {
  private readonly commits = new Map<string, HistoryCommit>();
  /** Known commits, and what is found to lead to them. */
  private readonly known: Set<string>;
  private readonly floor: number;
  /** Where the history of each tip goes on; undefined behind its last page. */
  private readonly places = new Map<string, HistoryPlace | undefined>();

  constructor(tips: HistoryCommit[], known: KnownCommit[]) {
    this.known = new Set(known.map(({ oid }) => oid));
    this.floor = Math.min(...known.map(({ at }) => at)) - SLACK;
    for (const tip of tips) {
      this.commits.set(tip.oid, tip);
      const isWanted = !this.known.has(tip.oid) && !this.isOld(tip);
      if (known.length > 0 && isWanted) {
        this.places.set(tip.oid, { oid: tip.oid });
      }
    }
  }

  /** Where to read on, spread over the tips so that pages overlap little. */
  next(most: number): HistoryPlace[] {
    const open = [...this.places.values()].flatMap(place => {
      if (place && !this.isOpen(place.oid)) {
        this.places.set(place.oid, undefined);
        return [];
      }
      return place ?? [];
    });
    const step = Math.max(1, open.length / most);
    const places: HistoryPlace[] = [];
    for (let i = 0; i < open.length; i += step) {
      places.push(open[Math.floor(i)]);
    }
    return places.slice(0, most);
  }

  /** A page of the history of a tip; undefined where it cannot be read. */
  take(oid: string, page: HistoryNode['history'] | undefined): void {
    for (const commit of present(page)) {
      this.commits.set(commit.oid, commit);
      if (this.known.has(commit.oid)) {
        this.paint(commit.oid);
      }
    }
    const after = nextPage(page);
    this.places.set(oid, after === undefined ? undefined : { oid, after });
  }

  /** What was read and was not known, beside the tips. */
  found(): HistoryCommit[] {
    return [...this.commits.values()].filter(
      commit => !this.known.has(commit.oid) && !this.isOld(commit),
    );
  }

  /** Whatever leads to a known commit is known. */
  private paint(oid: string): void {
    const waiting = [oid];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const commit = this.commits.get(next);
      for (const parent of commit ? parentsOfCommit(commit) : []) {
        if (!this.known.has(parent)) {
          this.known.add(parent);
          waiting.push(parent);
        }
      }
    }
  }

  /** Whether an ancestor of a tip is neither known, nor read, nor old. */
  private isOpen(tip: string): boolean {
    const waiting = [tip];
    const seen = new Set(waiting);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const commit = this.commits.get(next);
      if (!commit) {
        return true;
      }
      if (this.isOld(commit)) {
        continue;
      }
      for (const parent of parentsOfCommit(commit)) {
        if (!this.known.has(parent) && !seen.has(parent)) {
          seen.add(parent);
          waiting.push(parent);
        }
      }
    }
    return false;
  }

  private isOld({ committedDate }: HistoryCommit): boolean {
    return Date.parse(committedDate) < this.floor;
  }
}
