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

import { IncidentRecord, RepositoryEntity } from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { identitiesIn } from '../log/identityLog';
import { serviceLink } from './subjects';
import { SubjectRow, subjectFromRow } from './subjectsTable';

/** Repositories of entities by their refs or names, without case. */
export async function reposOfServices(
  knex: Knex,
  services: readonly string[],
): Promise<string[]> {
  if (services.length === 0) {
    return [];
  }
  const wanted = new Set(services.map(service => service.toLowerCase()));
  const names = await identitiesIn(knex);
  const now = new Date().toISOString();
  const rows: { entity_ref: string; repo: string }[] = await knex('ownership')
    .distinct('entity_ref', 'repo')
    .whereNotNull('repo');
  return rows
    .filter(
      row => wanted.has(row.entity_ref) || wanted.has(nameOf(row.entity_ref)),
    )
    .map(row => names.repository(row.repo, now));
}

/** The incidents that name a repository, a deployment of it, or an entity in it. */
export async function incidentsOf(
  knex: Knex,
  repo: string,
  entities: readonly RepositoryEntity[],
): Promise<IncidentRecord[]> {
  const names = entities.flatMap(({ ref, name }) => [
    serviceLink(ref),
    serviceLink(name),
  ]);
  const concerned = knex('links')
    .select('origin')
    .where({ kind: 'concerns' })
    .where(either =>
      either
        .where(oneOf(knex, 'target', [repo, ...names]))
        .orWhereIn(
          'target',
          knex('subjects')
            .select('subject')
            .where({ repo, kind: 'deployment' }),
        ),
    );
  const rows: SubjectRow[] = await knex('subjects')
    .where({ kind: 'incident' })
    .whereIn('subject', concerned)
    .orderBy('subject');
  return rows
    .map(subjectFromRow)
    .flatMap(subject => (subject.kind === 'incident' ? subject.record : []));
}

/** The name in the ref of an entity. */
export function nameOf(entityRef: string): string {
  return entityRef.slice(entityRef.indexOf('/') + 1);
}
