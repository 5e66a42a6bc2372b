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

import { ChangeFacts } from '../facts/factTypes';
import { Observations, shipped } from '../figures/population';
import { groupBy } from '../gateways/ranking';
import { Queue, QueuedSegment } from '../gateways/Queue';
import { Duration, Instant, Party } from '../timeline/Segment';

/**
 * One change of the sample: its milestones, what it took, and its longest wait.
 *
 * @public
 */
export interface SampleRow {
  change: string;
  title: string;
  workType: string;
  decidedAt?: Instant;
  startedAt?: Instant;
  /** Merged. */
  doneAt?: Instant;
  shippedAt?: Instant;
  handoffs: number;
  clarifications: number;
  working: Duration;
  waiting: Duration;
  longestWait?: { length: Duration; stage: string; on: Party[] };
}

/**
 * Ten recent changes across the work types: the newest of each type, then the
 * second newest of each, and so on.
 *
 * @public
 */
export function sampleOf(
  observations: Observations,
  queue: Queue,
  size = 10,
): SampleRow[] {
  const newest = [...shipped(observations)].sort(
    (a, b) =>
      (b.milestones.productionAt ?? 0) - (a.milestones.productionAt ?? 0),
  );
  const byType = [...groupBy(newest, change => change.workType).values()];
  const rounds = Math.max(0, ...byType.map(group => group.length));
  const picked: ChangeFacts[] = [];
  for (let round = 0; round < rounds && picked.length < size; round++) {
    picked.push(...byType.flatMap(group => group[round] ?? []));
  }
  const rows = picked.slice(0, size);
  const keys = new Set(rows.map(change => change.change));
  const waits = groupBy(
    queue.segments.filter(segment => keys.has(segment.change)),
    segment => segment.change,
  );
  return rows.map(change => sampleRow(change, waits.get(change.change) ?? []));
}

function sampleRow(change: ChangeFacts, waits: QueuedSegment[]): SampleRow {
  const { milestones } = change;
  const longest = [...waits].sort(
    (a, b) => b.end - b.start - (a.end - a.start),
  )[0];
  return {
    change: change.change,
    title: change.title,
    workType: change.workType,
    decidedAt: milestones.decidedAt,
    startedAt: milestones.startedAt,
    doneAt: milestones.mergedAt,
    shippedAt: milestones.productionAt,
    handoffs: change.handoffs,
    clarifications: change.clarificationLoops,
    working: change.working,
    waiting: change.waiting,
    ...(longest && {
      longestWait: {
        length: longest.end - longest.start,
        stage: longest.stage,
        on: [...new Set(longest.holders.map(holder => holder.team))],
      },
    }),
  };
}
