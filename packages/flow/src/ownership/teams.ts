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

import { EXTERNAL, isExternal, Party } from '../timeline/Segment';

/**
 * The team a person acts for on a change: the team that owns the entity when
 * the person is in it, else the only team, else the first by name. Undefined
 * for a person without a team.
 *
 * @param memberOf - refs of the person's groups
 * @public
 */
export function teamOfPerson(
  memberOf: readonly Party[],
  owner: Party | undefined,
): Party | undefined {
  if (owner !== undefined && memberOf.includes(owner)) {
    return owner;
  }
  return [...memberOf].sort()[0];
}

/**
 * The team that a party's waiting is charged to: a group is itself, a person
 * the team the person acts for, a gate the team that owns the entity it guards.
 * Outsiders are one team, `external`. Any other party without a team
 * (`unassigned`, a gate of an unowned entity) is itself.
 *
 * @param owner - the team that owns the change's entity
 * @param memberOf - refs of a person's groups
 * @public
 */
export function teamOfParty(
  party: Party,
  owner: Party | undefined,
  memberOf: (person: Party) => readonly Party[],
): Party {
  if (party.startsWith('user:')) {
    return teamOfPerson(memberOf(party), owner) ?? party;
  }
  if (isExternal(party)) {
    return EXTERNAL;
  }
  return party.startsWith('gate:') ? owner ?? party : party;
}
