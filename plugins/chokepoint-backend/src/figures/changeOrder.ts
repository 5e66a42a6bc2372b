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

import { Instant } from 'chokepoint-flow';
import { Knex } from 'knex';
import { isPostgres } from '../database';
import { Cursor } from './cursor';
import { ChangesRequest } from './Reader';

/** Later than any instant; what is not there comes last in either direction. */
const NEVER = 8_640_000_000_000_000;

type Column = 'openedAt' | 'productionAt' | 'age' | 'waiting' | 'title';

/** An order of changes: a column of `facts` or a sum over several. */
export interface ChangeOrder {
  /** Selects the value that is sorted by, as `sorted_by`. */
  value: Knex.Raw;
  descending: boolean;
  sortedBy: 'number' | 'string';
}

/** The order a request asks for. */
export function orderOf(
  knex: Knex,
  order: ChangesRequest['order'],
  asOf: Instant,
): ChangeOrder {
  const descending = order.startsWith('-');
  const column = columnOf(order);
  return {
    value: valueOf(knex, column, asOf, descending),
    descending,
    sortedBy: column === 'title' ? 'string' : 'number',
  };
}

/** Sorts, and begins behind the cursor. Ties are broken by key. */
export function sortFrom(
  knex: Knex,
  query: Knex.QueryBuilder,
  order: ChangeOrder,
  cursor: Cursor | undefined,
): Knex.QueryBuilder {
  const key = byBytes(knex, 'facts.change');
  if (cursor) {
    const beyond = order.descending ? '<' : '>';
    query.where(behind =>
      behind
        .whereRaw(`(?) ${beyond} ?`, [order.value, cursor.value])
        .orWhereRaw(`(?) = ? and ? > ?`, [
          order.value,
          cursor.value,
          key,
          cursor.key,
        ]),
    );
  }
  return query
    .orderByRaw(`? ${order.descending ? 'desc' : 'asc'}`, [order.value])
    .orderByRaw(`? asc`, [key]);
}

function columnOf(order: ChangesRequest['order']): Column {
  switch (order) {
    case 'openedAt':
    case '-openedAt':
      return 'openedAt';
    case 'productionAt':
    case '-productionAt':
      return 'productionAt';
    case 'age':
    case '-age':
      return 'age';
    case 'waiting':
    case '-waiting':
      return 'waiting';
    case 'title':
    case '-title':
      return 'title';
    default:
      return order satisfies never;
  }
}

function valueOf(
  knex: Knex,
  column: Column,
  asOf: Instant,
  descending: boolean,
): Knex.Raw {
  switch (column) {
    case 'openedAt':
      return knex.raw('facts.opened_at');
    case 'productionAt':
      return knex.raw('coalesce(facts.production_at, ?)', [
        descending ? -1 : NEVER,
      ]);
    case 'age':
      return knex.raw('coalesce(facts.ended_at, ?) - facts.started_at', [asOf]);
    case 'waiting':
      return knex.raw(
        'facts.waiting + case when facts.turn_waits then ? - facts.turn_since else 0 end',
        [asOf],
      );
    case 'title':
      return byBytes(knex, 'facts.title_order');
    default:
      return column satisfies never;
  }
}

/** Text in the order of its bytes, which is the same on every database. */
function byBytes(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? collate "C"', [column])
    : knex.raw('??', [column]);
}
