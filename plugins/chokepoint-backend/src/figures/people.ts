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

import { EXTERNAL, Holder, isExternal, Party } from 'chokepoint-flow';
import { PeopleView } from './Reader';

/** Tells the team a party acts for, on a change of an owner. */
export type TeamOf = (party: Party, owner: Party) => Party;

/**
 * A party as somebody may see it: without the permission to see people, a
 * person is the team the person acts for, and `external` without a team.
 */
export function seenParty(
  party: Party,
  owner: Party,
  people: PeopleView,
  teamOf: TeamOf,
): Party {
  if (isExternal(party)) {
    return EXTERNAL;
  }
  if (people === 'byName' || !party.startsWith('user:')) {
    return party;
  }
  const team = teamOf(party, owner);
  return team.startsWith('user:') ? EXTERNAL : team;
}

/** Holders as somebody may see them; the shares of one party are added. */
export function seenHolders(
  holders: readonly Holder[],
  owner: Party,
  people: PeopleView,
  teamOf: TeamOf,
): Holder[] {
  const shares = new Map<Party, number>();
  for (const { party, share } of holders) {
    const seen = seenParty(party, owner, people, teamOf);
    shares.set(seen, (shares.get(seen) ?? 0) + share);
  }
  return [...shares].map(([party, share]) => ({ party, share }));
}
