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

/** Whether checks run on a pull request that somebody touched lately. */
export function isRunning(
  pullRequest: PullRequestNode,
  lately: number,
): boolean {
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
export function isUnfinished(deployment: DeploymentNode): boolean {
  const ended = ['SUCCESS', 'FAILURE', 'ERROR', 'INACTIVE'];
  return !(deployment.statuses?.nodes ?? []).some(
    status => status && ended.includes(status.state),
  );
}
