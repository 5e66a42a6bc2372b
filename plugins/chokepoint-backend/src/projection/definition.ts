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
import { WorkTypeRule } from 'chokepoint-flow';
import { Knex } from 'knex';
import { isPostgres } from '../database';

/**
 * Version of the rules by which derived rows are built. Raise it when a rule of
 * the model changes, and everything is built again.
 */
const RULES_VERSION = 2;
/** Of this plugin among those that may use advisory locks in one database. */
const REBUILD_LOCK = 4_207_002;

const DERIVED_TABLES = [
  'subjects',
  'links',
  'facts',
  'segments',
  'waits',
  'change_entities',
  'participants',
  'dirty',
];

/** What derived rows were built by: the rules of the model and those configured. */
export function definitionOf(workTypeRules: readonly WorkTypeRule[]): string {
  const rules = JSON.stringify([RULES_VERSION, workTypeRules]);
  return createHash('sha256').update(rules).digest('hex');
}

/**
 * Rebuilds everything when it was built by another definition. Returns whether
 * there was anything to rebuild.
 */
export async function ensureDefinition(
  knex: Knex,
  definition: string,
): Promise<boolean> {
  return knex.transaction(async trx => {
    await lockRebuild(trx);
    const state = await trx('projection_state')
      .where({ key: 'definition' })
      .first();
    if (state?.value === definition) {
      return false;
    }
    await startOver(trx);
    await trx('projection_state')
      .insert({ key: 'definition', value: definition })
      .onConflict('key')
      .merge();
    return state !== undefined;
  });
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
  for (const table of DERIVED_TABLES) {
    await trx(table).delete();
  }
  await trx.raw(
    `insert into dirty (stage, subject, due)
     select 'read', subject, 0 from events
     group by subject order by min(seq)`,
  );
}
