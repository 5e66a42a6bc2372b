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

import { Duration, Instant, Party, Stage } from '../timeline/Segment';
import { Queue, QueueHolder } from './Queue';

/**
 * A change that waits now.
 *
 * @public
 */
export interface QueueItem {
  change: string;
  title: string;
  owner: Party;
  stage: Stage;
  since: Instant;
  /** How long it has been waiting, milliseconds. */
  age: Duration;
  holders: readonly QueueHolder[];
}

/**
 * Teams that wait on each other in a circle: A on B, B on A.
 *
 * @public
 */
export interface QueueCycle {
  teams: Party[];
  changes: number;
}

/**
 * Who waits on whom at this moment, oldest first.
 *
 * @public
 */
export function liveQueue(queue: Queue): QueueItem[] {
  return queue.segments
    .filter(segment => segment.open)
    .flatMap(segment => {
      const change = queue.changes.get(segment.change);
      return change
        ? [
            {
              change: change.change,
              title: change.title,
              owner: change.owner,
              stage: segment.stage,
              since: segment.start,
              age: queue.asOf - segment.start,
              holders: segment.holders,
            },
          ]
        : [];
    })
    .sort((a, b) => b.age - a.age || (a.change < b.change ? -1 : 1));
}

/** Teams that a team's changes wait on now, directly. */
type Waits = Map<Party, Map<Party, Set<string>>>;

function waitsOf(items: readonly QueueItem[]): Waits {
  const waits: Waits = new Map();
  for (const { owner, holders, change } of items) {
    for (const { team } of holders) {
      if (team !== owner) {
        const on = waits.get(owner) ?? new Map<Party, Set<string>>();
        const changes = on.get(team) ?? new Set<string>();
        on.set(team, changes.add(change));
        waits.set(owner, on);
      }
    }
  }
  return waits;
}

/**
 * The teams a team waits on now, directly or through others, nearest first.
 *
 * @public
 */
export function waitsOnTransitively(
  items: readonly QueueItem[],
  team: Party,
): { team: Party; distance: number }[] {
  const waits = waitsOf(items);
  const seen = new Set([team]);
  const found: { team: Party; distance: number }[] = [];
  let frontier = [team];
  for (let distance = 1; frontier.length > 0; distance++) {
    const next = new Set(
      frontier.flatMap(t => [...(waits.get(t)?.keys() ?? [])]),
    );
    frontier = [...next].filter(t => !seen.has(t)).sort();
    frontier.forEach(t => seen.add(t));
    found.push(...frontier.map(t => ({ team: t, distance })));
  }
  return found;
}

/**
 * Circles of teams that wait on each other now: the strongly connected parts of
 * who waits on whom that have more than one team.
 *
 * @public
 */
export function queueCycles(items: readonly QueueItem[]): QueueCycle[] {
  const waits = waitsOf(items);
  const reach = new Map(
    [...waits.keys()].map(team => [
      team,
      new Set(waitsOnTransitively(items, team).map(found => found.team)),
    ]),
  );
  const reaches = (a: Party, b: Party) => reach.get(a)?.has(b) ?? false;
  const placed = new Set<Party>();
  const cycles: QueueCycle[] = [];
  for (const team of [...waits.keys()].sort()) {
    const circle = [...waits.keys()].filter(
      other => other === team || (reaches(team, other) && reaches(other, team)),
    );
    if (circle.length > 1 && !placed.has(team)) {
      circle.forEach(t => placed.add(t));
      cycles.push({
        teams: circle.sort(),
        changes: changesWithin(waits, circle),
      });
    }
  }
  return cycles;
}

function changesWithin(waits: Waits, circle: Party[]): number {
  const changes = new Set<string>();
  for (const from of circle) {
    for (const to of circle) {
      waits
        .get(from)
        ?.get(to)
        ?.forEach(change => changes.add(change));
    }
  }
  return changes.size;
}
