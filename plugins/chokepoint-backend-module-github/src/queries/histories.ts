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
import { ACTOR, RATE_LIMIT } from './fragments';
import { COMMIT_PARENTS } from './rolloutFragments';
import { ClosedNode, HistoryNode } from './rolloutNodes';
import { Found } from './deployments';
import { Query } from './Query';

/** Where in the history of a commit the next page begins. */
export interface HistoryPlace {
  oid: string;
  /** Absent at the commit itself. */
  after?: string;
}

/** What {@link historiesOf} brings back, by alias `commit<index>`. */
export interface Histories {
  repository: Record<string, Found<HistoryNode>> | null;
}

/** A hundred of the commits that lead to each of some commits. */
export function historiesOf(
  repository: { owner: string; name: string },
  places: HistoryPlace[],
): Query<Histories> {
  const variables: Record<string, string> = { ...repository };
  const declared: string[] = [];
  const fields = places.map(({ oid, after }, index) => {
    variables[`oid${index}`] = oid;
    declared.push(`$oid${index}: GitObjectID!`);
    let from = '';
    if (after !== undefined) {
      variables[`after${index}`] = after;
      declared.push(`$after${index}: String!`);
      from = `, after: $after${index}`;
    }
    return `commit${index}: object(oid: $oid${index}) {
      ... on Commit {
        history(first: 100${from}) { ...HistoryPage }
      }
    }`;
  });
  return {
    document: `
      query Histories($owner: String!, $name: String!, ${declared.join(' ')}) {
        repository(owner: $owner, name: $name) { ${fields.join('\n')} }
        ${RATE_LIMIT}
      }
      fragment HistoryPage on CommitHistoryConnection {
        pageInfo { hasNextPage endCursor }
        nodes { ...CommitParents }
      }
      ${COMMIT_PARENTS}`,
    variables,
  };
}

/** What {@link parentsOf} brings back, by alias `commit<index>`. */
export interface Parents {
  repository: Record<
    string,
    Found<{ parents: { nodes: ({ oid: string } | null)[] } }>
  > | null;
}

/** The parents of some commits. */
export function parentsOf(
  repository: { owner: string; name: string },
  oids: string[],
): Query<Parents> {
  const variables: Record<string, string> = { ...repository };
  const fields = oids.map((oid, index) => {
    variables[`oid${index}`] = oid;
    return `commit${index}: object(oid: $oid${index}) {
      ... on Commit { parents(first: 3) { nodes { oid } } }
    }`;
  });
  const declared = oids.map((_, index) => `$oid${index}: GitObjectID!`);
  return {
    document: `
      query Parents($owner: String!, $name: String!, ${declared.join(' ')}) {
        repository(owner: $owner, name: $name) { ${fields.join('\n')} }
        ${RATE_LIMIT}
      }`,
    variables,
  };
}

/** What {@link closedPullRequests} brings back, by alias `pr<number>`. */
export interface ClosedPullRequests {
  repository: Record<string, ClosedNode | null> | null;
}

/** How some pull requests were closed last. */
export function closedPullRequests(
  repository: { owner: string; name: string },
  numbers: number[],
): Query<ClosedPullRequests> {
  const fields = numbers.map(
    number => `pr${number}: pullRequest(number: $pr${number}) { ...Closed }`,
  );
  return {
    document: `
      query ClosedPullRequests(
        $owner: String!, $name: String!
        ${numbers.map(number => `$pr${number}: Int!`).join(' ')}
      ) {
        repository(owner: $owner, name: $name) { ${fields.join('\n')} }
        ${RATE_LIMIT}
      }
      fragment Closed on PullRequest {
        id number state
        timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {
          nodes { ... on ClosedEvent { id createdAt actor { ...Who } } }
        }
      }
      ${ACTOR}`,
    variables: {
      ...repository,
      ...Object.fromEntries(numbers.map(number => [`pr${number}`, number])),
    },
  };
}
