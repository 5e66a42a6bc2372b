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

import { createHash } from 'node:crypto';
import { FlowEvent, withKeys } from 'chokepoint-flow';
import { BigIntColumn } from '../database';

/** A row of the event log. */
export interface EventRow {
  source: string;
  id: string;
  type: string;
  /** The name that stands for whom the event is about. */
  subject: string;
  /** The name by which it was reported, where that is another. */
  reported_as: string | null;
  at: BigIntColumn;
  actor_id: string | null;
  actor_kind: string | null;
  data: string | null;
  received_at: BigIntColumn;
  /** Digest of source, subject and id; null when set aside. */
  fact: string | null;
}

/** What is read of an event. */
export const EVENT_COLUMNS = [
  'source',
  'id',
  'type',
  'subject',
  'reported_as',
  'at',
  'actor_id',
  'actor_kind',
  'data',
  'received_at',
  'fact',
] as const satisfies readonly (keyof EventRow)[];

/**
 * What tells one fact from another: its source, what it is about, and the
 * source's own id (section 1 of the model, *Identity*).
 */
export function factOf(source: string, subject: string, id: string): string {
  return createHash('sha256')
    .update(JSON.stringify([source, subject, id]))
    .digest('base64');
}

/** The row of an event about what a name stands for. */
export function rowOf(
  event: FlowEvent,
  subject: string,
  receivedAt: number,
): EventRow {
  return {
    source: event.source,
    id: event.id,
    type: event.type,
    subject,
    reported_as: event.subject === subject ? null : event.subject,
    at: Date.parse(event.at),
    actor_id: event.actor?.id ?? null,
    actor_kind: event.actor?.kind ?? null,
    data: event.data === undefined ? null : JSON.stringify(event.data),
    received_at: receivedAt,
    fact: factOf(event.source, subject, event.id),
  };
}

/**
 * An event as it was reported, its names as keys: those of events that were
 * stored by an earlier version may be spelled in any way.
 */
export function reportedEvent(row: EventRow): FlowEvent {
  const event = {
    id: row.id,
    source: row.source,
    type: row.type,
    subject: row.reported_as ?? row.subject,
    at: new Date(Number(row.at)).toISOString(),
    ...(row.actor_id !== null && {
      actor: { id: row.actor_id, kind: row.actor_kind },
    }),
    ...(row.data !== null && { data: JSON.parse(row.data) }),
  };
  // Nothing but validated events is stored, which is what FlowEvent means.
  return withKeys(event as FlowEvent);
}
