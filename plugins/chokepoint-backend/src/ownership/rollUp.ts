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

import { InputError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { descendants } from './Directory';
import { parentsOf } from './directoryTables';
import { currentTenures } from './ownershipTable';

/**
 * Whose changes an entity rolls up: those of entities, or those of whatever
 * some teams owned when the change was opened.
 */
export type Scope =
  | { by: 'entity'; refs: string[] }
  | { by: 'owner'; refs: string[] };

/**
 * What an entity rolls up, by section 3 of the model: a system its parts, a
 * domain its systems and the domains below it, a group what it and the groups
 * below it own; anything else itself.
 */
export async function rollUp(knex: Knex, entityRef: string): Promise<Scope> {
  const { kind } = parseEntityRef(entityRef);
  switch (kind) {
    case 'user':
      throw new InputError(
        'kind: figures are told of services and teams, not of people',
      );
    case 'group':
      return {
        by: 'owner',
        refs: [...descendants(entityRef, await parentsOf(knex))].sort(),
      };
    case 'system':
    case 'domain': {
      const below = descendants(entityRef, await parentsOf(knex));
      const refs = (await currentTenures(knex))
        .filter(({ system }) => system !== undefined && below.has(system))
        .map(tenure => tenure.entityRef);
      return { by: 'entity', refs: [...new Set(refs)].sort() };
    }
    default:
      return { by: 'entity', refs: [entityRef] };
  }
}
