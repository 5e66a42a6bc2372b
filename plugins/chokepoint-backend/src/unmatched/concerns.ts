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
import { EntityFilter } from '../figures/Reader';

/** A repository and entities that rows are about, as the table has them. */
interface ConcernRow {
  repo: string | null;
  entity_refs: string | null;
}

/** Whom some rows concern, as far as somebody may see it. */
export interface Concern {
  /** As the column `concern` of {@link rowsAbout} has it. */
  key: string;
  repo?: string;
  /** The visible entities; empty where it concerns none at all. */
  refs: readonly string[];
  /** False where some of the entities it concerns are hidden. */
  whole: boolean;
}

/** Whose rows are asked for, and who asks. */
export interface ConcernFilter {
  /** Absent: all entities. */
  visible?: EntityFilter;
  /** Rows that concern one of these; all rows when absent. */
  scope?: ReadonlySet<string>;
  /** Whether rows count that concern no entity at all. */
  unowned: boolean;
}

/** The rows about some concerns, each with the key of its own. */
export function rowsAbout(
  knex: Knex,
  concerns: readonly Concern[],
): Knex.QueryBuilder {
  const rows = knex('unmatched').select(
    '*',
    knex.raw(
      "coalesce(repo, '') || ' ' || coalesce(entity_refs, '') as concern",
    ),
  );
  // By the index of the repository; the key tells the rest.
  const repos = new Set(concerns.flatMap(({ repo }) => repo ?? []));
  rows.where(counts => {
    counts.where(oneOf(knex, 'repo', repos)).orWhereNull('repo');
  });
  return knex.from(rows.as('unmatched')).where(
    oneOf(
      knex,
      'concern',
      concerns.map(({ key }) => key),
    ),
  );
}

/**
 * Whom the rows concern that somebody may see: rows about entities of which one
 * at least is visible, and, where that is allowed, rows about none. A row whose
 * entities are all hidden is as one that does not exist.
 */
export async function concernsOf(
  knex: Knex,
  { visible, scope, unowned }: ConcernFilter,
): Promise<Concern[]> {
  const residents = await residentsOf(knex, scope);
  const rows = await candidates(knex, scope && new Set(residents.keys()));
  const found = rows.map(row => ({
    key: `${row.repo ?? ''} ${row.entity_refs ?? ''}`,
    repo: row.repo ?? undefined,
    all: entitiesOf(row, residents),
  }));
  const all = found.flatMap(concern => concern.all);
  const seen = visible ? await visible([...new Set(all)]) : new Set(all);
  return found.flatMap(concern => {
    const refs = concern.all.filter(ref => seen.has(ref));
    const counts =
      concern.all.length === 0
        ? unowned && !scope
        : refs.some(ref => !scope || scope.has(ref));
    return counts
      ? [
          {
            key: concern.key,
            repo: concern.repo,
            refs,
            whole: refs.length === concern.all.length,
          },
        ]
      : [];
  });
}

async function candidates(
  knex: Knex,
  repos: ReadonlySet<string> | undefined,
): Promise<ConcernRow[]> {
  const query = knex('unmatched').distinct<ConcernRow[]>('repo', 'entity_refs');
  return repos
    ? query.where(oneOf(knex, 'repo', repos)).orWhereNull('repo')
    : query;
}

function entitiesOf(
  row: ConcernRow,
  residents: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (row.entity_refs !== null) {
    const refs: string[] = JSON.parse(row.entity_refs);
    return refs;
  }
  return row.repo === null ? [] : residents.get(row.repo) ?? [];
}

/** The entities that live now in the repositories of some, or in any. */
async function residentsOf(
  knex: Knex,
  scope: ReadonlySet<string> | undefined,
): Promise<Map<string, string[]>> {
  const query = knex('ownership')
    .select<{ repo: string; entity_ref: string }[]>('repo', 'entity_ref')
    .whereNull('valid_to');
  if (scope) {
    query.whereIn(
      'repo',
      knex('ownership')
        .select('repo')
        .whereNull('valid_to')
        .where(oneOf(knex, 'entity_ref', scope)),
    );
  }
  const found = new Map<string, string[]>();
  for (const { repo, entity_ref: ref } of await query) {
    found.set(repo, [...(found.get(repo) ?? []), ref]);
  }
  return found;
}
