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
import { RATE_LIMIT } from './fragments';
import { Query } from './Query';

/** Which repository it is, and when something of it last changed. */
export interface NewsNode {
  /** GitHub's own number of the repository, which outlives its names. */
  databaseId: number | null;
  /** Its name of now, which may not be the one that was asked for. */
  nameWithOwner: string;
  createdAt: string;
  defaultBranchRef: { name: string } | null;
  pullRequests: { nodes: ({ updatedAt: string } | null)[] };
  issues: { nodes: ({ updatedAt: string } | null)[] };
  deployments: { nodes: ({ updatedAt: string } | null)[] };
  releases: { nodes: ({ updatedAt: string } | null)[] };
}

/** What {@link newsOfRepositories} brings back, by alias `repository<index>`. */
export type NewsOfRepositories = Record<string, NewsNode | null>;

const NEWS = `
  fragment News on Repository {
    databaseId nameWithOwner createdAt
    defaultBranchRef { name }
    pullRequests(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { updatedAt }
    }
    issues(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { updatedAt }
    }
    deployments(first: 10, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { updatedAt }
    }
    releases(first: 5, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { updatedAt }
    }
  }`;

/**
 * When each of some repositories last changed: one request tells which of them
 * are worth a look, so that a quiet portal of a hundred repositories costs four
 * requests a run.
 */
export function newsOfRepositories(
  repositories: { owner: string; name: string }[],
): Query<NewsOfRepositories> {
  const variables: Record<string, string> = {};
  const fields = repositories.map(({ owner, name }, index) => {
    variables[`owner${index}`] = owner;
    variables[`name${index}`] = name;
    return `repository${index}: repository(
      owner: $owner${index}, name: $name${index}
    ) { ...News }`;
  });
  const declared = Object.keys(variables).map(name => `$${name}: String!`);
  return {
    document: `
      query NewsOfRepositories(${declared.join(' ')}) {
        ${fields.join('\n')}
        ${RATE_LIMIT}
      }
      ${NEWS}`,
    variables,
  };
}
