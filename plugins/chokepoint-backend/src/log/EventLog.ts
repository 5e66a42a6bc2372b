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

import { FlowEvent } from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, insertAll, oneOf } from '../database';
import { mark } from './marks';

/** An event, and when it was stored (milliseconds since the epoch). */
export interface StoredEvent {
  event: FlowEvent;
  receivedAt: number;
}

interface EventRow {
  source: string;
  id: string;
  type: string;
  subject: string;
  at: BigIntColumn;
  actor_id: string | null;
  actor_kind: string | null;
  data: string | null;
  received_at: BigIntColumn;
}

const COLUMNS: readonly (keyof EventRow)[] = [
  'source',
  'id',
  'type',
  'subject',
  'at',
  'actor_id',
  'actor_kind',
  'data',
  'received_at',
];

/**
 * Appends events, each once, and marks what they happened to as out of date:
 * both or neither. Returns those that were new.
 *
 * Events go in by (source, id), so that two requests with the same events in
 * different order cannot wait for each other.
 */
export async function append(
  trx: Knex,
  events: readonly FlowEvent[],
  receivedAt: number,
): Promise<FlowEvent[]> {
  const byFact = new Map<string, FlowEvent>();
  for (const event of events) {
    const fact = factKey(event);
    if (!byFact.has(fact)) {
      byFact.set(fact, event);
    }
  }
  const rows = [...byFact]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, event]) => toRow(event, receivedAt));
  const stored = await insertAll(trx, 'events', rows, {
    onConflict: 'ignore',
    returning: ['source', 'id'],
  });
  const added = stored.flatMap(row => byFact.get(factKey(row)) ?? []);
  await mark(
    trx,
    'read',
    added.map(event => event.subject),
  );
  return added;
}

/** All events of some subjects, by subject. */
export async function eventsOf(
  knex: Knex,
  subjects: Iterable<string>,
): Promise<Map<string, StoredEvent[]>> {
  const found = new Map<string, StoredEvent[]>();
  const rows: EventRow[] = await knex('events')
    .select(COLUMNS)
    .where(oneOf(knex, 'subject', new Set(subjects)));
  for (const row of rows) {
    const list = found.get(row.subject);
    if (list) {
      list.push(fromRow(row));
    } else {
      found.set(row.subject, [fromRow(row)]);
    }
  }
  return found;
}

function factKey({ source, id }: { source?: string; id?: string }): string {
  return JSON.stringify([source, id]);
}

function toRow(event: FlowEvent, receivedAt: number): EventRow {
  return {
    source: event.source,
    id: event.id,
    type: event.type,
    subject: event.subject,
    at: Date.parse(event.at),
    actor_id: event.actor?.id ?? null,
    actor_kind: event.actor?.kind ?? null,
    data: event.data === undefined ? null : JSON.stringify(event.data),
    received_at: receivedAt,
  };
}

function fromRow(row: EventRow): StoredEvent {
  const event = {
    id: row.id,
    source: row.source,
    type: row.type,
    subject: row.subject,
    at: new Date(Number(row.at)).toISOString(),
    ...(row.actor_id !== null && {
      actor: { id: row.actor_id, kind: row.actor_kind },
    }),
    ...(row.data !== null && { data: JSON.parse(row.data) }),
  };
  // Nothing but validated events is stored, which is what FlowEvent means.
  return { event: event as FlowEvent, receivedAt: Number(row.received_at) };
}
