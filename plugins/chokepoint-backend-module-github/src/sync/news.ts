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
import { RepositoryRef } from 'backstage-plugin-chokepoint-node';
import { GithubClient, isHopeless, Target } from '../client/GithubClient';
import {
  NewsNode,
  NewsOfRepositories,
  newsOfRepositories,
} from '../queries/news';
import { present } from '../translate/timeline';
import { FeedName, isComplete, RepositoryCursor } from './cursor';
import { isSettled } from './follow';

/** Repositories whose news one request tells. */
const BATCH = 25;

const ALL: ReadonlySet<FeedName> = new Set<FeedName>([
  'pullRequests',
  'issues',
  'deployments',
  'releases',
]);

/** A repository with what GitHub says of it, where the token may read it. */
export interface RepositoryNews {
  repository: RepositoryRef;
  news?: NewsNode;
}

/** What is new of some repositories: one request for 25 of one owner. */
export async function readNews(
  repositories: RepositoryRef[],
  client: GithubClient,
  signal: AbortSignal,
): Promise<RepositoryNews[]> {
  const read: RepositoryNews[] = [];
  for (const batch of batchesByOwner(repositories)) {
    const news = await newsOf(batch.map(targetOf), client, signal);
    batch.forEach((repository, index) => {
      read.push({ repository, news: news[`repository${index}`] ?? undefined });
    });
  }
  return read;
}

/**
 * Which lists of a repository are worth reading: all of one that has not been
 * read to the end, and of another those that changed since.
 */
export function feedsWithNews(
  news: NewsNode | undefined,
  cursor: RepositoryCursor,
): ReadonlySet<FeedName> {
  return news && isComplete(cursor) ? changedFeeds(news, cursor) : ALL;
}

/** The newest change of a list, RFC 3339; the epoch where it is empty. */
export function newestOf(news: NewsNode, name: FeedName): string {
  const instants = present(news[name]).map(item => Date.parse(item.updatedAt));
  return new Date(Math.max(0, ...instants)).toISOString();
}

/** The news; none where the token may not ask, which reading then says of each. */
async function newsOf(
  targets: Target[],
  client: GithubClient,
  signal: AbortSignal,
): Promise<NewsOfRepositories> {
  try {
    return await client.request(
      targets[0],
      () => newsOfRepositories(targets),
      signal,
    );
  } catch (error) {
    if (isHopeless(error)) {
      return {};
    }
    throw error;
  }
}

/** The lists of one repository in which something changed since they were read. */
function changedFeeds(
  news: NewsNode,
  cursor: RepositoryCursor,
): ReadonlySet<FeedName> {
  const changed = new Set<FeedName>();
  for (const name of ALL) {
    const { since } = cursor[name];
    const isNew =
      since === undefined ||
      Date.parse(newestOf(news, name)) > Date.parse(since);
    if (isNew || !isSettled(cursor[name])) {
      changed.add(name);
    }
  }
  if (cursor.unfinished.length > 0) {
    changed.add('deployments');
  }
  if (cursor.running.length > 0) {
    changed.add('pullRequests');
  }
  return changed;
}

/** Batches in which all repositories have one owner, and so one token. */
function batchesByOwner(repositories: RepositoryRef[]): RepositoryRef[][] {
  const byOwner = new Map<string, RepositoryRef[]>();
  for (const repository of repositories) {
    const { owner } = targetOf(repository);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), repository]);
  }
  return [...byOwner.values()].flatMap(items => {
    const batches: RepositoryRef[][] = [];
    for (let i = 0; i < items.length; i += BATCH) {
      batches.push(items.slice(i, i + BATCH));
    }
    return batches;
  });
}

/** The repository as GitHub's API addresses it. */
export function targetOf({ slug }: RepositoryRef): Target {
  const [owner, name] = slug.split('/');
  return { owner, name };
}
