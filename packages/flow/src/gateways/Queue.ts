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

import { ActorKind } from '../events/FlowEvent';
import { chargeWait, overlap } from '../facts/waits';
import { Window } from '../figures/Figure';
import { Duration, Instant, Party, Stage } from '../timeline/Segment';

/**
 * A party that holds a waiting stretch, and the team it is charged to.
 *
 * @public
 */
export interface QueueHolder {
  party: Party;
  team: Party;
  share: number;
}

/**
 * One waiting stretch of a change.
 *
 * @public
 */
export interface QueuedSegment {
  change: string;
  stage: Stage;
  start: Instant;
  /** The present for a stretch that is still open. */
  end: Instant;
  open: boolean;
  holders: readonly QueueHolder[];
}

/**
 * What a queue needs to know of a change that waits in it.
 *
 * @public
 */
export interface QueuedChange {
  change: string;
  title: string;
  /** The team that owns the entities the change touches. */
  owner: Party;
  entities: readonly string[];
  workType: string;
  authorKind: ActorKind;
  /** Decision → production, for a change that got there. */
  decisionToProduction?: Duration;
  productionAt?: Instant;
  approvers: readonly { party: Party; team: Party }[];
}

/**
 * Everything that waits in a scope: the changes on their way at any time in the
 * window, and all their waiting stretches, whole.
 *
 * @public
 */
export interface Queue {
  changes: ReadonlyMap<string, QueuedChange>;
  segments: readonly QueuedSegment[];
  window: Window;
  asOf: Instant;
}

/**
 * A part of the waiting time that is charged to one party and its team.
 *
 * @public
 */
export interface Charge {
  change: QueuedChange;
  stage: Stage;
  party: Party;
  team: Party;
  length: Duration;
}

/**
 * Charges the waiting time within the window to the parties it was spent on.
 * The charges sum to the waiting time of the changes in the window, to the
 * millisecond.
 *
 * @public
 */
export function chargeQueue(queue: Queue): Charge[] {
  const { window, changes, segments } = queue;
  const inWindow = { start: window.from, end: window.to };
  return segments.flatMap(segment => {
    const change = changes.get(segment.change);
    const length = overlap(segment, inWindow);
    if (!change || length === 0) {
      return [];
    }
    // chargeWait keeps the order of the holders.
    return chargeWait({ holders: [...segment.holders] }, length).map(
      (wait, i) => ({
        change,
        stage: segment.stage,
        party: wait.party,
        team: segment.holders[i].team,
        length: wait.length,
      }),
    );
  });
}

/**
 * One stretch during which a change waited on somebody, from the ball arriving
 * to the ball leaving.
 *
 * @public
 */
export interface Visit {
  change: QueuedChange;
  start: Instant;
  end: Instant;
  open: boolean;
}

/**
 * The visits of changes to whoever is told by `keyOf`, by key: touching
 * stretches held by the same key are one visit.
 *
 * @public
 */
export function visitsBy(
  queue: Queue,
  keyOf: (holder: QueueHolder) => Party,
): Map<Party, Visit[]> {
  const visits = new Map<Party, Visit[]>();
  const last = new Map<string, Visit>();
  const inOrder = [...queue.segments].sort((a, b) => a.start - b.start);
  for (const segment of inOrder) {
    const change = queue.changes.get(segment.change);
    for (const key of change ? new Set(segment.holders.map(keyOf)) : []) {
      const id = `${key} ${segment.change}`;
      const before = last.get(id);
      if (before && before.end === segment.start) {
        before.end = segment.end;
        before.open = segment.open;
      } else if (change) {
        const { start, end, open } = segment;
        const visit = { change, start, end, open };
        last.set(id, visit);
        const list = visits.get(key);
        if (list) {
          list.push(visit);
        } else {
          visits.set(key, [visit]);
        }
      }
    }
  }
  return visits;
}
