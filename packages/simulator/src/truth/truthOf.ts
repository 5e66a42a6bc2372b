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

import type { ChangeState, Instant } from 'chokepoint-flow';
import { Change } from '../world/Change';
import { ChangeTruth } from './ChangeTruth';

const STATES: Record<Change['phase'], ChangeState> = {
  open: 'open',
  closed: 'closed',
  merged: 'merged',
  live: 'inProduction',
};

/** What is written in the books of a change, up to its end or an instant. */
export function truthOf(change: Change, asOf: Instant): ChangeTruth {
  const { draft, chronicle } = change;
  const { milestones } = chronicle;
  const end = change.isOver
    ? milestones.productionAt ?? milestones.closedAt ?? asOf
    : asOf;
  return {
    change: change.key,
    repo: change.repo,
    author: change.author.forgeId,
    owner: change.owner,
    services: draft.services.map(({ name }) => name),
    approvalsNeeded: draft.approvalsNeeded,
    workItems: draft.plan.workItems,
    deployments: change.deployments,
    state: STATES[change.phase],
    isReleasedUnseen: chronicle.isReleasedUnseen,
    milestones,
    segments: change.account(end),
  };
}
