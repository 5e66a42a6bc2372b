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
import { Block, Speaker } from './blocks';
import { Instant } from './Segment';

/** What is known of one work item the change serves. */
interface WorkItem {
  assignees: string[];
  category?: StatusCategory;
  waitingOn?: string[];
  /** Its waiting status counts: entered while no change of it was under way. */
  isWaiting: boolean;
  /** Who moved it to a status that blocks it. */
  blockedBy: Speaker;
  decidedAt?: Instant;
  /** Its decision was taken back, and it was not decided again. */
  isWithdrawn: boolean;
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

function itemOf(state: WorkItems, key: string): WorkItem {
  let item = state.items.get(key);
  if (!item) {
    item = {
      assignees: [],
      isWaiting: false,
      blockedBy: { kind: 'nobody' },
      isWithdrawn: false,
    };
    state.items.set(key, item);
  }
  return item;
}

/**
 * Takes in one event of a work item. Returns true when it sent work back: the
 * item moved to an earlier category, or was reopened.
 *
 * @param speaker - who did it, as far as that tells who holds what it blocks
 */
export function moveWorkItem(
  state: WorkItems,
  event: FlowEvent,
  at: Instant,
  speaker: Speaker,
): boolean {
  const item = itemOf(state, event.subject);
  switch (event.type) {
    case 'workItem.assigned':
      item.assignees = event.data.to;
      return false;
    case 'workItem.decided':
      item.decidedAt = at;
      item.isWithdrawn = false;
      return false;
    case 'workItem.undecided':
      withdraw(item, at);
      return false;
    case 'workItem.statusChanged':
      return changeStatus(item, event.data, at, speaker);
    case 'workItem.done':
      item.category = 'done';
      item.isWaiting = false;
      return false;
    case 'workItem.reopened':
      return reopen(item);
    default:
      return false;
  }
}

function changeStatus(
  item: WorkItem,
  { category, waitingOn }: { category: StatusCategory; waitingOn?: string[] },
  at: Instant,
  speaker: Speaker,
): boolean {
  const before = item.category;
  item.category = category;
  item.waitingOn = waitingOn;
  item.isWaiting = category === 'waiting';
  item.blockedBy = speaker;
  if (category === 'todo') {
    withdraw(item, at);
  }
  return (
    before !== undefined &&
    EARLIER_TO_LATER[category] < EARLIER_TO_LATER[before]
  );
}

/** A reopening is a return, unless the move to an earlier status was one already. */
function reopen(item: WorkItem): boolean {
  const isReturn = item.category === undefined || item.category === 'done';
  item.category = isReturn ? 'todo' : item.category;
  item.isWaiting &&= !isReturn;
  return isReturn;
}

/** A decision made at the same instant stands. */
function withdraw(item: WorkItem, at: Instant): void {
  if (item.decidedAt !== undefined && at > item.decidedAt) {
    item.isWithdrawn = true;
  }
}

/** Whether the decision on a work item was withdrawn, and not made again since. */
export function isWithdrawn(
  state: WorkItems,
  workItem: string | undefined,
): boolean {
  return (
    workItem !== undefined && (state.items.get(workItem)?.isWithdrawn ?? false)
  );
}

function linkedItems({ items, linked }: WorkItems): WorkItem[] {
  return [...linked].flatMap(key => items.get(key) ?? []);
}

/** Actor ids the linked work items are assigned to. */
export function assignees(state: WorkItems): string[] {
  return [...new Set(linkedItems(state).flatMap(item => item.assignees))];
}

/**
 * A tracker's status never overrides an open change: a waiting status of an
 * item whose change is open and out of draft says nothing, until it is entered
 * anew when no change of it is.
 */
export function overrideStatus(state: WorkItems): void {
  for (const item of linkedItems(state)) {
    item.isWaiting = false;
  }
}

/**
 * Whom a waiting status waits on: `waitingOn`, else the assignees; undefined
 * when no linked work item is in a waiting status, empty when it does not say
 * on whom.
 */
export function waitingStatus(state: WorkItems): string[] | undefined {
  const waiting = linkedItems(state).filter(item => item.isWaiting);
  return waiting.length === 0
    ? undefined
    : [
        ...new Set(
          waiting.flatMap(({ waitingOn, assignees: carriers }) =>
            waitingOn?.length ? waitingOn : carriers,
          ),
        ),
      ];
}

/** What the linked work items in a blocked status say of who can end it. */
export function blockedItems(state: WorkItems): Block[] {
  return linkedItems(state)
    .filter(item => item.category === 'blocked')
    .map(item => ({ by: item.waitingOn ?? [], saidBy: item.blockedBy }));
}
