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
import { BigIntColumn, insertAll } from '../database';

/** Why an item is not in the log: it is not valid, or contradicts what is. */
export type DeadLetterKind = 'refused' | 'contradiction';

/** An item that was not taken. Times are in milliseconds since the epoch. */
export interface DeadLetter {
  /** `refused` when absent. */
  kind?: DeadLetterKind;
  receivedAt: number;
  source?: string;
  id?: string;
  reason: string;
  /** The item as it came, cut at 2,000 characters. */
  item?: string;
}

/** A dead letter with its place in the order of arrival. */
export interface StoredDeadLetter extends DeadLetter {
  seq: number;
  kind: DeadLetterKind;
}

interface DeadLetterRow {
  seq: BigIntColumn;
  kind: DeadLetterKind;
  received_at: BigIntColumn;
  source: string | null;
  id: string | null;
  reason: string;
  item: string | null;
}

const HOUR = 3_600_000;
/** Kept of one source in one hour; the others are counted only. */
const MAX_PER_HOUR = 1_000;
const MAX_ITEM = 2_000;
const MAX_KEY = 500;
/** How long they are kept, in milliseconds. */
const KEPT_FOR = 30 * 24 * HOUR;

/**
 * Keeps what was refused, so that its sender can be told: at most 1,000 of one
 * source in an hour, so that a source gone mad fills no disk.
 */
export async function bury(
  trx: Knex,
  letters: readonly DeadLetter[],
): Promise<void> {
  const bySource = new Map<string | null, DeadLetter[]>();
  for (const letter of letters) {
    const source = letter.source ? printable(letter.source, MAX_KEY) : null;
    bySource.set(source, [...(bySource.get(source) ?? []), letter]);
  }
  for (const [source, found] of bySource) {
    const room = await roomFor(trx, source, found[0].receivedAt);
    const rows = found.slice(0, room).map(letter => toRow(letter, source));
    await insertAll(trx, 'dead_letters', rows);
    if (source !== null) {
      await trx('source_state')
        .where({ source })
        .increment('rejections', found.length);
    }
  }
}

/** A page of refused items, newest first. */
export async function deadLetters(
  knex: Knex,
  page: { source?: string; before?: number; limit: number },
): Promise<StoredDeadLetter[]> {
  const query = knex<DeadLetterRow>('dead_letters')
    .select()
    .orderBy('seq', 'desc')
    .limit(page.limit);
  if (page.source !== undefined) {
    query.where({ source: page.source });
  }
  if (page.before !== undefined) {
    query.where('seq', '<', page.before);
  }
  const rows = await query;
  return rows.map(row => ({
    seq: Number(row.seq),
    kind: row.kind,
    receivedAt: Number(row.received_at),
    reason: row.reason,
    ...(row.source !== null && { source: row.source }),
    ...(row.id !== null && { id: row.id }),
    ...(row.item !== null && { item: row.item }),
  }));
}

/** Removes those older than 30 days. */
export async function forgetOldDeadLetters(
  knex: Knex,
  now: number,
): Promise<void> {
  await knex('dead_letters')
    .where('received_at', '<', now - KEPT_FOR)
    .delete();
}

async function roomFor(
  trx: Knex,
  source: string | null,
  now: number,
): Promise<number> {
  const [row] = await trx('dead_letters')
    .where({ source })
    .where('received_at', '>', now - HOUR)
    .count<{ n: BigIntColumn }[]>({ n: '*' });
  return Math.max(0, MAX_PER_HOUR - Number(row.n));
}

function toRow(letter: DeadLetter, source: string | null) {
  return {
    kind: letter.kind ?? 'refused',
    received_at: letter.receivedAt,
    source,
    id: letter.id === undefined ? null : printable(letter.id, MAX_KEY),
    reason: printable(letter.reason, MAX_ITEM),
    item: letter.item === undefined ? null : printable(letter.item, MAX_ITEM),
  };
}

/** Text that every database takes: cut, without NUL and half characters. */
function printable(text: string, length: number): string {
  return text
    .slice(0, length)
    .replaceAll('\0', '\uFFFD')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}
