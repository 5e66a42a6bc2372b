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

import { Duration, Instant } from '../timeline/Segment';
import { overlap } from './waits';

/**
 * A stretch that counts in no duration: the change was closed and reopened
 * later, its decision was withdrawn, or releases went by without it.
 *
 * @public
 */
export interface Pause {
  start: Instant;
  /** Absent while it lasts. */
  end?: Instant;
}

/**
 * How much time of a change's life lies between two instants of it, by the
 * wall-clock time: pauses are in no duration.
 *
 * @public
 */
export function elapsed(
  { pauses }: { pauses: readonly Pause[] },
  from: Instant,
  to: Instant,
): Duration {
  return pauses.reduce(
    (left, { start, end = Infinity }) =>
      left - overlap({ start, end }, { start: from, end: to }),
    to - from,
  );
}

/**
 * How much of a change's life between two instants of it counts, in
 * milliseconds.
 *
 * @public
 */
export type Elapsed = (
  change: { change: string; pauses: readonly Pause[] },
  from: Instant,
  to: Instant,
) => Duration;
