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
import { BigIntColumn, isPostgres } from '../database';

/**
 * When the first production deployment ever seen of each repository was known,
 * in milliseconds since the epoch. Repositories without any are left out.
 */
export async function firstDeployments(
  knex: Knex,
  repos: ReadonlySet<string>,
): Promise<Map<string, number>> {
  const first = knex('subjects')
    .min('described_at')
    .whereRaw('subjects.repo = repos.repo')
    .where({ kind: 'deployment' })
    .whereNotNull('described_at');
  const rows: { repo: string; first: BigIntColumn | null }[] = await knex
    .select('repo', { first })
    .from(asTable(knex, repos));
  return new Map(
    rows.flatMap(({ repo, first: at }) =>
      at === null ? [] : [[repo, Number(at)]],
    ),
  );
}

function asTable(knex: Knex, repos: ReadonlySet<string>): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('unnest(?::text[]) as repos(repo)', [[...repos]])
    : knex.raw('(select value as repo from json_each(?)) as repos', [
        JSON.stringify([...repos]),
      ]);
}
