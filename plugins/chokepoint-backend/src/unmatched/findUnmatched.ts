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
  AccountAnswer,
  accountAnswersIn,
  compareEvents,
  FlowEvent,
  isExternal,
  suggestedBots,
  Unmatched,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, fromBigInt, inChunks, oneOf } from '../database';
import { eventsOf } from '../log/EventLog';
import { Directory } from '../ownership/Directory';
import { allEntries } from '../ownership/directoryTables';
import { knownHomes } from '../ownership/homesTable';
import { NamedAccount, unmatchedAccounts } from './unmatchedAccounts';
import { NamedRepository, unmatchedInCatalog } from './unmatchedInCatalog';
import { replaceUnmatched, UnmatchedScope } from './unmatchedTable';

/** What looking for it needs. */
export interface UnmatchedSearch {
  /** Accounts that the configuration and modules say are bots. */
  bots: readonly string[];
  /** Milliseconds since the epoch. */
  now: number;
}

/** Of so many changes, the newest, it is looked at how fast accounts answer. */
const CHANGES_LOOKED_AT = 5_000;
const CHUNK = 250;
const ANSWERED: readonly FlowEvent['type'][] = [
  'change.opened',
  'change.ready',
  'change.pushed',
  'change.reviewRequested',
  'change.reviewed',
  'change.commented',
];

/**
 * Looks at everything for what no single repository shows: what of the catalog
 * and of the sources found nothing of the other, and which accounts may be bots.
 * What is found replaces what was found before.
 */
export async function findUnmatched(
  knex: Knex,
  { bots, now }: UnmatchedSearch,
): Promise<void> {
  const found: [UnmatchedScope, Unmatched[]][] = [
    [
      'catalog',
      unmatchedInCatalog(await knownHomes(knex), await namedRepositories(knex)),
    ],
    ['accounts', await accountsOfNobody(knex, bots)],
    ['contradictions', await contradictions(knex)],
    ['suggestions', suggestedBots(await newestAnswers(knex), bots)],
  ];
  await knex.transaction(async trx => {
    for (const [scope, unmatched] of found) {
      await replaceUnmatched(trx, scope, unmatched, now);
    }
  });
}

interface RepositoryRow {
  repo: string;
  changes: BigIntColumn;
  first_at: BigIntColumn | null;
  last_at: BigIntColumn | null;
}

/** Repositories with a change, a roll-out or a description of their own. */
async function namedRepositories(knex: Knex): Promise<NamedRepository[]> {
  const rows = await knex('subjects')
    .leftJoin('facts', 'facts.change', 'subjects.subject')
    .select<RepositoryRow[]>(
      'subjects.repo',
      knex.raw('count(opened_at) as changes'),
      knex.raw('min(opened_at) as first_at'),
      knex.raw('max(opened_at) as last_at'),
    )
    .whereIn('subjects.kind', ['change', 'deployment', 'repository'])
    .whereNotNull('subjects.repo')
    .groupBy('subjects.repo')
    .orderBy('subjects.repo');
  return rows.map(row => ({
    repo: row.repo.toLowerCase(),
    changes: Number(row.changes),
    firstAt: fromBigInt(row.first_at),
    lastAt: fromBigInt(row.last_at),
  }));
}

/** People and teams in changes that the catalog does not know. */
async function accountsOfNobody(
  knex: Knex,
  bots: readonly string[],
): Promise<Unmatched[]> {
  const entries = await allEntries(knex);
  const directory = new Directory(entries);
  const machines = new Set(bots.map(bot => bot.toLowerCase()));
  const all = await knex('participants').distinct<{ actor_id: string }[]>(
    'actor_id',
  );
  const unknown = all
    .map(row => row.actor_id)
    .filter(id => isNobody(id, directory) && !machines.has(id));
  return unmatchedAccounts(
    await changesOfPeople(knex, unknown),
    entries.identities,
  );
}

/** Refs of entities and those whom the source does not name are no accounts. */
function isNobody(actorId: string, directory: Directory): boolean {
  return !actorId.includes(':') && isExternal(directory.partyOf(actorId));
}

interface AccountRow {
  actor_id: string;
  changes: BigIntColumn;
  first_at: BigIntColumn;
  last_at: BigIntColumn;
}

/** The changes of those that are no bots, by what their events say. */
async function changesOfPeople(
  knex: Knex,
  actorIds: readonly string[],
): Promise<NamedAccount[]> {
  const rows = await knex('participants')
    .join('facts', 'facts.change', 'participants.change')
    .select<AccountRow[]>(
      'actor_id',
      knex.raw('count(*) as changes'),
      knex.raw('min(opened_at) as first_at'),
      knex.raw('max(opened_at) as last_at'),
    )
    .where(oneOf(knex, 'actor_id', actorIds))
    .groupBy('actor_id')
    .havingRaw(
      `sum(case when actor_kind in ('bot', 'agent') then 1 else 0 end) = 0`,
    )
    .orderBy('actor_id');
  return rows.map(row => ({
    actorId: row.actor_id,
    changes: Number(row.changes),
    firstAt: Number(row.first_at),
    lastAt: Number(row.last_at),
  }));
}

interface ContradictionRow {
  source: string;
  id: string;
  n: BigIntColumn;
  first_at: BigIntColumn;
  last_at: BigIntColumn;
}

/** Facts that their source reported again with another content. */
async function contradictions(knex: Knex): Promise<Unmatched[]> {
  const rows = await knex('dead_letters')
    .select<ContradictionRow[]>(
      'source',
      'id',
      knex.raw('count(*) as n'),
      knex.raw('min(received_at) as first_at'),
      knex.raw('max(received_at) as last_at'),
    )
    .where({ kind: 'contradiction' })
    .whereNotNull('source')
    .whereNotNull('id')
    .groupBy('source', 'id');
  return rows.map(({ source, id, n, first_at: first, last_at: last }) => ({
    kind: 'contradictions',
    value: id,
    source,
    n: Number(n),
    firstAt: Number(first),
    lastAt: Number(last),
    open: true,
    mend: { kind: 'sender', source },
  }));
}

/** What accounts answered in the newest changes. */
async function newestAnswers(knex: Knex): Promise<AccountAnswer[]> {
  const newest: { change: string }[] = await knex('facts')
    .select('change')
    .orderBy([
      { column: 'opened_at', order: 'desc' },
      { column: 'change', order: 'desc' },
    ])
    .limit(CHANGES_LOOKED_AT);
  const found: AccountAnswer[] = [];
  for (const chunk of inChunks(newest, CHUNK)) {
    const changes = chunk.map(({ change }) => change);
    const events = await eventsOf(knex, changes, ANSWERED);
    for (const own of events.values()) {
      found.push(
        ...accountAnswersIn(own.map(({ event }) => event).sort(compareEvents)),
      );
    }
  }
  return found;
}
