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

import { SyncProgress } from 'backstage-plugin-chokepoint-node';
import { Knex } from 'knex';
import { BigIntColumn, fromBigInt } from '../database';

/** What is known of a source. Instants in milliseconds since the epoch. */
export interface SourceState {
  source: string;
  events: number;
  rejections: number;
  lastEventAt?: number;
  /** Set while a sync runs. */
  runningSince?: number;
  lastAttemptAt?: number;
  lastSuccessAt?: number;
  /** When somebody last asked for a sync. */
  requestedAt?: number;
  /** Backing off until then. */
  nextAttemptAt?: number;
  /** Failures in a row. */
  failures: number;
  lastError?: string;
  progress?: SyncProgress;
}

interface SourceRow {
  source: string;
  events: BigIntColumn;
  rejections: BigIntColumn;
  last_event_at: BigIntColumn | null;
  running_since: BigIntColumn | null;
  last_attempt_at: BigIntColumn | null;
  last_success_at: BigIntColumn | null;
  requested_at: BigIntColumn | null;
  next_attempt_at: BigIntColumn | null;
  failures: number;
  last_error: string | null;
  progress: string | null;
}

/** Columns that a sync writes; `null` clears one. */
export type SourceUpdate = Partial<
  Pick<
    SourceRow,
    | 'running_since'
    | 'last_attempt_at'
    | 'last_success_at'
    | 'requested_at'
    | 'next_attempt_at'
    | 'failures'
    | 'last_error'
    | 'progress'
  >
>;

/** Everything that has ever sent or been asked for events, by name. */
export async function sourceStates(knex: Knex): Promise<SourceState[]> {
  const rows = await knex<SourceRow>('source_state').select().orderBy('source');
  return rows.map(fromRow);
}

/** One source; undefined before it is first heard of. */
export async function sourceState(
  knex: Knex,
  source: string,
): Promise<SourceState | undefined> {
  const row = await knex<SourceRow>('source_state').where({ source }).first();
  return row && fromRow(row);
}

/** Whether somebody asked for a sync that has not begun yet. */
export function isSyncRequested({
  requestedAt,
  lastAttemptAt = -Infinity,
}: SourceState): boolean {
  return requestedAt !== undefined && requestedAt > lastAttemptAt;
}

/** Writes down something about a source, heard of or not. */
export async function updateSource(
  knex: Knex,
  source: string,
  update: SourceUpdate,
): Promise<void> {
  await knex('source_state')
    .insert({ source, ...update })
    .onConflict('source')
    .merge(update);
}

function fromRow(row: SourceRow): SourceState {
  return {
    source: row.source,
    events: Number(row.events),
    rejections: Number(row.rejections),
    lastEventAt: fromBigInt(row.last_event_at),
    runningSince: fromBigInt(row.running_since),
    lastAttemptAt: fromBigInt(row.last_attempt_at),
    lastSuccessAt: fromBigInt(row.last_success_at),
    requestedAt: fromBigInt(row.requested_at),
    nextAttemptAt: fromBigInt(row.next_attempt_at),
    failures: row.failures,
    lastError: row.last_error ?? undefined,
    progress: row.progress === null ? undefined : JSON.parse(row.progress),
  };
}
