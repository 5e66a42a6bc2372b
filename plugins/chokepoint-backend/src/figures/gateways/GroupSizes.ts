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

import { Party } from 'chokepoint-flow';
import { Knex } from 'knex';
import { descendants, Membership, Parent } from '../../ownership/Directory';
import { membershipsOf, parentsOf } from '../../ownership/directoryTables';

/** How many people there are in a party. */
export class GroupSizes {
  readonly #memberships: readonly Membership[];
  readonly #parents: readonly Parent[];
  readonly #known = new Map<Party, number | undefined>();

  constructor(memberships: readonly Membership[], parents: readonly Parent[]) {
    this.#memberships = memberships;
    this.#parents = parents;
  }

  /**
   * People in a group or the groups below it; one for a person. Undefined for
   * what is not of people, and for a group whose members the catalog does not
   * know: nobody can be recognised there.
   */
  peopleIn(party: Party): number | undefined {
    if (!this.#known.has(party)) {
      this.#known.set(party, this.#count(party));
    }
    return this.#known.get(party);
  }

  #count(party: Party): number | undefined {
    if (party.startsWith('user:')) {
      return 1;
    }
    if (!party.startsWith('group:')) {
      return undefined;
    }
    const groups = descendants(party, this.#parents);
    const people = new Set(
      this.#memberships.filter(m => groups.has(m.group)).map(m => m.user),
    );
    return people.size || undefined;
  }
}

/** The sizes of all groups, by the catalog. */
export async function loadGroupSizes(knex: Knex): Promise<GroupSizes> {
  return new GroupSizes(await membershipsOf(knex), await parentsOf(knex));
}
