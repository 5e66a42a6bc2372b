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
import { API, Portal } from './portal';

/** Tables that hold what is derived from events, and the columns that vary. */
const DERIVED: Record<string, string[]> = {
  subjects: [],
  links: [],
  facts: ['revision', 'fresh_at'],
  segments: [],
  waits: [],
  change_entities: [],
  participants: [],
};

/** Every derived row, in an order of its own, without what tells the way there. */
export async function derivedRows(
  knex: Knex,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [table, varying] of Object.entries(DERIVED)) {
    const rows: Record<string, unknown>[] = await knex(table).select();
    found[table] = rows
      .map(row =>
        JSON.stringify(
          Object.entries(row)
            .filter(([column]) => !varying.includes(column))
            .map(([column, value]) => [column, plain(value)]),
        ),
      )
      .sort();
  }
  return found;
}

/** Numbers and truth as text, since databases differ in how they give them. */
function plain(value: unknown): unknown {
  if (typeof value === 'boolean') {
    return value ? '1' : '0';
  }
  return typeof value === 'number' ? String(value) : value;
}

/** Forgets every event and what follows from it; keeps what the catalog said. */
export async function forgetEvents(knex: Knex): Promise<void> {
  for (const table of [
    'events',
    'work_queue',
    'source_state',
    'dead_letters',
    ...Object.keys(DERIVED),
  ]) {
    await knex(table).delete();
  }
}

/** What is asked of a portal to compare it with another. */
export interface Questions {
  changes: readonly string[];
  entities: readonly string[];
  from: string;
  to: string;
}

/**
 * Everything a portal answers about some changes and entities, without what
 * depends on the moment of asking.
 */
export async function allAnswers(
  { api }: Portal,
  { changes, entities, from, to }: Questions,
): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const key of changes) {
    const { status, body } = await api
      .get(`${API}/changes/${encodeURIComponent(key)}`)
      .query({ asOf: to });
    answers.push([key, status, status === 200 ? body : undefined]);
  }
  for (const entity of entities) {
    const base = `${API}/entities/${entity}`;
    const { body: figures } = await api
      .get(`${base}/figures`)
      .query({ from, to })
      .expect(200);
    answers.push({ ...figures, asOf: '', freshness: '', inFlight: '' });
    for (const order of ['title', '-openedAt', 'productionAt', '-waiting']) {
      const { body } = await api
        .get(`${base}/changes`)
        .query({ from, to, order, state: 'inProduction', limit: 500 })
        .expect(200);
      answers.push([entity, order, body]);
    }
  }
  return answers;
}
