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

import { externalParty, isExternal, Party, teamOfParty } from 'chokepoint-flow';
import { hostOf, Identity, identityKeys } from './identities';

/** A person's membership of a group. */
export interface Membership {
  user: string;
  group: string;
}

/** A group in a group, a system in a domain, a domain in a domain. */
export interface Parent {
  child: string;
  parent: string;
}

/** What a directory is made of. */
export interface DirectoryEntries {
  identities: readonly Identity[];
  memberships: readonly Membership[];
  parents: readonly Parent[];
}

/** Who is who, and who is in which team, by the catalog. */
export class Directory {
  readonly #byKey = new Map<string, Identity[]>();
  readonly #groupsOf = new Map<string, string[]>();
  readonly #parentsOf: Map<string, string[]>;

  constructor(entries: DirectoryEntries) {
    for (const identity of entries.identities) {
      const list = this.#byKey.get(identity.key) ?? [];
      this.#byKey.set(identity.key, [...list, identity].sort(byRank));
    }
    for (const { user, group } of entries.memberships) {
      this.#groupsOf.set(user, [...(this.#groupsOf.get(user) ?? []), group]);
    }
    this.#parentsOf = groupBy(entries.parents, p => [p.child, p.parent]);
  }

  /**
   * The user or group of an actor or team id; whoever is in no catalog stays
   * themselves, so that two outsiders are two (section 3 of the model).
   */
  partyOf(actorId: string): Party {
    const host = hostOf(actorId);
    for (const key of identityKeys(actorId)) {
      const match = this.#byKey
        .get(key)
        ?.find(identity => !identity.exceptHosts.includes(host));
      if (match) {
        return match.party;
      }
    }
    return externalParty(actorId);
  }

  /** The groups a person is in directly, by name. */
  memberOf(person: Party): readonly Party[] {
    return this.#groupsOf.get(person) ?? [];
  }

  /** Whether an actor is in a team, directly or in one of the teams below it. */
  isMemberOf(actorId: string, teamId: string): boolean {
    const team = this.partyOf(teamId);
    const groups = this.memberOf(this.partyOf(actorId));
    return !isExternal(team) && ancestors(groups, this.#parentsOf).has(team);
  }

  /** Every group a person is in, with all groups above. */
  allGroupsOf(person: Party): ReadonlySet<Party> {
    return ancestors(this.memberOf(person), this.#parentsOf);
  }

  /** The team a party's waiting is charged to, on a change of an owner. */
  teamOf(party: Party, owner: Party): Party {
    return teamOfParty(party, owner, person => this.memberOf(person));
  }
}

/** Some refs and everything above them, at any depth; survives circles. */
function ancestors(
  refs: Iterable<string>,
  parentsOf: ReadonlyMap<string, string[]>,
): Set<string> {
  const found = new Set<string>(refs);
  for (const ref of found) {
    for (const parent of parentsOf.get(ref) ?? []) {
      found.add(parent);
    }
  }
  return found;
}

/** A ref and everything below it, at any depth; survives circles. */
export function descendants(
  ref: string,
  parents: readonly Parent[],
): Set<string> {
  const childrenOf = groupBy(parents, p => [p.parent, p.child]);
  return ancestors([ref], childrenOf);
}

function groupBy(
  parents: readonly Parent[],
  entryOf: (parent: Parent) => [string, string],
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of parents.map(entryOf)) {
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}

function byRank(a: Identity, b: Identity): number {
  return a.rank - b.rank || (a.party < b.party ? -1 : 1);
}
