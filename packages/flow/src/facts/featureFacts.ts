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

import { Duration, Instant } from '../timeline/Segment';
import { ChangeState } from '../timeline/Timeline';
import { elapsed, Pause } from './elapsed';

/**
 * What is to be known of a work item. Times are in order.
 *
 * @public
 */
export interface WorkItemRecord {
  workItem: string;
  /** Key of the work item it is a part of. */
  parent?: string;
  /** Decisions on it, and their withdrawals. */
  decisions: readonly { at: Instant; decided: boolean }[];
  /** When it was done, and reopened. */
  completions: readonly { at: Instant; done: boolean }[];
}

/**
 * What is to be known of a change of work items.
 *
 * @public
 */
export interface FeatureChange {
  change: string;
  workItems: readonly string[];
  state: ChangeState;
  openedAt: Instant;
  productionAt?: Instant;
  /** It carries others, or a rule leaves it out: it is no work of the item. */
  leftOut?: boolean;
}

/**
 * How far a work item has got: decided, and live with the last of its changes.
 *
 * @public
 */
export interface FeatureFacts {
  workItem: string;
  /** Its own decision, else that of its nearest ancestor, else the first of its parts. */
  decidedAt?: Instant;
  /** When the last of its changes reached production; absent until all have. */
  liveAt?: Instant;
  /** Decision → live, without the time for which the decision was withdrawn. */
  featureTime?: Duration;
  /** Keys of its changes that count, by when they were opened. */
  changes: readonly string[];
}

/**
 * The work items that have changes, in whatever repository (`featureTime`,
 * section 2 of the KPIs). An epic has those of its children. It is not live
 * while one of them is not; those closed unmerged do not count, nor do those
 * opened after it was done and live.
 *
 * @public
 */
export function featureFacts(
  workItems: readonly WorkItemRecord[],
  changes: readonly FeatureChange[],
): FeatureFacts[] {
  const items = new Map(workItems.map(item => [item.workItem, item]));
  const byItem = changesByItem(items, changes);
  return [...byItem].flatMap(([workItem, own]) => {
    const counting = countingChanges(items.get(workItem), own);
    if (counting.length === 0) {
      return [];
    }
    const liveAt = liveWith(counting);
    const decision = decisionOn(workItem, items, counting[0].openedAt);
    const { decidedAt, pauses } = decision ?? partDecided(workItem, items);
    return [
      {
        workItem,
        decidedAt,
        liveAt,
        featureTime:
          decidedAt === undefined || liveAt === undefined || liveAt < decidedAt
            ? undefined
            : elapsed({ pauses }, decidedAt, liveAt),
        changes: counting.map(({ change }) => change),
      },
    ];
  });
}

type Items = ReadonlyMap<string, WorkItemRecord>;

/** A work item and those above it; a circle of parents ends where it would close. */
function withAncestors(workItem: string, items: Items): Set<string> {
  const line = new Set<string>();
  let next: string | undefined = workItem;
  while (next !== undefined && !line.has(next)) {
    line.add(next);
    next = items.get(next)?.parent;
  }
  return line;
}

/** The changes of each work item and of all below it, by when they were opened. */
function changesByItem(
  items: Items,
  changes: readonly FeatureChange[],
): Map<string, FeatureChange[]> {
  const found = new Map<string, Set<FeatureChange>>();
  const inOrder = [...changes].sort(
    (a, b) => a.openedAt - b.openedAt || (a.change < b.change ? -1 : 1),
  );
  for (const change of inOrder) {
    if (change.state === 'closed' || change.leftOut) {
      continue;
    }
    for (const linked of change.workItems) {
      for (const workItem of withAncestors(linked, items)) {
        const own = found.get(workItem) ?? new Set<FeatureChange>();
        found.set(workItem, own.add(change));
      }
    }
  }
  return new Map([...found].map(([key, own]) => [key, [...own]]));
}

/** Those opened before the work item was done with all earlier ones live. */
function countingChanges(
  item: WorkItemRecord | undefined,
  changes: readonly FeatureChange[],
): FeatureChange[] {
  const counting: FeatureChange[] = [];
  for (const change of changes) {
    const liveAt = liveWith(counting);
    const isOver =
      liveAt !== undefined &&
      liveAt <= change.openedAt &&
      isDoneAt(item, change.openedAt);
    if (!isOver) {
      counting.push(change);
    }
  }
  return counting;
}

/** When the last of some changes reached production; undefined until all have. */
function liveWith(changes: readonly FeatureChange[]): Instant | undefined {
  let last: Instant | undefined;
  for (const { productionAt } of changes) {
    if (productionAt === undefined) {
      return undefined;
    }
    last = Math.max(last ?? productionAt, productionAt);
  }
  return last;
}

function isDoneAt(item: WorkItemRecord | undefined, at: Instant): boolean {
  const before = item?.completions.filter(c => c.at <= at) ?? [];
  return before[before.length - 1]?.done ?? false;
}

/** A decision, and the stretches for which it was withdrawn. */
interface Decision {
  decidedAt?: Instant;
  pauses: readonly Pause[];
}

/**
 * The decision on a work item, its own or its nearest ancestor's. A withdrawal
 * pauses it until the next decision, and no longer than until work began.
 */
function decisionOn(
  workItem: string,
  items: Items,
  begun: Instant,
): Decision | undefined {
  for (const key of withAncestors(workItem, items)) {
    const decisions = items.get(key)?.decisions ?? [];
    const first = decisions.find(({ decided }) => decided);
    if (first) {
      const after = decisions.filter(({ at }) => at >= first.at);
      return { decidedAt: first.at, pauses: withdrawals(after, begun) };
    }
  }
  return undefined;
}

function withdrawals(
  decisions: WorkItemRecord['decisions'],
  begun: Instant,
): Pause[] {
  const pauses: Pause[] = [];
  let withdrawnAt: Instant | undefined;
  for (const { at, decided } of [...decisions, { at: begun, decided: true }]) {
    if (!decided) {
      withdrawnAt ??= at;
    } else if (withdrawnAt !== undefined) {
      const end = Math.min(at, begun);
      if (withdrawnAt < end) {
        pauses.push({ start: withdrawnAt, end });
      }
      withdrawnAt = undefined;
    }
  }
  return pauses;
}

/** The first decision on any part of a work item that has none itself. */
function partDecided(workItem: string, items: Items): Decision {
  const decided = [...items.values()]
    .filter(item => withAncestors(item.workItem, items).has(workItem))
    .flatMap(({ decisions }) => decisions.find(d => d.decided)?.at ?? []);
  return {
    decidedAt: decided.length > 0 ? Math.min(...decided) : undefined,
    pauses: [],
  };
}
