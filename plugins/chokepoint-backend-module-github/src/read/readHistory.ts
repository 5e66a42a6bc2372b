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
import { Found } from '../queries/deployments';
import {
  closedPullRequests,
  historiesOf,
  parentsOf,
} from '../queries/histories';
import {
  ClosedNode,
  HistoryCommit,
  HistoryNode,
} from '../queries/rolloutNodes';
import { present } from '../translate/timeline';
import { HistoryWalk, KnownCommit } from './HistoryWalk';
import { Reader } from './Reader';

/** Commits of which the history is asked for at once: twenty points. */
const PLACES = 10;
const BY_ALIAS = 100;

/**
 * The commits that lead to some commits and are not part of what is known: read
 * page by page, from several commits at once, until all their ancestors are known
 * or older than what is known by a month. Where nothing is known, only the
 * commits themselves.
 */
export async function readHistory(
  reader: Reader,
  tips: HistoryCommit[],
  known: KnownCommit[],
): Promise<HistoryCommit[]> {
  const walk = new HistoryWalk(tips, known);
  for (;;) {
    const places = walk.next(PLACES);
    if (places.length === 0) {
      return walk.found();
    }
    const { client, target, signal } = reader;
    const { repository } = await client.request(
      target,
      () => historiesOf(target, places),
      signal,
    );
    places.forEach(({ oid }, index) => {
      const commit = repository?.[`commit${index}`];
      walk.take(oid, isHistory(commit) ? commit.history : undefined);
    });
  }
}

function isHistory(node: Found<HistoryNode> | undefined): node is HistoryNode {
  return node !== null && node !== undefined && 'history' in node;
}

/** The parents of some commits, by oid. */
export async function readParents(
  { client, target, signal }: Reader,
  oids: string[],
): Promise<Map<string, string[]>> {
  const parents = new Map<string, string[]>();
  for (let i = 0; i < oids.length; i += BY_ALIAS) {
    const some = oids.slice(i, i + BY_ALIAS);
    const { repository } = await client.request(
      target,
      () => parentsOf(target, some),
      signal,
    );
    some.forEach((oid, index) => {
      const commit = repository?.[`commit${index}`];
      if (commit && 'parents' in commit) {
        parents.set(
          oid,
          present(commit.parents).map(parent => parent.oid),
        );
      }
    });
  }
  return parents;
}

/** How some pull requests were closed last; those that do not exist are left out. */
export async function readClosed(
  { client, target, signal }: Reader,
  numbers: number[],
): Promise<ClosedNode[]> {
  const closed: ClosedNode[] = [];
  for (let i = 0; i < numbers.length; i += BY_ALIAS) {
    const some = numbers.slice(i, i + BY_ALIAS);
    const { repository } = await client.request(
      target,
      () => closedPullRequests(target, some),
      signal,
    );
    closed.push(...present({ nodes: Object.values(repository ?? {}) }));
  }
  return closed;
}
