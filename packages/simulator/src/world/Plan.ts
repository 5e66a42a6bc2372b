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

import type { Instant, Party } from 'chokepoint-flow';

/** Who had a work item from when on. */
export interface Wait {
  at: Instant;
  holders: Party[];
  /** The decision was withdrawn. */
  isWithdrawn?: boolean;
}

/** How a change came to be opened. */
export interface Plan {
  /** Keys of the work items it serves. */
  workItems: string[];
  decidedAt?: Instant;
  /** Who had it from when on, from the decision to the beginning of the work. */
  waits: Wait[];
  buildSince: Instant;
  /** Stretches of the build in which a work item waited for somebody. */
  blocks: { from: Instant; to: Instant; holders: Party[] }[];
  firstCommitAt?: Instant;
}
