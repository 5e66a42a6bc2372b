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
import {
  COMMIT_PARENTS,
  DEPLOYMENT,
  ENVIRONMENTS,
  RELEASE,
} from './rolloutFragments';
import { Page } from './nodes';
import { DeploymentNode, EnvironmentNode, ReleaseNode } from './rolloutNodes';
import { Query } from './Query';

/** What {@link deploymentsPage} brings back. */
export interface DeploymentsPage {
  repository: {
    environments: { nodes: (EnvironmentNode | null)[] } | null;
    deployments: Page<DeploymentNode>;
  } | null;
}

const DEPLOYMENTS_PAGE = `
  query Deployments(
    $owner: String!, $name: String!, $first: Int!, $after: String
  ) {
    repository(owner: $owner, name: $name) {
      ...Environments
      deployments(
        first: $first, after: $after
        orderBy: { field: CREATED_AT, direction: DESC }
      ) {
        pageInfo { hasNextPage endCursor }
        nodes { ...DeploymentFacts }
      }
    }
    ${RATE_LIMIT}
  }
  ${ENVIRONMENTS}
  ${DEPLOYMENT}
  ${COMMIT_PARENTS}
  ${ACTOR}`;

/**
 * A page of a repository's deployments, newest first, with its environments and
 * who guards them.
 */
export function deploymentsPage(page: {
  owner: string;
  name: string;
  first: number;
  after?: string;
}): Query<DeploymentsPage> {
  return { document: DEPLOYMENTS_PAGE, variables: { ...page } };
}

/** What {@link deploymentsById} brings back. */
export interface DeploymentsById {
  repository: Pick<
    NonNullable<DeploymentsPage['repository']>,
    'environments'
  > | null;
  nodes: Found<DeploymentNode>[];
}

/** A node that was asked for by id: absent, or of another type, or it. */
export type Found<T> = T | Record<string, never> | null;

/** Some deployments of a repository, by node id. */
export function deploymentsById(
  repository: { owner: string; name: string },
  ids: string[],
): Query<DeploymentsById> {
  return {
    document: `
      query DeploymentsById($owner: String!, $name: String!, $ids: [ID!]!) {
        repository(owner: $owner, name: $name) { ...Environments }
        nodes(ids: $ids) { ...DeploymentFacts }
        ${RATE_LIMIT}
      }
      ${ENVIRONMENTS}
      ${DEPLOYMENT}
      ${COMMIT_PARENTS}
      ${ACTOR}`,
    variables: { ...repository, ids },
  };
}

/** What {@link releasesPage} brings back. */
export interface ReleasesPage {
  repository: { releases: Page<ReleaseNode> } | null;
}

const RELEASES_PAGE = `
  query Releases($owner: String!, $name: String!, $first: Int!, $after: String) {
    repository(owner: $owner, name: $name) {
      releases(
        first: $first, after: $after
        orderBy: { field: CREATED_AT, direction: DESC }
      ) {
        pageInfo { hasNextPage endCursor }
        nodes { ...ReleaseFacts }
      }
    }
    ${RATE_LIMIT}
  }
  ${RELEASE}
  ${COMMIT_PARENTS}
  ${ACTOR}`;

/** A page of a repository's releases, newest first. */
export function releasesPage(page: {
  owner: string;
  name: string;
  first: number;
  after?: string;
}): Query<ReleasesPage> {
  return { document: RELEASES_PAGE, variables: { ...page } };
}

/** Those of the nodes that were asked for by id that are what was expected. */
export function found<T extends { id: string }>(nodes: Found<T>[]): T[] {
  return nodes.filter((node): node is T => node !== null && 'id' in node);
}
