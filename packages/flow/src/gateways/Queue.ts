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

import { Clock, wallClock } from '../calendar/clock';
import { ActorKind } from '../events/FlowEvent';
import { chargeStretch, TeamHolder } from '../facts/waits';
import { Window } from '../figures/Figure';
import { once } from '../figures/once';
import { Duration, Instant, Party, Stage } from '../timeline/Segment';

/**
 * A party that holds a waiting stretch, and the team it is charged to.
 *
 * @public
 */
export type QueueHolder = TeamHolder;

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
  /** How waiting is counted; in wall-clock time where absent. */
  clock?: Clock;
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
export const chargeQueue: (queue: Queue) => readonly Charge[] = once(
  ({ window, changes, segments, clock = wallClock }: Queue) => {
    const charges: Charge[] = [];
    for (const segment of segments) {
      const { stage, holders } = segment;
      const change = changes.get(segment.change);
      const start = Math.max(segment.start, window.from);
      const end = Math.min(segment.end, window.to);
      if (change && start < end) {
        const waits = chargeStretch({ start, end, holders }, clock);
        waits.forEach(({ party, length }, i) => {
          const { team } = holders[i];
          charges.push({ change, stage, party, team, length });
        });
      }
    }
    return charges;
  },
);

/**
 * One stretch during which a change waited on somebody, from the ball arriving
 * to the ball leaving.
 *
 * @public
 */
export interface Visit {
  change: QueuedChange;
  start: Instant;
  /** The present for a visit that still lasts. */
  end: Instant;
  open: boolean;
  /** By the clock of the queue. */
  length: Duration;
}

/** The stretches of each change, in their order. */
const byChange = once(({ segments }: Queue) => {
  const stretches = new Map<string, QueuedSegment[]>();
  for (const segment of segments) {
    append(stretches, segment.change, segment);
  }
  stretches.forEach(list => list.sort((a, b) => a.start - b.start));
  return stretches;
});

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
  const { changes, clock = wallClock } = queue;
  for (const [key, segments] of byChange(queue)) {
    const change = changes.get(key);
    const last = new Map<Party, Visit>();
    for (const { start, end, open, holders } of change ? segments : []) {
      const teams = new Map(holders.map(h => [keyOf(h), h.team]));
      for (const [party, team] of teams) {
        const length = clock(team, start, end);
        const before = last.get(party);
        if (before?.end === start) {
          before.end = end;
          before.open = open;
          before.length += length;
        } else if (change) {
          const visit = { change, start, end, open, length };
          last.set(party, visit);
          append(visits, party, visit);
        }
      }
    }
  }
  return visits;
}

/**
 * The visits of changes to one party or team.
 *
 * @public
 */
export function visitsTo(
  queue: Queue,
  party: Party,
  by: 'team' | 'party',
): Visit[] {
  const segments = queue.segments.filter(({ holders }) =>
    holders.some(holder => holder[by] === party),
  );
  const visits = visitsBy({ ...queue, segments }, holder => holder[by]);
  return visits.get(party) ?? [];
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) {
    list.push(item);
  } else {
    lists.set(key, [item]);
  }
}
