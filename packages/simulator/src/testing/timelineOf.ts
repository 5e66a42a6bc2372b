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

import { buildTimeline, teamOfParty, Timeline } from 'chokepoint-flow';
import { ChangeTruth } from '..';
import { Recording } from './listen';
import { placementIn } from './placementIn';
import { RULES } from './rules';

/** What flow says of a change, from what was recorded up to an instant. */
export function timelineOf(
  truth: ChangeTruth,
  recording: Recording,
  asOf: number,
): Timeline | undefined {
  const { eventsOf, directory, truths } = recording;
  const { placements } = placementIn(recording, truth.repo);
  return buildTimeline(
    eventsOf(truth.change, ...truth.workItems, ...truth.deployments),
    {
      change: truth.change,
      owner: truth.owner,
      partyOf: directory.partyOf,
      isMemberOf: directory.isMemberOf,
      teamOf: party => teamOfParty(party, truth.owner, directory.groupsOf),
      rules: RULES,
      placement: placements.get(truth.change),
      timelineOf: carrier => {
        const other = truths.find(({ change }) => change === carrier);
        return other && timelineOf(other, recording, asOf);
      },
    },
    asOf,
  );
}
