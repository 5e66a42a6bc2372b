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
import { WorldObject } from './connections';

/** A commit of a world, by the fields that git keeps. */
export interface WorldCommit {
  oid: string;
  /** As GitHub writes it. */
  committedDate: string;
  /** Oids. */
  parents?: string[];
  messageHeadline?: string;
}

/** The commits of a repository, as GraphQL tells of them. */
export class WorldCommits {
  private readonly byOid: Map<string, WorldCommit>;
  private readonly histories = new Map<string, WorldObject[]>();

  constructor(
    commits: WorldCommit[],
    private readonly pullRequests: WorldObject[],
  ) {
    this.byOid = new Map(commits.map(commit => [commit.oid, commit]));
  }

  /** A commit with its parents, its history and the pull requests that brought it. */
  commit(oid: string): WorldObject | undefined {
    const commit = this.byOid.get(oid);
    return (
      commit && {
        __typename: 'Commit',
        messageHeadline: '',
        ...commit,
        parents: (commit.parents ?? []).map(parent => ({ oid: parent })),
        associatedPullRequests: () => this.broughtBy(oid),
        history: () => this.history(oid),
      }
    );
  }

  /** Only merged pull requests are linked to what is on the default branch. */
  private broughtBy(oid: string): WorldObject[] {
    return this.pullRequests.filter(
      ({ mergedAt, mergeCommit }) =>
        mergedAt &&
        typeof mergeCommit === 'object' &&
        mergeCommit !== null &&
        Reflect.get(mergeCommit, 'oid') === oid,
    );
  }

  /** Whatever leads to a commit, newest first, as `git log` lists it. */
  private history(oid: string): WorldObject[] {
    const known = this.histories.get(oid);
    if (known) {
      return known;
    }
    const reached = new Set([oid]);
    for (const next of reached) {
      for (const parent of this.byOid.get(next)?.parents ?? []) {
        reached.add(parent);
      }
    }
    const history = [...reached]
      .flatMap((item): WorldObject[] => {
        const commit = this.commit(item);
        return commit ? [commit] : [];
      })
      .sort((a, b) =>
        String(a.committedDate) < String(b.committedDate) ? 1 : -1,
      );
    this.histories.set(oid, history);
    return history;
  }
}
