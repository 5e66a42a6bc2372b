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
import { NotFoundError } from '@backstage/errors';
import { CodeOwnersFiles, PullRequestNode } from '../queries/nodes';
import {
  LONG_LISTS,
  LongList,
  nextPage,
  PullRequestOrder,
  pullRequestsByNumber,
  pullRequestsPage,
  Rest,
  RestNode,
  restOfPullRequests,
} from '../queries/pullRequests';
import { maybeMerge } from '../translate/commits';
import { itemsOf, present } from '../translate/timeline';
import { PageSize } from './PageSize';
import { readParents } from './readHistory';
import { Reader, ReadPage } from './Reader';

/** As many as fit an answer that GitHub builds in good time. */
const MOST_BY_NUMBER = 20;
const MOST_RESTS = 10;

/** A page of pull requests, each complete, newest first. */
export async function readPullRequests(
  reader: Reader,
  page: { order: PullRequestOrder; after?: string; size: PageSize },
): Promise<ReadPage<PullRequestNode> & { total: number }> {
  const { client, target, signal } = reader;
  const { order, after, size } = page;
  const { repository } = await client.request(
    target,
    failures =>
      pullRequestsPage({
        ...target,
        order,
        after,
        first: size.after(failures),
      }),
    signal,
  );
  size.worked();
  if (!repository) {
    throw new NotFoundError(
      `${target.owner}/${target.name} was not found; is it private, and may the token read it?`,
    );
  }
  const { totalCount: total, ...list } = repository.pullRequests;
  const items = present(list);
  await complete(reader, items, repository);
  return { items, total, next: nextPage(list) };
}

/** Some pull requests, each complete; those that do not exist are left out. */
export async function readPullRequestsByNumber(
  reader: Reader,
  numbers: number[],
): Promise<PullRequestNode[]> {
  const { client, target, signal } = reader;
  const items: PullRequestNode[] = [];
  for (let i = 0; i < numbers.length; i += MOST_BY_NUMBER) {
    const some = numbers.slice(i, i + MOST_BY_NUMBER);
    const { repository } = await client.request(
      target,
      () => pullRequestsByNumber(target, some),
      signal,
    );
    if (repository) {
      const found = present({
        nodes: some.map(number => repository[`pr${number}`] ?? null),
      });
      await complete(reader, found, repository);
      items.push(...found);
    }
  }
  return items;
}

/** Adds to pull requests what does not come with them. */
async function complete(
  reader: Reader,
  pullRequests: PullRequestNode[],
  files: CodeOwnersFiles,
): Promise<void> {
  const codeOwners = [files.owners1, files.owners2, files.owners3]
    .map(file => file?.text ?? undefined)
    .find(text => text !== undefined);
  for (const pullRequest of pullRequests) {
    pullRequest.codeOwners = codeOwners;
  }
  await completeLists(reader, pullRequests);
  await completeMerges(reader, pullRequests);
}

/**
 * Adds the parents of commits that look like merges. To ask for those of every
 * commit would cost five times the points of all the rest.
 */
async function completeMerges(
  reader: Reader,
  pullRequests: PullRequestNode[],
): Promise<void> {
  const merges = pullRequests
    .flatMap(pullRequest => itemsOf(pullRequest, 'PullRequestCommit'))
    .map(item => item.commit)
    .filter(maybeMerge);
  const oids = [...new Set(merges.map(({ oid }) => oid))];
  const parents = await readParents(reader, oids);
  for (const commit of merges) {
    commit.parents = parents.get(commit.oid);
  }
}

/** Adds the pages behind the first of long lists, several pull requests at once. */
async function completeLists(
  { client, target, signal }: Reader,
  pullRequests: PullRequestNode[],
): Promise<void> {
  let open = pullRequests.filter(pullRequest => restOf(pullRequest));
  while (open.length > 0) {
    const some = open.slice(0, MOST_RESTS);
    const answer = await client.request(
      target,
      () => restOfPullRequests(some.flatMap(node => restOf(node) ?? [])),
      signal,
    );
    some.forEach((pullRequest, index) =>
      append(pullRequest, answer[`rest${index}`] ?? {}),
    );
    open = open.filter(pullRequest => restOf(pullRequest));
  }
}

/** Where the missing pages of a pull request begin; undefined when none is. */
function restOf(pullRequest: PullRequestNode): Rest | undefined {
  const after: Partial<Record<LongList, string>> = {};
  for (const list of LONG_LISTS) {
    const next = nextPage(pullRequest[list]);
    if (next !== undefined) {
      after[list] = next;
    }
  }
  return Object.keys(after).length > 0
    ? { id: pullRequest.id, after }
    : undefined;
}

/** Appends pages; a list whose page did not come is taken to end there. */
function append(pullRequest: PullRequestNode, rest: RestNode): void {
  for (const list of LONG_LISTS) {
    const page = rest[list];
    const whole = pullRequest[list];
    if (whole && nextPage(whole) !== undefined) {
      whole.pageInfo = page?.pageInfo ?? {
        hasNextPage: false,
        endCursor: null,
      };
    }
  }
  appendNodes(pullRequest.timelineItems, rest.timelineItems);
  appendNodes(pullRequest.reviews, rest.reviews);
  appendNodes(pullRequest.files, rest.files);
}

function appendNodes<T>(
  whole: { nodes: (T | null)[] } | null,
  page: { nodes: (T | null)[] } | undefined,
): void {
  whole?.nodes.push(...(page?.nodes ?? []));
}
