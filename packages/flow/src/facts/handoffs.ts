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

import { Party, Segment, UNASSIGNED } from '../timeline/Segment';

/** Machines that a change passes through on its way to other hands. */
const PASSED_OVER = /^gate:(checks|merge-queue|deployment)\//;

/**
 * How often a change passes to other hands (`handoffs`, section 1 of the KPIs):
 * boundaries between adjacent segments where somebody holds who did not hold in
 * the one before. Who drops out hands nothing over. Paused stretches, nobody
 * (`unassigned`) and the machines that check, queue and roll out are passed
 * over.
 *
 * @param viewOf - as whom a party is counted: itself, or its team
 */
export function countHandoffs(
  segments: readonly Segment[],
  viewOf: (party: Party) => Party,
): number {
  let count = 0;
  let before: ReadonlySet<Party> | undefined;
  for (const segment of segments) {
    const hands = segment.holders
      .map(({ party }) => party)
      .filter(party => party !== UNASSIGNED && !PASSED_OVER.test(party))
      .map(viewOf);
    if (segment.mode !== 'paused' && hands.length > 0) {
      const known = before;
      count += known && hands.some(hand => !known.has(hand)) ? 1 : 0;
      before = new Set(hands);
    }
  }
  return count;
}
