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
import { WorldRepository } from './GithubWorld';
import {
  RECORDED_REPOSITORY,
  RecordedItem,
  RecordedPull,
} from './recordedPulls';

/** The recorded repository as GitHub would tell of it. */
export function recordedRepository(pulls: RecordedPull[]): WorldRepository {
  return {
    nameWithOwner: RECORDED_REPOSITORY,
    pullRequests: pulls.map(worldPull),
  };
}

/** When an item of a recorded timeline happened, as GitHub wrote it. */
export function dateOf(item: RecordedItem): string {
  return item.createdAt ?? item.submittedAt ?? item.commit?.committedDate ?? '';
}

/**
 * A recorded pull request with what GraphQL demands beside what was recorded:
 * names of files by their number, titles by theirs, the dates of commits that
 * force-pushes brought, and the reviews that inline replies make.
 */
function worldPull(pull: RecordedPull): WorldObject {
  const items = pull.timelineItems.nodes;
  const commits = items.flatMap(item =>
    item.__typename === 'PullRequestCommit' ? item.commit ?? [] : [],
  );
  const dates = [pull.createdAt, pull.closedAt ?? '', ...items.map(dateOf)];
  return {
    ...pull,
    closed: pull.state !== 'OPEN',
    updatedAt: dates.sort().at(-1),
    headRefOid: commits.at(-1)?.oid ?? '0'.repeat(40),
    labels: pull.labels.nodes,
    files: Array.from({ length: pull.changedFiles }, (_, index) => ({
      path: `src/qt/file${index}.cpp`,
    })),
    reviews: [...items.filter(isReview), ...replies(pull)],
    timelineItems: worldItems(pull, commits),
    commits: commits.map(commit => ({ commit })),
  };
}

function isReview(item: RecordedItem): boolean {
  return item.__typename === 'PullRequestReview';
}

/** Reviews that consist of replies: GitHub lists them, but not in timelines. */
function replies(pull: RecordedPull): WorldObject[] {
  const shown = new Set(pull.timelineItems.nodes.map(item => item.id));
  const reviews = new Map<string, WorldObject>();
  for (const comment of pull.reviewThreadComments) {
    if (!shown.has(comment.reviewId) && !reviews.has(comment.reviewId)) {
      reviews.set(comment.reviewId, {
        __typename: 'PullRequestReview',
        id: comment.reviewId,
        state: 'COMMENTED',
        submittedAt: comment.createdAt,
        author: comment.author,
      });
    }
  }
  return [...reviews.values()];
}

function worldItems(
  pull: RecordedPull,
  commits: { oid: string }[],
): WorldObject[] {
  const items = withHeads(pull.timelineItems.nodes, commits);
  const renames = items.filter(item => item.__typename === 'RenamedTitleEvent');
  const authors = new Map(items.map(item => [item.id, item.author]));
  return items.map(item => {
    switch (item.__typename) {
      case 'RenamedTitleEvent': {
        const index = renames.indexOf(item);
        const last = index === renames.length - 1;
        return {
          ...item,
          previousTitle: `title ${index}`,
          currentTitle: last ? pull.title : `title ${index + 1}`,
        };
      }
      case 'ReviewDismissedEvent': {
        const author = authors.get(item.review?.id ?? '');
        return { ...item, review: { ...item.review, author } };
      }
      case 'ConnectedEvent':
        return {
          ...item,
          source: { __typename: 'PullRequest' },
          subject: { __typename: 'PullRequest' },
        };
      default:
        return item;
    }
  });
}

/** Force-pushes with the dates of the commits they brought, and the heads before. */
function withHeads(
  items: RecordedItem[],
  commits: { oid: string }[],
): RecordedItem[] {
  let head: WorldObject | null = null;
  return items.map(item => {
    if (item.__typename !== 'HeadRefForcePushedEvent' || !item.afterCommit) {
      return item;
    }
    const { oid } = item.afterCommit;
    const beforeCommit = head;
    const afterCommit = commits.find(commit => commit.oid === oid) ?? {
      oid,
      authoredDate: item.createdAt,
      committedDate: item.createdAt,
    };
    head = { ...afterCommit };
    return { ...item, beforeCommit, afterCommit };
  });
}
