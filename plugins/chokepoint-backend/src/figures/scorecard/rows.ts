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

import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { descendants, Parent } from '../../ownership/Directory';
import { parentsOf } from '../../ownership/directoryTables';
import { currentTenures, Tenure } from '../../ownership/ownershipTable';
import { EntityFilter } from '../Reader';
import { ORGANISATION, visibleScope } from '../scope';

/** The part of the organisation that rows are looked for in. */
interface Part {
  scope: string;
  visible?: EntityFilter;
}

/** The catalog as far as rows need it. */
interface Tree {
  parents: Parent[];
  tenures: Tenure[];
}

async function treeOf(knex: Knex): Promise<Tree> {
  return {
    parents: await parentsOf(knex),
    tenures: await currentTenures(knex),
  };
}

/**
 * The rows of a scorecard: of a group the groups right below it, of a domain
 * its systems and domains, of the organisation all teams. Where there are none,
 * and when asked for, the entities below.
 *
 * @throws NotFoundError - where the scope itself may not be seen
 */
export async function rowsIn(
  knex: Knex,
  part: Part,
  rows: 'teams' | 'entities',
): Promise<string[]> {
  if (part.scope !== ORGANISATION) {
    await visibleScope(knex, part.scope, part.visible);
  }
  const tree = await treeOf(knex);
  if (rows === 'teams') {
    const below = await seen(part, childrenOf(part.scope, tree));
    if (below.length > 0) {
      return below;
    }
  }
  return seen(part, entitiesBelow(part.scope, tree));
}

/** The teams of a scope: what owns its entities. */
export async function teamsIn(knex: Knex, part: Part): Promise<string[]> {
  const tree = await treeOf(knex);
  const below = new Set(entitiesBelow(part.scope, tree));
  const owners = tree.tenures
    .filter(({ entityRef }) => below.has(entityRef))
    .flatMap(({ owner }) => owner ?? [])
    .filter(owner => owner.startsWith('group:'));
  return seen(part, owners);
}

/** The systems that entities of a scope are part of. */
export async function systemsIn(knex: Knex, part: Part): Promise<string[]> {
  const tree = await treeOf(knex);
  const below = new Set(entitiesBelow(part.scope, tree));
  const systems = tree.tenures
    .filter(({ entityRef }) => below.has(entityRef))
    .flatMap(({ system }) => system ?? []);
  return seen(part, systems);
}

/** Each once, by name, of those that may be seen. */
async function seen(
  { visible }: Part,
  refs: readonly string[],
): Promise<string[]> {
  const each = [...new Set(refs)].sort();
  const may = visible && (await visible(each));
  return may ? each.filter(ref => may.has(ref)) : each;
}

function childrenOf(scope: string, { parents, tenures }: Tree): string[] {
  return scope === ORGANISATION
    ? tenures.flatMap(({ owner }) => (owner?.startsWith('group:') ? owner : []))
    : parents
        .filter(({ parent, child }) => parent === scope && child !== scope)
        .map(({ child }) => child);
}

function entitiesBelow(scope: string, { parents, tenures }: Tree): string[] {
  if (scope === ORGANISATION) {
    return tenures.map(tenure => tenure.entityRef);
  }
  const below = descendants(scope, parents);
  const isBelow = (tenure: Tenure): boolean => {
    switch (parseEntityRef(scope).kind) {
      case 'group':
        return tenure.owner !== undefined && below.has(tenure.owner);
      case 'system':
      case 'domain':
        return tenure.system !== undefined && below.has(tenure.system);
      default:
        return tenure.entityRef === scope;
    }
  };
  return tenures.filter(isBelow).map(tenure => tenure.entityRef);
}
