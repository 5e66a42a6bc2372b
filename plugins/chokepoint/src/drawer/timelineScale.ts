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

/** Begin and end of a timeline, in milliseconds since the epoch. */
export interface Extent {
  start: number;
  end: number;
}

/** Distance from one tick to the next that a label needs, in pixels. */
const TICK_SPACING = 90;

/** How many labels fit on an axis, at least two. */
export function ticksThatFit(width: number): number {
  return Math.max(2, Math.floor(width / TICK_SPACING));
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How an axis writes its moments: by the minute, the hour or the day. */
export function tickFormat({ start, end }: Extent): string {
  const length = end - start;
  if (length <= 2 * DAY) {
    return 'HH:mm';
  }
  return length <= 6 * DAY ? 'd LLL HH:mm' : 'd LLL';
}
