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
  deploymentsById,
  deploymentsPage,
  found,
  releasesPage,
} from '../queries/deployments';
import {
  DeploymentNode,
  EnvironmentNode,
  ReleaseNode,
} from '../queries/rolloutNodes';
import { nextPage } from '../queries/pullRequests';
import { present } from '../translate/timeline';
import { Reader, ReadPage } from './Reader';

const PAGE = 50;

/** Deployments, with the environments of their repository. */
export interface Deployments extends ReadPage<DeploymentNode> {
  environments: EnvironmentNode[];
}

/** A page of deployments, newest first. */
export async function readDeployments(
  { client, target, signal }: Reader,
  after: string | undefined,
): Promise<Deployments> {
  const { repository } = await client.request(
    target,
    () => deploymentsPage({ ...target, after, first: PAGE }),
    signal,
  );
  return {
    items: present(repository?.deployments),
    environments: present(repository?.environments),
    next: nextPage(repository?.deployments),
  };
}

/** Some deployments, by node id; those that are gone are left out. */
export async function readDeploymentsById(
  { client, target, signal }: Reader,
  ids: string[],
): Promise<Deployments> {
  const { repository, nodes } = await client.request(
    target,
    () => deploymentsById(target, ids),
    signal,
  );
  return {
    items: found(nodes),
    environments: present(repository?.environments),
  };
}

/** A page of releases, newest first. */
export async function readReleases(
  { client, target, signal }: Reader,
  after: string | undefined,
): Promise<ReadPage<ReleaseNode>> {
  const { repository } = await client.request(
    target,
    () => releasesPage({ ...target, after, first: PAGE }),
    signal,
  );
  const releases = repository?.releases;
  return { items: present(releases), next: nextPage(releases) };
}
