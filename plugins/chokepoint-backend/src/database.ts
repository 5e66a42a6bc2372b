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

import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Of this plugin among those that may use advisory locks in one database. */
const MIGRATION_LOCK = 4_207_001;

/**
 * Opens the plugin's database and brings its tables up to date.
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrate(knex);
  }
  return knex;
}

/**
 * Brings the tables up to date. On PostgreSQL an advisory lock is held
 * meanwhile: several replicas may start at once on an empty database, which
 * the migration lock of knex alone does not survive.
 */
export async function migrate(knex: Knex): Promise<void> {
  const directory = resolvePackagePath(
    'backstage-plugin-chokepoint-backend',
    'migrations',
  );
  if (!isPostgres(knex)) {
    await knex.migrate.latest({ directory });
    return;
  }
  await knex.transaction(async trx => {
    await trx.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await knex.migrate.latest({ directory });
  });
}

/** Whether this is PostgreSQL; else it is SQLite. */
export function isPostgres(knex: Knex): boolean {
  const client: unknown = knex.client.config.client;
  return client === 'pg';
}

/**
 * A bigint column as a row brings it: PostgreSQL gives a string, SQLite a
 * number.
 */
export type BigIntColumn = number | string;

/** A boolean column as a row brings it: SQLite gives 0 and 1. */
export type BooleanColumn = boolean | number;

/** A bigint column that may be null, as a number or undefined. */
export function fromBigInt(value: BigIntColumn | null): number | undefined {
  return value === null ? undefined : Number(value);
}

/** Splits a list into lists of at most `size` items. */
export function inChunks<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let i = 0; i < items.length; i += size) {
    chunks.push(items.slice(i, i + size));
  }
  return chunks;
}

/**
 * A condition: the column has one of the values. They are one binding, however
 * many they are, so that statements stay few and small; SQLite keeps a compiled
 * statement in memory of which the garbage collector knows nothing.
 */
export function oneOf(
  knex: Knex,
  column: string,
  values: Iterable<string | number>,
): Knex.Raw {
  const list = [...values];
  if (!isPostgres(knex)) {
    return knex.raw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(list),
    ]);
  }
  const type = typeof list[0] === 'number' ? 'bigint' : 'text';
  return knex.raw(`?? = any(?::${type}[])`, [column, list.map(String)]);
}

/** What is to be done about rows that are there already, and what to return. */
interface InsertOptions {
  onConflict?: 'ignore';
  returning?: readonly string[];
}

/**
 * Inserts any number of rows of the same columns, by one statement with one
 * binding for the reason given at {@link oneOf}. Returns the columns asked for,
 * of the rows that were inserted.
 */
export async function insertAll<T extends object>(
  knex: Knex,
  table: string,
  rows: readonly T[],
  options: InsertOptions = {},
): Promise<Partial<T>[]> {
  if (rows.length === 0) {
    return [];
  }
  const columns = Object.keys(rows[0]);
  const { returning = [] } = options;
  const source = isPostgres(knex)
    ? fromRecords(knex, table, columns, rows)
    : fromArrays(knex, columns, rows);
  const result: { rows: Partial<T>[] } | Partial<T>[] = await knex.raw(
    `insert into ?? (${columns.map(() => '??').join()}) ?${
      options.onConflict ? ' on conflict do nothing' : ''
    }${
      returning.length > 0
        ? ` returning ${returning.map(() => '??').join()}`
        : ''
    }`,
    [table, ...columns, source, ...returning],
  );
  return Array.isArray(result) ? result : result.rows;
}

function fromRecords(
  knex: Knex,
  table: string,
  columns: readonly string[],
  rows: readonly object[],
): Knex.Raw {
  return knex.raw(
    `select ${columns
      .map(() => '??')
      .join()} from json_populate_recordset(null::??, ?::json)`,
    [...columns, table, JSON.stringify(rows)],
  );
}

function fromArrays(
  knex: Knex,
  columns: readonly string[],
  rows: readonly object[],
): Knex.Raw {
  return knex.raw(
    `select ${columns
      .map((_, i) => `value->>${i}`)
      .join()} from json_each(?) where true`,
    [JSON.stringify(rows.map(row => Object.values(row)))],
  );
}
