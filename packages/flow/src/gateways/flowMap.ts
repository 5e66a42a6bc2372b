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

import { Duration, Party } from '../timeline/Segment';
import { chargeQueue, Queue } from './Queue';

/**
 * Queue time of one team's changes that is charged to another (or to itself).
 *
 * @public
 */
export interface FlowEdge {
  /** Owner of the changes. */
  from: Party;
  /** Team they waited on. */
  to: Party;
  queueMs: Duration;
  changes: number;
}

/**
 * Who waits on whom: an edge A → B weighs the queue time of A's changes that is
 * charged to B. The weights sum to all waiting in the window.
 *
 * @public
 */
export function flowMap(queue: Queue): FlowEdge[] {
  const edges = new Map<string, { edge: FlowEdge; changes: Set<string> }>();
  for (const { change, team, length } of chargeQueue(queue)) {
    const id = `${change.owner} ${team}`;
    const entry = edges.get(id) ?? {
      edge: { from: change.owner, to: team, queueMs: 0, changes: 0 },
      changes: new Set<string>(),
    };
    entry.edge.queueMs += length;
    entry.changes.add(change.change);
    edges.set(id, entry);
  }
  return [...edges.values()]
    .map(({ edge, changes }) => ({ ...edge, changes: changes.size }))
    .sort(
      (a, b) =>
        b.queueMs - a.queueMs || compare(a.from, b.from) || compare(a.to, b.to),
    );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
