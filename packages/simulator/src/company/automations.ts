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

import type { ActorKind } from 'chokepoint-flow';
import { Person } from './Company';

/** Somebody who is no human, works around the clock and is in no catalog. */
function automation(
  login: string,
  displayName: string,
  kind: Exclude<ActorKind, 'human'>,
): Person {
  return {
    name: login,
    displayName,
    login,
    party: `external:github.com/apps/${login}`,
    kind,
    forgeId: `github.com/apps/${login}`,
    trackerId: `brindlewick.atlassian.net/${login}`,
    teams: [],
    role: 'developer',
    region: 'germany',
    shift: { start: 0, end: 0 },
    habit: 'prompt',
    seed: 0,
  };
}

/** Opens changes that raise the versions of libraries. */
export const LIBRARY_BOT = automation('shelf-bot', 'Shelf Bot', 'bot');
/** Tells the coverage of the tests. */
export const COVERAGE_BOT = automation('coverage-bot', 'Coverage Bot', 'bot');
/** Deploys, and runs the merge queue. */
export const PIPELINE_BOT = automation('pipeline-bot', 'Pipeline Bot', 'bot');
/** Writes changes on its own. */
export const CODING_AGENT = automation('bramble-agent', 'Bramble', 'agent');
/** Reviews changes. */
export const REVIEW_AGENT = automation('second-look', 'Second Look', 'agent');

/** All of them. */
export const AUTOMATIONS: readonly Person[] = [
  LIBRARY_BOT,
  COVERAGE_BOT,
  PIPELINE_BOT,
  CODING_AGENT,
  REVIEW_AGENT,
];
