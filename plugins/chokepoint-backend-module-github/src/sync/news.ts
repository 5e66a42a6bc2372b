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
import { lookFrom } from './follow';

/** Repositories whose news one request tells. */
const BATCH = 25;

const ALL: ReadonlySet<FeedName> = new Set<FeedName>([
  'pullRequests',
  'issues',
  'deployments',
  'releases',
]);

/** A repository and how far it has been read. */
export interface ReadRepository {
  repository: RepositoryRef;
  cursor: RepositoryCursor;
}

/** A repository and the lists of it that are worth reading. */
export interface RepositoryWork extends ReadRepository {
  feeds: ReadonlySet<FeedName>;
}

/**
 * Which lists of which repositories are worth reading: all of those that have
 * not been read to the end, and of the others those that changed since.
 */
export async function feedsWithNews(
  read: ReadRepository[],
  client: GithubClient,
  signal: AbortSignal,
): Promise<RepositoryWork[]> {
  const complete = read.filter(({ cursor }) => isComplete(cursor));
  const feeds = new Map<string, ReadonlySet<FeedName>>();
  for (const batch of batchesByOwner(complete)) {
    const targets = batch.map(({ repository }) => targetOf(repository));
    const news = await newsOf(targets, client, signal);
    batch.forEach(({ repository, cursor }, index) => {
      const node = news[`repository${index}`];
      feeds.set(repository.key, node ? changedFeeds(node, cursor) : ALL);
    });
  }
  return read
    .map(item => ({ ...item, feeds: feeds.get(item.repository.key) ?? ALL }))
    .filter(item => item.feeds.size > 0);
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
    const from = since === undefined ? -Infinity : lookFrom(since);
    if (present(news[name]).some(item => Date.parse(item.updatedAt) >= from)) {
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
function batchesByOwner(read: ReadRepository[]): ReadRepository[][] {
  const byOwner = new Map<string, ReadRepository[]>();
  for (const item of read) {
    const { owner } = targetOf(item.repository);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), item]);
  }
  return [...byOwner.values()].flatMap(items => {
    const batches: ReadRepository[][] = [];
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
