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
  Aliases,
  FlowEvent,
  Identities,
  IdentityEvent,
  isRenamed,
  withoutRetracted,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { insertAll, isPostgres, oneOf } from '../database';
import { EVENT_COLUMNS, EventRow, reportedEvent } from './eventRows';

/** Of this plugin among those that may use advisory locks in one database. */
const NAMES_LOCK = 4_207_003;

/**
 * Keeps it as it is who bears which name until the transaction ends. Whoever
 * reads or writes by names takes this before anything else; whoever learns that
 * somebody was renamed takes it `alone`, so that nothing is under way meanwhile
 * that goes by the old names. SQLite has one writer anyway.
 */
export async function holdNames(
  trx: Knex,
  how: 'shared' | 'alone' = 'shared',
): Promise<void> {
  if (isPostgres(trx)) {
    const lock =
      how === 'alone'
        ? 'pg_advisory_xact_lock'
        : 'pg_advisory_xact_lock_shared';
    await trx.raw(`select ${lock}(?)`, [NAMES_LOCK]);
  }
}

/** Whether an event may say who is who. */
export function mayRename({ type }: FlowEvent): boolean {
  return (
    type === 'repository.renamed' ||
    type === 'actor.renamed' ||
    type === 'team.renamed' ||
    type === 'repository.described' ||
    type === 'fact.retracted'
  );
}

/** What is known of who is who. */
export interface KnownNames {
  identities: Identities;
  events: readonly IdentityEvent[];
  aliases: Aliases;
}

/** Who is who, by all that was reported and configured so far. */
export async function namesIn(knex: Knex): Promise<KnownNames> {
  const aliases = await storedAliases(knex);
  const events = await identityEvents(knex);
  return { identities: new Identities(events, aliases), events, aliases };
}

/** Who is who. */
export async function identitiesIn(knex: Knex): Promise<Identities> {
  return (await namesIn(knex)).identities;
}

/** Who was renamed, and how repositories of the same names were described. */
async function identityEvents(knex: Knex): Promise<IdentityEvent[]> {
  // Written out, so that it is the condition of the index.
  const renamed = await reported(knex, query =>
    query.whereRaw(
      `type in ('repository.renamed', 'actor.renamed', 'team.renamed')`,
    ),
  );
  if (renamed.length === 0) {
    return [];
  }
  const names = new Set(
    renamed
      .filter(isRenamed)
      .flatMap(({ subject, data: { to } }) => [subject, to])
      .flatMap(name => [name, `${name}~1`, `${name}~2`]),
  );
  const others = await reported(knex, query =>
    query
      .whereIn('type', ['repository.described', 'fact.retracted'])
      .where(oneOf(knex, 'subject', names)),
  );
  return withoutRetracted([...renamed, ...others]).filter(
    (event): event is IdentityEvent =>
      isRenamed(event) || event.type === 'repository.described',
  );
}

/** Events as they were reported, by the names of that time. */
async function reported(
  knex: Knex,
  which: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<FlowEvent[]> {
  const rows: EventRow[] = await which(
    knex('events').select(EVENT_COLUMNS).whereNull('aside'),
  );
  return rows.map(reportedEvent);
}

interface AliasRow {
  kind: keyof Aliases;
  name: string;
  stands_for: string;
}

async function storedAliases(knex: Knex): Promise<Aliases> {
  const rows: AliasRow[] = await knex('aliases').select();
  const ofKind = (kind: keyof Aliases) =>
    rows
      .filter(row => row.kind === kind)
      .map(({ name, stands_for: to }) => ({ from: name, to }));
  return {
    repositories: ofKind('repositories'),
    actors: ofKind('actors'),
    groups: ofKind('groups'),
  };
}

/** Replaces the aliases by which all replicas go. */
export async function replaceAliases(
  trx: Knex,
  aliases: Aliases,
): Promise<void> {
  await trx('aliases').delete();
  const kinds = ['repositories', 'actors', 'groups'] as const;
  await insertAll(
    trx,
    'aliases',
    kinds.flatMap(kind =>
      aliases[kind].map(
        ({ from, to }): AliasRow => ({ kind, name: from, stands_for: to }),
      ),
    ),
  );
}
