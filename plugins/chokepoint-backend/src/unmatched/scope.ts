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

import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { EntityFilter } from '../figures/Reader';
import { currentTenures } from '../ownership/ownershipTable';
import { rollUp } from '../ownership/rollUp';

/**
 * The entities whose rows count for one that is asked for: itself, what it rolls
 * up, or what its teams own now.
 *
 * @throws NotFoundError - where the entity itself may not be seen
 */
export async function scopeOfUnmatched(
  knex: Knex,
  entityRef: string,
  visible: EntityFilter | undefined,
): Promise<Set<string>> {
  if (visible && !(await visible([entityRef])).has(entityRef)) {
    throw new NotFoundError(`No entity ${entityRef}`);
  }
  const scope = await rollUp(knex, entityRef);
  if (scope.by === 'entity') {
    return new Set([entityRef, ...scope.refs]);
  }
  const owners = new Set(scope.refs);
  const owned = (await currentTenures(knex)).filter(
    ({ owner }) => owner !== undefined && owners.has(owner),
  );
  return new Set([entityRef, ...owned.map(tenure => tenure.entityRef)]);
}
