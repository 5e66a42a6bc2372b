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
import { isPostgres } from '../database';

/**
 * Keeps other replicas from working on the same subjects until the transaction
 * ends: on PostgreSQL by advisory locks, taken in one order so that no two
 * replicas wait in a circle. SQLite has one writer anyway.
 */
export async function lockSubjects(
  trx: Knex,
  subjects: readonly string[],
): Promise<void> {
  if (isPostgres(trx) && subjects.length > 0) {
    await trx.raw(
      `select pg_advisory_xact_lock(key) from (
         select distinct hashtextextended(subject, 42) as key
         from unnest(?::text[]) as subject
         order by key
       ) as keys`,
      [[...subjects]],
    );
  }
}
