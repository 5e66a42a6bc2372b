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

import { RepositoryRef } from 'backstage-plugin-chokepoint-node';
import { Knex } from 'knex';
import { currentTenures } from './ownershipTable';

/** The repositories that entities of the catalog live in, by key. */
export async function knownRepositories(knex: Knex): Promise<RepositoryRef[]> {
  const found = new Map<string, RepositoryRef>();
  for (const { repo, entityRef } of await currentTenures(knex)) {
    const slash = repo.indexOf('/');
    const known = found.get(repo) ?? {
      key: repo,
      host: repo.slice(0, slash),
      slug: repo.slice(slash + 1),
      entityRefs: [],
    };
    known.entityRefs.push(entityRef);
    found.set(repo, known);
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
