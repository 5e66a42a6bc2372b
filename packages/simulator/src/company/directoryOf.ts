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

import type { Party } from 'chokepoint-flow';
import { Company, isOutsider } from './Company';

/**
 * Who is who: what a catalog would answer about the people of the company.
 *
 * @public
 */
export interface Directory {
  /** The party of an actor or team id; one of its own outside the catalog. */
  partyOf(actorId: string): Party;
  /** Whether somebody of the catalog belongs to a team. */
  isMemberOf(actorId: string, teamId: string): boolean;
  /** The groups of a person, by the person's party. */
  groupsOf(person: Party): readonly Party[];
}

/**
 * The directory of a company.
 *
 * @public
 */
export function directoryOf(company: Company): Directory {
  const parties = new Map<string, Party>();
  const groups = new Map<Party, Party[]>();
  const members = new Map<string, Set<string>>();
  for (const { forgeId, trackerId, party, teams } of company.people) {
    parties.set(forgeId, party).set(trackerId, party);
    groups.set(
      party,
      teams.map(team => `group:default/${team}`),
    );
  }
  for (const group of company.groups) {
    parties.set(group.forgeId, group.party);
    members.set(
      group.forgeId,
      new Set(
        group.members
          .filter(member => !isOutsider(member))
          .map(member => member.forgeId),
      ),
    );
  }
  return {
    partyOf: actorId => parties.get(actorId) ?? `external:${actorId}`,
    isMemberOf: (actorId, teamId) => members.get(teamId)?.has(actorId) ?? false,
    groupsOf: person => groups.get(person) ?? [],
  };
}
