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

import { Mode, Party, Stage } from 'chokepoint-flow';
import { LedgerEntry } from './ledger';

/** One stretch in which a party had the ball, or a part of it. */
export interface LaneSpan {
  stage: Stage;
  mode: Mode;
  start: number;
  end: number;
  /** The party's part of it, 0 to 1. */
  share: number;
}

/** Everything that one party held. Lengths are in milliseconds. */
export interface Lane {
  party: Party;
  spans: LaneSpan[];
  /** Waiting charged to the party: its share of each stretch. */
  waited: number;
  /** Work the party did: its share of each stretch. */
  worked: number;
}

/** A lane for each holder, in the order in which they first had the ball. */
export function lanesOf(entries: readonly LedgerEntry[]): Lane[] {
  const lanes = new Map<Party, Lane>();
  for (const { stage, mode, start, end, length, holders } of entries) {
    for (const { party, share } of holders) {
      const lane = lanes.get(party) ?? {
        party,
        spans: [],
        waited: 0,
        worked: 0,
      };
      lane.spans.push({ stage, mode, start, end, share });
      if (mode === 'waiting') {
        lane.waited += share * length;
      } else if (mode === 'working') {
        lane.worked += share * length;
      }
      lanes.set(party, lane);
    }
  }
  return [...lanes.values()];
}
