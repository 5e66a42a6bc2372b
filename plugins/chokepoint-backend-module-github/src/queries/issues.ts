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
import { ACTOR, ASSIGNEE_LOGIN, ISSUE, RATE_LIMIT } from './fragments';
import { ListedIssueNode, Page } from './nodes';
import { Query } from './Query';

const LISTED_ISSUE = `
  fragment ListedIssue on Issue {
    ...IssueFacts
    closedByPullRequestsReferences(first: 1, includeClosedPrs: true) {
      totalCount
    }
  }
  ${ISSUE}
  ${ASSIGNEE_LOGIN}
  ${ACTOR}`;

/** What {@link issuesPage} brings back. */
export interface IssuesPage {
  repository: { issues: Page<ListedIssueNode> } | null;
}

const ISSUES_PAGE = `
  query Issues(
    $owner: String!, $name: String!
    $since: DateTime!, $first: Int!, $after: String
  ) {
    repository(owner: $owner, name: $name) {
      issues(
        first: $first, after: $after, filterBy: { since: $since }
        orderBy: { field: UPDATED_AT, direction: DESC }
      ) {
        pageInfo { hasNextPage endCursor }
        nodes { ...ListedIssue }
      }
    }
    ${RATE_LIMIT}
  }
  ${LISTED_ISSUE}`;

/** A page of the issues that changed since an instant. */
export function issuesPage(page: {
  owner: string;
  name: string;
  since: string;
  first: number;
  after?: string;
}): Query<IssuesPage> {
  return { document: ISSUES_PAGE, variables: { ...page } };
}

/** What {@link issuesByNumber} brings back, by alias `issue<number>`. */
export interface IssuesByNumber {
  repository: Record<string, ListedIssueNode | null> | null;
}

/** Some issues of a repository. */
export function issuesByNumber(
  repository: { owner: string; name: string },
  numbers: number[],
): Query<IssuesByNumber> {
  const fields = numbers.map(
    number =>
      `issue${number}: issue(number: $issue${number}) { ...ListedIssue }`,
  );
  return {
    document: `
      query IssuesByNumber(
        $owner: String!, $name: String!
        ${numbers.map(number => `$issue${number}: Int!`).join(' ')}
      ) {
        repository(owner: $owner, name: $name) { ${fields.join('\n')} }
        ${RATE_LIMIT}
      }
      ${LISTED_ISSUE}`,
    variables: {
      ...repository,
      ...Object.fromEntries(numbers.map(number => [`issue${number}`, number])),
    },
  };
}
