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
import { oneOf } from '../database';
import { mark } from '../log/marks';
import { identitiesIn } from '../log/identityLog';
import { Directory, DirectoryEntries } from './Directory';
import { allEntries, replaceEntries } from './directoryTables';
import { replaceHomes } from './homesTable';
import { updateTenures } from './ownershipTable';
import { CatalogSnapshot } from './readCatalog';

/**
 * Takes over what the catalog says now, and marks the changes whose timelines
 * or owners look different for it: those of repositories whose entities
 * changed, and those in which somebody takes part who is now somebody else or
 * in other teams.
 *
 * @param now - milliseconds since the epoch
 * @returns the repositories whose entities changed, and whether anything did
 */
export async function refreshOwnership(
  knex: Knex,
  snapshot: CatalogSnapshot,
  now: number,
): Promise<{ changed: boolean; repos: ReadonlySet<string> }> {
  return knex.transaction(async trx => {
    const before = await allEntries(trx);
    await replaceHomes(trx, snapshot.occupants);
    const repos = await updateTenures(trx, snapshot.residents, now);
    const affected = new Set([
      ...repos,
      ...(await ownedByNewOrGone(trx, before, snapshot)),
    ]);
    if (affected.size > 0) {
      const changes = await changesIn(trx, affected);
      // Which service a change touches decides which releases contain it.
      await mark(
        trx,
        'place',
        changes.map(({ repo }) => repo),
      );
      await mark(
        trx,
        'build',
        changes.map(({ subject }) => subject),
      );
    }
    const moved = !sameEntries(before, snapshot);
    if (moved) {
      const actors = await changedActors(trx, before, snapshot);
      await replaceEntries(trx, snapshot);
      await mark(trx, 'build', await changesWith(trx, actors));
    }
    return { changed: moved || repos.size > 0, repos };
  });
}

/** Repositories with an owner that the catalog knows anew, or no more. */
async function ownedByNewOrGone(
  trx: Knex,
  before: DirectoryEntries,
  after: DirectoryEntries,
): Promise<string[]> {
  const old = new Set(before.identities.map(identity => identity.party));
  const now = new Set(after.identities.map(identity => identity.party));
  const changed = [...old, ...now].filter(
    party => !(old.has(party) && now.has(party)),
  );
  const rows: { repo: string }[] = await trx('ownership')
    .distinct('repo')
    .where(oneOf(trx, 'owner', changed));
  return rows.map(row => row.repo);
}

function sameEntries(a: DirectoryEntries, b: DirectoryEntries): boolean {
  const text = ({ identities, memberships, parents }: DirectoryEntries) =>
    JSON.stringify([
      identities.map(i => JSON.stringify([i.key, i.party, i])).sort(),
      memberships.map(m => JSON.stringify([m.user, m.group])).sort(),
      parents.map(p => JSON.stringify([p.child, p.parent])).sort(),
    ]);
  return text(a) === text(b);
}

/** Actors and teams who are somebody else now, or in other teams. */
async function changedActors(
  trx: Knex,
  before: DirectoryEntries,
  after: DirectoryEntries,
): Promise<string[]> {
  const rows = await trx('participants').distinct<{ actor_id: string }[]>(
    'actor_id',
  );
  const old = new Directory(before);
  const now = new Directory(after);
  const seenBy = (directory: Directory, actorId: string) => {
    const party = directory.partyOf(actorId);
    return JSON.stringify([party, [...directory.allGroupsOf(party)].sort()]);
  };
  return rows
    .map(row => row.actor_id)
    .filter(actorId => seenBy(old, actorId) !== seenBy(now, actorId));
}

/** Changes of some repositories, by whatever name the catalog calls them. */
async function changesIn(
  trx: Knex,
  repos: ReadonlySet<string>,
): Promise<{ subject: string; repo: string }[]> {
  const names = await identitiesIn(trx);
  const keys = new Set(
    [...repos].flatMap(repo => names.keysOfRepository(repo)),
  );
  const rows = await trx('subjects')
    .select<{ subject: string; repo: string }[]>('subject', 'repo')
    .where({ kind: 'change' });
  return rows.filter(row => keys.has(row.repo.toLowerCase()));
}

async function changesWith(trx: Knex, actorIds: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const actorId of actorIds) {
    const rows = await trx('participants')
      .select<{ change: string }[]>('change')
      .where({ actor_id: actorId });
    found.push(...rows.map(row => row.change));
  }
  return found;
}
