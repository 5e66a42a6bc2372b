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

/** A repository of a world, its lists in the order GitHub keeps them. */
export interface WorldRepository {
  /** `acme/shop`. */
  nameWithOwner: string;
  pullRequests?: WorldObject[];
  issues?: WorldObject[];
  deployments?: WorldObject[];
  releases?: WorldObject[];
  environments?: WorldObject[];
  /** Commits that can be asked for by oid. */
  commits?: WorldObject[];
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
    const repository = this.repositories.find(
      item => item.nameWithOwner.toLowerCase() === nameWithOwner.toLowerCase(),
    );
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
      ...repository,
      pullRequest: byNumber(repository.pullRequests),
      issue: byNumber(repository.issues),
      object: ({ oid }: { oid: string }) =>
        repository.commits?.find(commit => commit.oid === oid),
    };
  }

  private node(id: string): WorldObject | undefined {
    for (const { pullRequests, deployments } of this.repositories) {
      const all = [...(pullRequests ?? []), ...(deployments ?? [])];
      const node = all.find(item => item.id === id);
      if (node) {
        return node;
      }
    }
    return undefined;
  }
}

function notFound(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } });
}
