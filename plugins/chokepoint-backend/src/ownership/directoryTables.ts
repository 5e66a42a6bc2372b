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

import { Knex } from 'knex';
import { insertAll, oneOf } from '../database';
import { DirectoryEntries, Membership, Parent } from './Directory';
import { Identity, identityKeys } from './identities';

interface IdentityRow {
  actor_id: string;
  rank: number;
  party: string;
  except_hosts: string;
}

/** Everything the directory knows. */
export async function allEntries(knex: Knex): Promise<DirectoryEntries> {
  const identities = await knex<IdentityRow>('identities').select();
  const memberships = await membershipsOf(knex);
  return {
    identities: identities.map(fromRow),
    memberships,
    parents: await parentsOf(knex),
  };
}

/** What the directory knows of some actors and teams. */
export async function entriesFor(
  knex: Knex,
  actorIds: Iterable<string>,
): Promise<DirectoryEntries> {
  const keys = new Set([...actorIds].flatMap(identityKeys));
  const rows: IdentityRow[] = await knex('identities')
    .select()
    .where(oneOf(knex, 'actor_id', keys));
  const identities = rows.map(fromRow);
  const users = new Set(identities.map(identity => identity.party));
  return {
    identities,
    memberships: await membershipsOf(knex, users),
    parents: await parentsOf(knex),
  };
}

/** The groups of some people; of everybody when nobody is named. */
export async function membershipsOf(
  knex: Knex,
  users?: Iterable<string>,
): Promise<Membership[]> {
  const query = knex('memberships')
    .select<Membership[]>({ user: 'user_ref', group: 'group_ref' })
    .orderBy([{ column: 'user_ref' }, { column: 'group_ref' }]);
  return users ? query.where(oneOf(knex, 'user_ref', users)) : query;
}

/** The tree of groups, systems and domains. */
export async function parentsOf(knex: Knex): Promise<Parent[]> {
  return knex('parents').select<Parent[]>('child', 'parent');
}

/** Replaces what the directory knows. */
export async function replaceEntries(
  trx: Knex,
  entries: DirectoryEntries,
): Promise<void> {
  await trx('identities').delete();
  await trx('memberships').delete();
  await trx('parents').delete();
  await insertAll(trx, 'identities', eachOnce(entries.identities.map(toRow)));
  await insertAll(
    trx,
    'memberships',
    entries.memberships.map(m => ({ user_ref: m.user, group_ref: m.group })),
  );
  await insertAll(trx, 'parents', entries.parents);
}

function eachOnce(rows: IdentityRow[]): IdentityRow[] {
  const byKey = new Map(
    rows.map(row => [JSON.stringify([row.actor_id, row.party]), row]),
  );
  return [...byKey.values()];
}

function toRow(identity: Identity): IdentityRow {
  return {
    actor_id: identity.key,
    rank: identity.rank,
    party: identity.party,
    except_hosts: JSON.stringify(identity.exceptHosts),
  };
}

function fromRow(row: IdentityRow): Identity {
  return {
    key: row.actor_id,
    party: row.party,
    rank: row.rank,
    exceptHosts: JSON.parse(row.except_hosts),
  };
}
