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

import { FlowEvent } from '../events/FlowEvent';
import { Instant } from './Segment';

/** Of which item each work item is said to be a part. */
type Parents = ReadonlyMap<string, string>;

/** A decision, and the work item it was made on. */
export interface Decision {
  workItem: string;
  at: Instant;
}

/** The parents of work items after these events. */
function parentsOf(events: readonly FlowEvent[]): Parents {
  const parents = new Map<string, string>();
  for (const event of events) {
    if (
      (event.type === 'workItem.created' ||
        event.type === 'workItem.updated') &&
      event.data?.parent !== undefined
    ) {
      parents.set(event.subject, event.data.parent);
    }
  }
  return parents;
}

/** What a work item is part of, nearest first; a circle ends where it would close. */
function ancestorsOf(workItem: string, parents: Parents): string[] {
  const line = [workItem];
  let parent = parents.get(workItem);
  while (parent !== undefined && !line.includes(parent)) {
    line.push(parent);
    parent = parents.get(parent);
  }
  return line.slice(1);
}

/** The first decision on each work item. */
function firstDecisions(
  events: readonly FlowEvent[],
): ReadonlyMap<string, Instant> {
  const decided = new Map<string, Instant>();
  for (const event of events) {
    if (event.type === 'workItem.decided' && !decided.has(event.subject)) {
      decided.set(event.subject, Date.parse(event.at));
    }
  }
  return decided;
}

/**
 * The decision that counts for a change: of its work items or, where one has
 * none, of its nearest ancestor. Of several a descendant goes before its
 * ancestor, and of unrelated ones the first decision counts.
 *
 * @param events - in order; those that are known
 * @param linked - the work items of the change
 */
export function decisionOf(
  events: readonly FlowEvent[],
  linked: ReadonlySet<string>,
): Decision | undefined {
  if (linked.size === 0) {
    return undefined;
  }
  const parents = parentsOf(events);
  const decided = firstDecisions(events);
  let first: Decision | undefined;
  for (const workItem of withoutAncestors([...linked], parents)) {
    const line = [workItem, ...ancestorsOf(workItem, parents)];
    const nearest = line.find(key => decided.has(key));
    const at = nearest === undefined ? undefined : decided.get(nearest);
    if (
      nearest !== undefined &&
      at !== undefined &&
      at < (first?.at ?? Infinity)
    ) {
      first = { workItem: nearest, at };
    }
  }
  return first;
}

/** The work items that are no ancestor of another one, save in a circle. */
function withoutAncestors(workItems: string[], parents: Parents): string[] {
  const lines = new Map(
    workItems.map(key => [key, ancestorsOf(key, parents)] as const),
  );
  return workItems.filter(
    key =>
      !workItems.some(
        other =>
          lines.get(other)?.includes(key) && !lines.get(key)?.includes(other),
      ),
  );
}
