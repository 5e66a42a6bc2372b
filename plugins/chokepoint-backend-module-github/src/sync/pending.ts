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
import { PullRequestNode } from '../queries/nodes';
import { DeploymentNode } from '../queries/rolloutNodes';
import { present } from '../translate/timeline';

const DAY = 86_400_000;
/** Deployments and checks that never end are given up after this. */
const PATIENCE = 30 * DAY;
const MOST = 100;

/**
 * The numbers of pull requests to look at again, since checks run on them.
 *
 * @param before - those known already
 * @param now - milliseconds since the epoch
 */
export function stillRunning(
  before: readonly number[],
  items: readonly PullRequestNode[],
  now: number,
): number[] {
  const running = items
    .filter(item => isRunning(item, now - PATIENCE))
    .map(item => item.number);
  return [...new Set([...before, ...running])].slice(0, MOST);
}

/**
 * The ids of deployments to look at again, since they have not ended.
 *
 * @param before - those known already
 * @param now - milliseconds since the epoch
 */
export function stillUnfinished(
  before: readonly string[],
  items: readonly DeploymentNode[],
  now: number,
): string[] {
  const unfinished = items
    .filter(isUnfinished)
    .filter(item => Date.parse(item.createdAt) > now - PATIENCE)
    .map(item => item.id);
  return [...new Set([...before, ...unfinished])].slice(0, MOST);
}

/** Whether checks run on a pull request that somebody touched lately. */
function isRunning(pullRequest: PullRequestNode, lately: number): boolean {
  return (
    !pullRequest.closed &&
    Date.parse(pullRequest.updatedAt) > lately &&
    present(pullRequest.commits)
      .flatMap(({ commit }) => present(commit.statusCheckRollup?.contexts))
      .some(check =>
        check.__typename === 'CheckRun'
          ? check.status !== 'COMPLETED'
          : check.state === 'PENDING',
      )
  );
}

/** Whether a deployment may still go on. */
function isUnfinished(deployment: DeploymentNode): boolean {
  const ended = ['SUCCESS', 'FAILURE', 'ERROR', 'INACTIVE'];
  return !(deployment.statuses?.nodes ?? []).some(
    status => status && ended.includes(status.state),
  );
}
