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

import { DeploymentDescription } from '../events/FlowEvent';
import { Instant } from './Segment';

/**
 * A merge, as far as linking deployments to changes needs it.
 *
 * @public
 */
export interface Merge {
  /** Key of the change. */
  change: string;
  repo: string;
  baseBranch?: string;
  /** The merge commit the source reports: of a squash, a rebase or a merge. */
  sha: string;
  at: Instant;
}

/**
 * Whether a deployment contains a merged change: the source lists it; or the
 * commit rolled out is its merge commit; or it is the merge commit of a change
 * of the same repository and base branch that was merged at the same time or
 * later, and before the deployment was asked for.
 *
 * @param describedAt - when the deployment's description was reported
 * @param deployed - the merge whose commit is rolled out, if there is one
 * @public
 */
export function containsChange(
  deployment: Pick<DeploymentDescription, 'repo' | 'sha' | 'changes'>,
  describedAt: Instant,
  merge: Merge,
  deployed: Merge | undefined,
): boolean {
  if (deployment.changes?.includes(merge.change)) {
    return true;
  }
  if (deployment.repo !== merge.repo) {
    return false;
  }
  return (
    deployment.sha === merge.sha ||
    (deployed !== undefined &&
      deployed.repo === merge.repo &&
      deployed.sha === deployment.sha &&
      deployed.baseBranch === merge.baseBranch &&
      deployed.at >= merge.at &&
      deployed.at <= describedAt)
  );
}
