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

import type {
  Holder,
  Instant,
  Mode,
  Party,
  Segment,
  SegmentReason,
  Stage,
} from 'chokepoint-flow';

/** Where the ball lies. A party that holds it twice has two parts of it. */
export interface Position {
  stage: Stage;
  mode: Mode;
  holders: Party[];
  reason?: SegmentReason;
}

interface Entry extends Position {
  start: Instant;
}

/**
 * The book of one change, written by those who pass its ball: from when on it
 * lay where.
 */
export class Ledger {
  private readonly entries: Entry[] = [];

  /** The ball lies here from now on. */
  pass(at: Instant, position: Position): void {
    const last = this.entries[this.entries.length - 1];
    if (last?.start === at) {
      this.entries.pop();
    }
    const before = this.entries[this.entries.length - 1];
    if (!before || !isSame(before, position)) {
      this.entries.push({ ...position, start: at });
    }
  }

  /** When the ball came to where it lies. */
  get since(): Instant | undefined {
    return this.entries[this.entries.length - 1]?.start;
  }

  /** What was written, up to an instant. */
  close(end: Instant): Segment[] {
    return this.entries
      .map((entry, index) => ({
        stage: entry.stage,
        mode: entry.mode,
        start: entry.start,
        end: this.entries[index + 1]?.start ?? end,
        holders: shared(entry.holders),
        ...(entry.reason && { reason: entry.reason }),
      }))
      .filter(segment => segment.end > segment.start);
  }
}

/** Whether the ball lies in the same hands for the same reason. */
export function isSame(a: Position, b: Position): boolean {
  return (
    a.stage === b.stage &&
    a.mode === b.mode &&
    a.reason === b.reason &&
    isSharedAlike(a.holders, b.holders)
  );
}

function isSharedAlike(a: Party[], b: Party[]): boolean {
  if (a.length === 1 && b.length === 1) {
    return a[0] === b[0];
  }
  const theirs = shared(b);
  const ours = shared(a);
  return (
    ours.length === theirs.length &&
    ours.every(
      ({ party, share }, i) =>
        party === theirs[i].party && share === theirs[i].share,
    )
  );
}

function shared(holders: readonly Party[]): Holder[] {
  if (holders.length === 1) {
    return [{ party: holders[0], share: 1 }];
  }
  const parts = new Map<Party, number>();
  for (const party of holders) {
    parts.set(party, (parts.get(party) ?? 0) + 1);
  }
  return [...parts]
    .map(([party, part]) => ({ party, share: part / holders.length }))
    .sort((a, b) => (a.party < b.party ? -1 : 1));
}
