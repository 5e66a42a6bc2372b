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
import { insertAll } from '../database';
import { Occupant } from './readCatalog';

/** Where an entity is looked for, and why there. */
export interface KnownHome {
  entityRef: string;
  /** Keys of repositories; empty where it has none. */
  repos: readonly string[];
  path: string;
  annotation?: string;
  /** The central catalog that describes it, where it has no repository. */
  describedIn?: string;
}

interface HomeRow {
  entity_ref: string;
  repos: string;
  path: string;
  annotation: string | null;
  described_in: string | null;
}

/** Replaces what is known of where entities are looked for. */
export async function replaceHomes(
  trx: Knex,
  occupants: readonly Occupant[],
): Promise<void> {
  const rows = occupants.map(toRow);
  const before: HomeRow[] = await trx('homes').select().orderBy('entity_ref');
  if (textOf(before) !== textOf(rows)) {
    await trx('homes').delete();
    await insertAll(trx, 'homes', rows);
  }
}

/** Where all entities are looked for. */
export async function knownHomes(knex: Knex): Promise<KnownHome[]> {
  const rows: HomeRow[] = await knex('homes').select().orderBy('entity_ref');
  return rows.map(fromRow);
}

/** Where one entity is looked for; undefined for what lives in no repository. */
export async function homeOfEntity(
  knex: Knex,
  entityRef: string,
): Promise<KnownHome | undefined> {
  const row: HomeRow | undefined = await knex('homes')
    .where({ entity_ref: entityRef })
    .first();
  return row && fromRow(row);
}

function toRow(occupant: Occupant): HomeRow {
  const { entityRef, homes, annotation, describedIn } = occupant;
  return {
    entity_ref: entityRef,
    repos: JSON.stringify(homes.map(({ repo }) => repo.toLowerCase())),
    path: homes[0]?.path ?? '',
    annotation: annotation ?? null,
    described_in: homes.length === 0 ? describedIn ?? null : null,
  };
}

function fromRow(row: HomeRow): KnownHome {
  return {
    entityRef: row.entity_ref,
    repos: JSON.parse(row.repos),
    path: row.path,
    ...(row.annotation !== null && { annotation: row.annotation }),
    ...(row.described_in !== null && { describedIn: row.described_in }),
  };
}

function textOf(rows: readonly HomeRow[]): string {
  return rows
    .map(row =>
      JSON.stringify([
        row.entity_ref,
        row.repos,
        row.path,
        row.annotation,
        row.described_in,
      ]),
    )
    .sort()
    .join('\n');
}
