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

import type { Duration, Holder, Party } from 'chokepoint-flow';

/** Shares are parts of a few; what is nearer to each other than this is equal. */
const SAME = 1e-3;

/**
 * A stretch as its holders had it, in whole milliseconds of which none is lost:
 * each has its share rounded down, and what is left over goes, a millisecond
 * each, to those who lost most by that, the first by name among equals.
 */
export function wholeParts(
  length: Duration,
  holders: readonly Holder[],
): Map<Party, Duration> {
  const parts = holders.map(({ party, share }) => {
    const exact = length * share;
    const whole = Math.floor(exact + SAME);
    return { party, whole, lost: exact - whole };
  });
  const given = parts.reduce((sum, { whole }) => sum + whole, 0);
  const losers = [...parts]
    .sort((a, b) =>
      Math.abs(a.lost - b.lost) > SAME
        ? b.lost - a.lost
        : Number(a.party > b.party) - Number(a.party < b.party),
    )
    .slice(0, length - given);
  return new Map(
    parts.map(part => [
      part.party,
      part.whole + (losers.includes(part) ? 1 : 0),
    ]),
  );
}
