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
import { identitiesIn } from '../log/identityLog';
import { Tenure, tenuresIn } from '../ownership/ownershipTable';

/** Later than any change of an owner, and still a date that sorts as text. */
const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/** Who lived in each repository, by whatever name the catalog called it. */
export async function tenuresByRepo(
  knex: Knex,
  repos: ReadonlySet<string>,
): Promise<Map<string, Tenure[]>> {
  const names = await identitiesIn(knex);
  const keys = [...repos].flatMap(repo => names.keysOfRepository(repo));
  const found = new Map<string, Tenure[]>();
  for (const tenure of await tenuresIn(knex, keys)) {
    const until = new Date(tenure.validTo ?? END_OF_TIME).toISOString();
    const repo = names.repository(tenure.repo, until);
    found.set(repo, [...(found.get(repo) ?? []), tenure]);
  }
  return found;
}
