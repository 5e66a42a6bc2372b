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

import { createHash } from 'node:crypto';
import { ModelRules } from 'chokepoint-flow';
import { Knex } from 'knex';
import { isPostgres } from '../database';

/**
 * Version of the rules by which derived rows are built. Raise it when a rule of
 * the model changes, and everything is built again.
 */
const RULES_VERSION = 5;
/** Of this plugin among those that may use advisory locks in one database. */
const REBUILD_LOCK = 4_207_002;

const DERIVED_TABLES = [
  'subjects',
  'links',
  'placements',
  'releases',
  'facts',
  'segments',
  'waits',
  'change_entities',
  'participants',
  'work_queue',
];

/** What derived rows are built by. */
export interface Definition {
  /** Of the rules of the model: a newer version never gives way to an older one. */
  version: number;
  /** Of the rules of the model and those configured. */
  digest: string;
}

/** The definition of the rules of this version, with those configured. */
export function definitionOf(rules: ModelRules): Definition {
  const text = JSON.stringify([RULES_VERSION, rules]);
  return {
    version: RULES_VERSION,
    digest: createHash('sha256').update(text).digest('hex'),
  };
}

/**
 * Makes a definition the one that counts, and rebuilds everything when it was
 * built by another. While replicas of a newer version are at work theirs goes on
 * counting. Returns whether there was anything to rebuild.
 */
export async function ensureDefinition(
  knex: Knex,
  definition: Definition,
): Promise<boolean> {
  return knex.transaction(async trx => {
    await lockRebuild(trx);
    const before = await currentDefinition(trx);
    if (
      before &&
      (before.digest === definition.digest ||
        before.version > definition.version)
    ) {
      return false;
    }
    await startOver(trx);
    await trx('projection_state')
      .insert({ key: 'definition', value: JSON.stringify(definition) })
      .onConflict('key')
      .merge();
    return before !== undefined;
  });
}

/**
 * Whether a batch may build by a definition: it is still the one that counts. On
 * PostgreSQL another cannot become it before the batch's transaction has ended,
 * so that nothing is ever written by rules other than those it was marked for.
 */
export async function definitionCounts(
  trx: Knex,
  definition: Definition,
): Promise<boolean> {
  const current = await currentDefinition(trx, true);
  return current?.digest === definition.digest;
}

async function currentDefinition(
  trx: Knex,
  locked = false,
): Promise<Definition | undefined> {
  const query = trx('projection_state').where({ key: 'definition' });
  const row: { value: string } | undefined = await (locked && isPostgres(trx)
    ? query.forShare().first()
    : query.first());
  if (row === undefined) {
    return undefined;
  }
  // The first edition stored the digest alone.
  return row.value.startsWith('{')
    ? JSON.parse(row.value)
    : { version: 0, digest: row.value };
}

/**
 * Drops everything that is derived from the event log and marks all of it to
 * be built again. The marks that are left are its progress.
 */
export async function rebuild(knex: Knex): Promise<void> {
  await knex.transaction(async trx => {
    await lockRebuild(trx);
    await startOver(trx);
  });
}

async function lockRebuild(trx: Knex): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw('select pg_advisory_xact_lock(?)', [REBUILD_LOCK]);
  }
}

async function startOver(trx: Knex): Promise<void> {
  if (isPostgres(trx)) {
    // Waits for the batches that build by the definition that counted so far.
    await trx('projection_state').where({ key: 'definition' }).forUpdate();
  }
  for (const table of DERIVED_TABLES) {
    await trx(table).delete();
  }
  await trx.raw(
    `insert into work_queue (stage, subject, due)
     select 'read', subject, 0 from events
     group by subject order by min(seq)`,
  );
}
