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
import { ActorKind, ChangeSize } from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { rollUp, Scope } from '../ownership/rollUp';
import { EntityFilter } from './Reader';

/** The changes of an entity or of everything below it, as far as visible. */
export interface VisibleScope {
  /** The entities whose changes count. */
  refs: string[];
  /** Where it is a group: only what these owned at the opening. */
  owners?: string[];
  /** Changes count that touch nothing that is in the catalog (any more). */
  departed?: boolean;
}

/** The scope of everything, in place of the ref of an entity. */
export const ORGANISATION = 'organisation';

/** What an entity or the whole organisation rolls up, as far as visible. */
export async function requestedScope(
  knex: Knex,
  scope: string,
  visible: EntityFilter | undefined,
): Promise<VisibleScope> {
  if (scope !== ORGANISATION) {
    return visibleScope(knex, scope, visible);
  }
  const rows = await knex('change_entities')
    .distinct<{ entity_ref: string }[]>('entity_ref')
    .orderBy('entity_ref');
  const refs = rows.map(row => row.entity_ref);
  const seen = visible && (await visible(refs));
  return {
    refs: seen ? refs.filter(ref => seen.has(ref)) : refs,
    departed: true,
  };
}

/**
 * What an entity rolls up, reduced to what may be seen before anything is
 * counted.
 *
 * @throws NotFoundError - where the entity itself may not be seen
 */
export async function visibleScope(
  knex: Knex,
  entityRef: string,
  visible: EntityFilter | undefined,
): Promise<VisibleScope> {
  const scope = await rollUp(knex, entityRef);
  const candidates =
    scope.by === 'entity' ? scope.refs : await ownedBy(knex, scope);
  if (!visible) {
    return limit(scope, candidates);
  }
  const seen = await visible([...new Set([entityRef, ...candidates])]);
  if (!seen.has(entityRef)) {
    throw new NotFoundError(`No entity ${entityRef}`);
  }
  return limit(
    scope,
    candidates.filter(ref => seen.has(ref)),
  );
}

function limit(scope: Scope, refs: string[]): VisibleScope {
  return scope.by === 'entity'
    ? { refs }
    : { refs, owners: scope.refs, departed: true };
}

async function ownedBy(knex: Knex, scope: Scope): Promise<string[]> {
  const rows = await knex('change_entities')
    .distinct<{ entity_ref: string }[]>('entity_ref')
    .where(oneOf(knex, 'owner', scope.refs))
    .orderBy('entity_ref');
  return rows.map(row => row.entity_ref);
}

/** Which of the changes of a scope count. */
export interface ChangeFilter {
  workType?: string;
  size?: ChangeSize;
  authorKind?: ActorKind;
}

/** The rows of `facts` of a scope's changes, each once. */
export function factsIn(
  knex: Knex,
  scope: VisibleScope,
  filter: ChangeFilter,
): Knex.QueryBuilder {
  const query = knex('facts').where(counts => {
    counts.whereIn('facts.change', touching(knex, scope));
    // What belongs to owners is found with the rest of what they own.
    if (scope.departed && !scope.owners) {
      counts.orWhereNotExists(livingOf(knex, 'facts.change'));
    }
  });
  if (filter.workType !== undefined) {
    query.where('facts.work_type', filter.workType);
  }
  if (filter.size !== undefined) {
    query.where('facts.size', filter.size);
  }
  if (filter.authorKind !== undefined) {
    query.where('facts.author_kind', filter.authorKind);
  }
  return query;
}

/**
 * Changes that touch an entity of a scope, and where the scope is of owners
 * those of theirs that touch nothing in the catalog: such a change goes on
 * belonging to those who owned it, and may be seen by everybody who may see
 * them.
 */
function touching(
  knex: Knex,
  { refs, owners, departed }: VisibleScope,
): Knex.QueryBuilder {
  const visible = oneOf(knex, 'touched.entity_ref', refs);
  const touched = knex('change_entities as touched').select('touched.change');
  if (!owners) {
    return touched.where(visible);
  }
  return touched.where(oneOf(knex, 'touched.owner', owners)).where(counts => {
    counts.where(visible);
    if (departed) {
      counts.orWhereNotExists(livingOf(knex, 'touched.change'));
    }
  });
}

/** Entities a change touches that are in the catalog now. */
function livingOf(
  knex: Knex,
  change: 'facts.change' | 'touched.change',
): Knex.QueryBuilder {
  return knex('change_entities as living')
    .join('ownership', 'ownership.entity_ref', 'living.entity_ref')
    .select(knex.raw('1'))
    .whereRaw('living.change = ??', [change])
    .whereNull('ownership.valid_to');
}
