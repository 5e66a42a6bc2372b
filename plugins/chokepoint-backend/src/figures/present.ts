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
  ChangeDetail,
  ChangeSummary,
} from 'backstage-plugin-chokepoint-common';
import {
  ChangeFacts,
  elapsed,
  EXTERNAL,
  Instant,
  isExternal,
  Milestones,
  Party,
} from 'chokepoint-flow';
import { seenHolders, seenParty, TeamOf } from './people';
import { PeopleView } from './Reader';
import { iso } from './window';

/** How a change is to be told. */
export interface Presentation {
  asOf: Instant;
  people: PeopleView;
  teamOf: TeamOf;
  /** Entities the change touches, of those that may be seen. */
  entities: string[];
}

/** One change as the API lists it. */
export function summarise(
  facts: ChangeFacts,
  how: Presentation,
): ChangeSummary {
  return {
    key: facts.change,
    title: facts.title,
    url: facts.url,
    repo: facts.repo,
    state: facts.state,
    ...authorOf(facts, how),
    authorKind: facts.authorKind,
    workType: facts.workType,
    size: facts.size,
    entities: how.entities,
    owner: seenParty(facts.owner, facts.owner, how.people, how.teamOf),
    productionObserved: facts.productionObserved,
    milestones: milestonesOf(facts.milestones),
    figures: figuresOf(facts),
    age: elapsed(facts, facts.start, facts.end ?? how.asOf),
    ...currentOf(facts, how),
  };
}

function authorOf(
  { author }: ChangeFacts,
  { people }: Presentation,
): { author?: Party } {
  if (isExternal(author)) {
    return { author: EXTERNAL };
  }
  return people === 'byName' || !author.startsWith('user:') ? { author } : {};
}

function currentOf(
  { current, owner }: ChangeFacts,
  { people, teamOf }: Presentation,
): Pick<ChangeSummary, 'current'> {
  return current === undefined
    ? {}
    : {
        current: {
          stage: current.stage,
          mode: current.mode,
          since: iso(current.since),
          holders: seenHolders(current.holders, owner, people, teamOf),
          ...(current.reason && { reason: current.reason }),
        },
      };
}

function milestonesOf(milestones: Milestones): ChangeSummary['milestones'] {
  return Object.fromEntries(
    Object.entries(milestones).flatMap(([name, at]: [string, unknown]) =>
      typeof at === 'number' ? [[name, iso(at)]] : [],
    ),
  );
}

function figuresOf(facts: ChangeFacts): ChangeDetail['figures'] {
  return {
    leadTime: facts.leadTime,
    decisionToProduction: facts.decisionToProduction,
    workingTime: facts.working,
    queueTime: facts.waiting,
    timeToFirstReview: facts.timeToFirstReview,
    timeToApproval: facts.timeToApproval,
    timeToFirstResponse: facts.timeToFirstResponse,
    timeToAutomatedResponse: facts.timeToAutomatedResponse,
    soleBlockerTime: facts.soleBlockerTime,
    handoffs: facts.handoffs,
    teamHandoffs: facts.teamHandoffs,
    reviewRounds: facts.reviewVisits.length,
    returns: facts.returns,
    clarificationLoops: facts.clarificationLoops,
  };
}
