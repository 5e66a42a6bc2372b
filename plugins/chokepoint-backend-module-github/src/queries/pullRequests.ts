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
import {
  ACTOR,
  CODE_OWNERS,
  FILES_PAGE,
  PULL_REQUEST,
  RATE_LIMIT,
  REVIEWS_PAGE,
  TIMELINE_ARGUMENTS,
  TIMELINE_PAGE,
} from './fragments';
import {
  CodeOwnersFiles,
  Page,
  PageInfo,
  PullRequestNode,
  ReviewNode,
  TimelineItem,
} from './nodes';
import { Query } from './Query';

/** In which order pull requests are listed, always newest first. */
export type PullRequestOrder = 'CREATED_AT' | 'UPDATED_AT';

/** What {@link pullRequestsPage} brings back. */
export interface PullRequestsPage {
  repository:
    | (CodeOwnersFiles & {
        pullRequests: Page<PullRequestNode> & { totalCount: number };
      })
    | null;
}

const PULL_REQUESTS_PAGE = `
  query PullRequests(
    $owner: String!, $name: String!
    $order: IssueOrderField!, $first: Int!, $after: String
  ) {
    repository(owner: $owner, name: $name) {
      ...CodeOwners
      pullRequests(
        first: $first, after: $after
        orderBy: { field: $order, direction: DESC }
      ) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PullRequestFacts }
      }
    }
    ${RATE_LIMIT}
  }
  ${CODE_OWNERS}
  ${PULL_REQUEST}`;

/** A page of a repository's pull requests, newest first. */
export function pullRequestsPage(page: {
  owner: string;
  name: string;
  order: PullRequestOrder;
  first: number;
  after?: string;
}): Query<PullRequestsPage> {
  return { document: PULL_REQUESTS_PAGE, variables: { ...page } };
}

/**
 * What {@link pullRequestsByNumber} brings back: the pull requests by alias
 * `pr<number>`.
 */
export interface PullRequestsByNumber {
  repository:
    | (CodeOwnersFiles & Record<`pr${number}`, PullRequestNode | null>)
    | null;
}

/** Some pull requests of a repository. */
export function pullRequestsByNumber(
  repository: { owner: string; name: string },
  numbers: number[],
): Query<PullRequestsByNumber> {
  const fields = numbers.map(
    number =>
      `pr${number}: pullRequest(number: $pr${number}) { ...PullRequestFacts }`,
  );
  return {
    document: `
      query PullRequestsByNumber(
        $owner: String!, $name: String!
        ${numbers.map(number => `$pr${number}: Int!`).join(' ')}
      ) {
        repository(owner: $owner, name: $name) {
          ...CodeOwners
          ${fields.join('\n')}
        }
        ${RATE_LIMIT}
      }
      ${CODE_OWNERS}
      ${PULL_REQUEST}`,
    variables: {
      ...repository,
      ...Object.fromEntries(numbers.map(number => [`pr${number}`, number])),
    },
  };
}

/** The lists of a pull request that can be longer than a page. */
export const LONG_LISTS = ['timelineItems', 'reviews', 'files'] as const;

/** A list of a pull request that can be longer than a page. */
export type LongList = (typeof LONG_LISTS)[number];

/** Where the next pages of one pull request begin. */
export interface Rest {
  id: string;
  after: Partial<Record<LongList, string>>;
}

/** The next pages of one pull request. */
export interface RestNode {
  timelineItems?: Page<TimelineItem>;
  reviews?: Page<ReviewNode>;
  files?: Page<{ path: string }>;
}

/** What {@link restOfPullRequests} brings back, by alias `rest<index>`. */
export type RestOfPullRequests = Record<string, RestNode | null>;

const LIST_FIELDS: Record<LongList, (after: string) => string> = {
  timelineItems: after =>
    `timelineItems(${TIMELINE_ARGUMENTS}, after: ${after}) { ...TimelinePage }`,
  reviews: after => `reviews(first: 100, after: ${after}) { ...ReviewsPage }`,
  files: after => `files(first: 100, after: ${after}) { ...FilesPage }`,
};

const LIST_FRAGMENTS: Record<LongList, string> = {
  timelineItems: TIMELINE_PAGE,
  reviews: REVIEWS_PAGE,
  files: FILES_PAGE,
};

/** The next pages of the lists of several pull requests, in one request. */
export function restOfPullRequests(rests: Rest[]): Query<RestOfPullRequests> {
  const variables: Record<string, string> = {};
  const fields = rests.map((rest, index) => {
    variables[`id${index}`] = rest.id;
    const lists = listsOf(rest).map(list => {
      variables[`${list}${index}`] = rest.after[list] ?? '';
      return LIST_FIELDS[list](`$${list}${index}`);
    });
    return `rest${index}: node(id: $id${index}) {
      ... on PullRequest { ${lists.join('\n')} }
    }`;
  });
  const declared = Object.keys(variables).map(
    name => `$${name}: ${name.startsWith('id') ? 'ID!' : 'String!'}`,
  );
  return {
    document: `
      query RestOfPullRequests(${declared.join(' ')}) {
        ${fields.join('\n')}
        ${RATE_LIMIT}
      }
      ${fragmentsFor(rests)}`,
    variables,
  };
}

function listsOf(rest: Rest): LongList[] {
  return LONG_LISTS.filter(list => rest.after[list] !== undefined);
}

/** The fragments of the lists in use; reviews need `Who`, which comes with timelines. */
function fragmentsFor(rests: Rest[]): string {
  const used = new Set(rests.flatMap(listsOf));
  const fragments = LONG_LISTS.filter(list => used.has(list)).map(
    list => LIST_FRAGMENTS[list],
  );
  return used.has('reviews') && !used.has('timelineItems')
    ? [...fragments, ACTOR].join('\n')
    : fragments.join('\n');
}

/** Whether a page has another behind it, and where that begins. */
export function nextPage(
  page: { pageInfo: PageInfo } | null | undefined,
): string | undefined {
  return page?.pageInfo.hasNextPage
    ? page.pageInfo.endCursor ?? undefined
    : undefined;
}
