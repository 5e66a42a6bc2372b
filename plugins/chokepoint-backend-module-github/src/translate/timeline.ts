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
import { ItemOf, PullRequestNode, TimelineItem } from '../queries/nodes';

/** The items of some kinds in a pull request's timeline, as GitHub orders them. */
export function itemsOf<K extends TimelineItem['__typename']>(
  pullRequest: PullRequestNode,
  ...kinds: K[]
): ItemOf<K>[] {
  const wanted: ReadonlySet<string> = new Set(kinds);
  const isWanted = (item: TimelineItem | null): item is ItemOf<K> =>
    item !== null && wanted.has(item.__typename);
  return pullRequest.timelineItems.nodes.filter(isWanted);
}

/** The same, in the order in which they happened. */
export function eventsOf<
  K extends Exclude<
    TimelineItem['__typename'],
    'PullRequestCommit' | 'PullRequestReview'
  >,
>(pullRequest: PullRequestNode, ...kinds: K[]): ItemOf<K>[] {
  return itemsOf(pullRequest, ...kinds).sort(byDate);
}

/** The order of what happened; ties keep GitHub's order. */
export function byDate(
  a: { createdAt: string },
  b: { createdAt: string },
): number {
  return Date.parse(a.createdAt) - Date.parse(b.createdAt);
}

/** What a list holds, without the holes where the token may not look. */
export function present<T>(
  list: { nodes: (T | null)[] } | null | undefined,
): T[] {
  const nodes: T[] = [];
  for (const node of list?.nodes ?? []) {
    if (node !== null) {
      nodes.push(node);
    }
  }
  return nodes;
}
