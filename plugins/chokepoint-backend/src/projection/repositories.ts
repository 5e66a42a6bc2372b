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
import { BigIntColumn, fromBigInt } from '../database';

/**
 * When the first production deployment ever seen of a repository was known, in
 * milliseconds since the epoch.
 */
export async function firstDeploymentOf(
  knex: Knex,
  repo: string,
): Promise<number | undefined> {
  const row: { described_at: BigIntColumn } | undefined = await knex('subjects')
    .select('described_at')
    .where({ repo, kind: 'deployment' })
    .whereNotNull('described_at')
    .orderBy('described_at')
    .first();
  return row && fromBigInt(row.described_at);
}
