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

import { ReportedSegment } from 'backstage-plugin-chokepoint-common';
import { Holder, Mode, Stage } from 'chokepoint-flow';

/** One line of the ledger: one segment of the timeline. */
export interface LedgerEntry {
  stage: Stage;
  mode: Mode;
  holders: readonly Holder[];
  /** Milliseconds since the epoch. */
  start: number;
  end: number;
  /** Milliseconds. */
  length: number;
  /** The part in the working hours of the holders; absent for a pause. */
  inWorkingHours?: number;
  reason?: string;
  /** Still going on; `end` is when it was asked. */
  open: boolean;
}

/** A timeline as a ledger that balances. Lengths are in milliseconds. */
export interface Ledger {
  entries: LedgerEntry[];
  working: number;
  waiting: number;
  /** On the timeline, in no total. */
  paused: number;
  /** Working and waiting; the sum of the entries that are not paused. */
  total: number;
  /** The same sums of what lies in working hours. */
  inWorkingHours: Pick<Ledger, 'working' | 'waiting' | 'total'>;
}

function entryOf(segment: ReportedSegment): LedgerEntry {
  const { stage, mode, holders, inWorkingHours, reason } = segment;
  const { open = false } = segment;
  const start = Date.parse(segment.start);
  const end = Date.parse(segment.end);
  return {
    stage,
    mode,
    holders,
    start,
    end,
    length: end - start,
    inWorkingHours,
    reason,
    open,
  };
}

/** Writes the segments of a timeline into a ledger. */
export function ledgerOf(segments: readonly ReportedSegment[]): Ledger {
  const entries = segments.map(entryOf);
  const sumOf = (mode: Mode, of: 'length' | 'inWorkingHours' = 'length') =>
    entries
      .filter(entry => entry.mode === mode)
      .reduce((sum, entry) => sum + (entry[of] ?? 0), 0);
  const working = sumOf('working');
  const waiting = sumOf('waiting');
  const workingHours = sumOf('working', 'inWorkingHours');
  const waitingHours = sumOf('waiting', 'inWorkingHours');
  return {
    entries,
    working,
    waiting,
    paused: sumOf('paused'),
    total: working + waiting,
    inWorkingHours: {
      working: workingHours,
      waiting: waitingHours,
      total: workingHours + waitingHours,
    },
  };
}
