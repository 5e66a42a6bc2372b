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

import { Clock } from '../calendar/clock';
import { Duration, Holder, Instant, Party, Segment } from '../timeline/Segment';

/**
 * The part of a waiting segment that is charged to one party.
 *
 * @public
 */
export interface Wait {
  party: Party;
  /** Whole milliseconds. The waits of a segment sum to its length exactly. */
  length: Duration;
}

/**
 * Charges a stretch of a waiting segment to its holders by their shares, in
 * whole milliseconds and without losing or creating one: every holder gets its
 * share rounded down, and the milliseconds left over go one each to those that
 * lost most by rounding, the first by name where they lost the same.
 *
 * @public
 */
export function chargeWait(
  segment: Pick<Segment, 'holders'>,
  length: Duration,
): Wait[] {
  const { holders } = segment;
  if (holders.length === 1) {
    return [{ party: holders[0].party, length }];
  }
  const waits = holders.map(({ party, share }) => {
    const exact = length * share;
    return { party, length: Math.floor(exact), lost: exact % 1 };
  });
  let left = length - waits.reduce((sum, wait) => sum + wait.length, 0);
  const byLoss = [...waits].sort(
    (a, b) => b.lost - a.lost || (a.party < b.party ? -1 : 1),
  );
  for (const wait of byLoss) {
    if (left > 0) {
      wait.length += 1;
      left -= 1;
    }
  }
  return waits.map(({ party, length: charged }) => ({
    party,
    length: charged,
  }));
}

/**
 * A party that holds a stretch, and the team it acts for.
 *
 * @public
 */
export interface TeamHolder extends Holder {
  team: Party;
}

/**
 * Charges a stretch to its holders by a clock, in their order: by their shares
 * of the time that counts for each. Where the same time counts for all of them
 * (wall-clock time does), the charges sum to it exactly; else each is rounded to
 * a millisecond, and what they sum to is how long the stretch was.
 *
 * @public
 */
export function chargeStretch(
  { start, end, holders }: Stretch,
  clock: Clock,
): Wait[] {
  const counted = holders.map(({ team }) => clock(team, start, end));
  if (counted.every(length => length === counted[0])) {
    return chargeWait({ holders: [...holders] }, counted[0] ?? 0);
  }
  return holders.map(({ party, share }, i) => ({
    party,
    length: Math.round(counted[i] * share),
  }));
}

/**
 * A stretch of time and those who hold it.
 *
 * @public
 */
export interface Stretch {
  start: Instant;
  end: Instant;
  holders: readonly TeamHolder[];
}

/**
 * The length of the overlap of two half-open stretches, in milliseconds.
 *
 * @public
 */
export function overlap(
  a: { start: Instant; end: Instant },
  b: { start: Instant; end: Instant },
): Duration {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
