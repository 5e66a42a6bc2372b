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
import { GraphQLError } from 'graphql';
import { WorldObject } from './connections';
import { WorldCommit, WorldCommits } from './worldCommits';

/** A repository of a world, its lists in the order GitHub keeps them. */
export interface WorldRepository {
  /** `acme/shop`. */
  nameWithOwner: string;
  /** Names that lead to it still, as GitHub redirects those of renamed repositories. */
  formerNames?: string[];
  databaseId?: number;
  /** `main` when absent. */
  defaultBranch?: string;
  pullRequests?: WorldObject[];
  issues?: WorldObject[];
  deployments?: WorldObject[];
  releases?: WorldObject[];
  environments?: WorldObject[];
  commits?: WorldCommit[];
  /** Texts of files on the default branch, by path. */
  texts?: Record<string, string>;
}

/** What a {@link GithubServer} tells of. */
export class GithubWorld {
  constructor(public repositories: WorldRepository[]) {}

  /** The fields of GraphQL's `Query` that this world answers. */
  root(): WorldObject {
    return {
      repository: ({ owner, name }: { owner: string; name: string }) =>
        this.repository(`${owner}/${name}`),
      node: ({ id }: { id: string }) => this.node(id),
      nodes: ({ ids }: { ids: string[] }) => ids.map(id => this.node(id)),
    };
  }

  private repository(nameWithOwner: string): WorldObject {
    const called = (name: string) =>
      name.toLowerCase() === nameWithOwner.toLowerCase();
    const repository =
      this.repositories.find(item => called(item.nameWithOwner)) ??
      this.repositories.find(item => item.formerNames?.some(called));
    if (!repository) {
      throw notFound(`Could not resolve to a Repository '${nameWithOwner}'.`);
    }
    const byNumber =
      (list: WorldObject[] | undefined) =>
      ({ number }: { number: number }) => {
        const item = list?.find(candidate => candidate.number === number);
        if (!item) {
          throw notFound(`Could not resolve to number ${number}.`);
        }
        return item;
      };
    return {
      createdAt: '2020-01-01T00:00:00Z',
      ...repository,
      ...rollouts(repository),
      defaultBranchRef: { name: repository.defaultBranch ?? 'main' },
      pullRequest: byNumber(repository.pullRequests),
      issue: byNumber(repository.issues),
      object: ({ oid, expression }: { oid?: string; expression?: string }) =>
        oid === undefined
          ? blob(repository, expression ?? '')
          : commitsOf(repository).commit(oid),
    };
  }

  private node(id: string): WorldObject | undefined {
    for (const repository of this.repositories) {
      const { pullRequests = [] } = repository;
      const all = [...pullRequests, ...rollouts(repository).deployments];
      const node = all.find(item => item.id === id);
      if (node) {
        return node;
      }
    }
    return undefined;
  }
}

function commitsOf({ commits = [], pullRequests = [] }: WorldRepository) {
  return new WorldCommits(commits, pullRequests);
}

/** Deployments and releases with the commits that they name. */
function rollouts(repository: WorldRepository) {
  const commits = commitsOf(repository);
  const { deployments = [], releases = [] } = repository;
  return {
    deployments: deployments.map(
      (item): WorldObject => ({
        commit: () => commits.commit(String(item.commitOid)),
        ...item,
      }),
    ),
    releases: releases.map(({ tagCommit, ...item }): WorldObject => {
      const oid =
        typeof tagCommit === 'object' && tagCommit
          ? Reflect.get(tagCommit, 'oid')
          : undefined;
      return { ...item, tagCommit: oid && commits.commit(String(oid)) };
    }),
  };
}

/** A file by git's `HEAD:<path>`. */
function blob({ texts = {} }: WorldRepository, expression: string) {
  const text = texts[expression.replace(/^HEAD:/, '')];
  return text === undefined ? undefined : { __typename: 'Blob', text };
}

function notFound(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } });
}
