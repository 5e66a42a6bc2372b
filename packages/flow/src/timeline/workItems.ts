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

import { FlowEvent, StatusCategory } from '../events/FlowEvent';

/** What is known of one work item the change serves. */
interface WorkItem {
  assignees: string[];
  category?: StatusCategory;
  waitingOn?: string[];
}

/** The work items whose events were seen, and those that are linked now. */
export interface WorkItems {
  items: Map<string, WorkItem>;
  linked: ReadonlySet<string>;
}

const EARLIER_TO_LATER: Record<StatusCategory, number> = {
  todo: 0,
  doing: 1,
  waiting: 1,
  blocked: 1,
  done: 2,
};

/** Nothing is known but the links. */
export function newWorkItems(linked: ReadonlySet<string>): WorkItems {
  return { items: new Map(), linked };
}

/**
 * Takes in one event of a work item. Returns true when it sent work back: the
 * item moved to an earlier category, or was reopened.
 */
export function moveWorkItem(state: WorkItems, event: FlowEvent): boolean {
  let item = state.items.get(event.subject);
  if (!item) {
    item = { assignees: [] };
    state.items.set(event.subject, item);
  }
  switch (event.type) {
    case 'workItem.assigned':
      item.assignees = event.data.to;
      return false;
    case 'workItem.statusChanged': {
      const before = item.category;
      item.category = event.data.category;
      item.waitingOn = event.data.waitingOn;
      return (
        before !== undefined &&
        EARLIER_TO_LATER[item.category] < EARLIER_TO_LATER[before]
      );
    }
    case 'workItem.done':
      item.category = 'done';
      return false;
    case 'workItem.reopened':
      item.category = 'todo';
      return true;
    default:
      return false;
  }
}

/** Actor ids the linked work items are assigned to. */
export function assignees(state: WorkItems): string[] {
  const ids = new Set<string>();
  for (const key of state.linked) {
    state.items.get(key)?.assignees.forEach(id => ids.add(id));
  }
  return [...ids];
}

/**
 * Whom a waiting status waits on: `waitingOn`, else the assignees; undefined
 * when no linked work item is in a waiting status, empty when it does not say
 * on whom.
 */
export function waitingStatus(state: WorkItems): string[] | undefined {
  let ids: Set<string> | undefined;
  for (const key of state.linked) {
    const item = state.items.get(key);
    if (item?.category === 'waiting') {
      ids ??= new Set();
      const on = item.waitingOn?.length ? item.waitingOn : item.assignees;
      for (const id of on) {
        ids.add(id);
      }
    }
  }
  return ids && [...ids];
}
