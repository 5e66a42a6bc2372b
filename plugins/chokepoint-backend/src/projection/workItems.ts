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

/** How many generations are followed; a circle ends with them. */
const MAX_GENERATIONS = 20;

/** The work items of a change. */
export interface WorkItemsOfChange {
  /** Those it was ever linked to. */
  linked: string[];
  /** Those, and all above them. */
  all: string[];
}

/** The work items of some changes, by change; those without any are left out. */
export async function workItemsOf(
  knex: Knex,
  changes: readonly string[],
): Promise<Map<string, WorkItemsOfChange>> {
  const linked = await targetsOf(knex, 'workItem', changes);
  const parents = await ancestry(knex, [...linked.values()].flat());
  return new Map(
    [...linked].map(([change, items]) => {
      const all = new Set(items);
      // A set is walked in the order in which it grows.
      for (const item of all) {
        parents.get(item)?.forEach(parent => all.add(parent));
      }
      return [change, { linked: items, all: [...all] }];
    }),
  );
}

/** The changes that serve some work items, or items below them. */
export async function changesServing(
  knex: Knex,
  workItems: readonly string[],
): Promise<string[]> {
  const items = new Set(workItems);
  let generation = [...items];
  for (let i = 0; i < MAX_GENERATIONS && generation.length > 0; i++) {
    const children = await originsOf(knex, 'parent', generation);
    generation = children.filter(child => !items.has(child));
    generation.forEach(child => items.add(child));
  }
  return originsOf(knex, 'workItem', [...items]);
}

/** The parents of some work items, of those, and so on. */
async function ancestry(
  knex: Knex,
  items: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  let generation = [...new Set(items)];
  for (let i = 0; i < MAX_GENERATIONS && generation.length > 0; i++) {
    const parents = await targetsOf(knex, 'parent', generation);
    parents.forEach((targets, item) => found.set(item, targets));
    generation = [...new Set([...parents.values()].flat())].filter(
      item => !found.has(item),
    );
  }
  return found;
}

async function targetsOf(
  knex: Knex,
  kind: 'parent' | 'workItem',
  origins: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: { origin: string; target: string }[] = await knex('links')
    .select('origin', 'target')
    .where({ kind })
    .where(oneOf(knex, 'origin', origins))
    .orderBy('target');
  const found = new Map<string, string[]>();
  for (const { origin, target } of rows) {
    const targets = found.get(origin);
    if (targets) {
      targets.push(target);
    } else {
      found.set(origin, [target]);
    }
  }
  return found;
}

async function originsOf(
  knex: Knex,
  kind: 'parent' | 'workItem',
  targets: readonly string[],
): Promise<string[]> {
  const rows: { origin: string }[] = await knex('links')
    .distinct('origin')
    .where({ kind })
    .where(oneOf(knex, 'target', targets));
  return rows.map(row => row.origin);
}
