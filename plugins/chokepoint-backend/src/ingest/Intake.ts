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

import { FlowEvent, validateEvent } from 'chokepoint-flow';
import { Knex } from 'knex';
import { append } from '../log/EventLog';
import { bury, DeadLetter } from './deadLetters';
import { Item } from './readItems';
import { whyNotStorable } from './storable';

/** What became of some items. */
export interface IntakeReport {
  accepted: number;
  duplicates: number;
  rejected: { index: number; id?: string; reason: string }[];
}

/** The one way into the event log: checks items, and stores what is valid. */
export interface Intake {
  /**
   * Stores the valid items and keeps the others as dead letters, in one
   * transaction: when this fails, nothing of it was stored.
   */
  store(items: readonly Item[]): Promise<IntakeReport>;
}

/** What an intake needs. */
export interface IntakeOptions {
  knex: Knex;
  /** The current instant, in milliseconds since the epoch. */
  now(): number;
  /** Called after new events were stored. */
  onStored?(): void;
}

/** Creates the way into the event log. */
export function createIntake(options: IntakeOptions): Intake {
  const { knex } = options;
  return {
    async store(items) {
      const receivedAt = options.now();
      const checked = items.map(item => check(item, receivedAt));
      const events = checked.flatMap(c => (c.ok ? [c.event] : []));
      const refused = checked.flatMap(c => (c.ok ? [] : [c.refusal]));
      const added = await knex.transaction(async trx => {
        const stored = await append(trx, events, receivedAt);
        await countBySource(trx, stored, receivedAt);
        await bury(trx, refused);
        return stored;
      });
      if (added.length > 0) {
        options.onStored?.();
      }
      return {
        accepted: added.length,
        duplicates: events.length - added.length,
        rejected: refused.map(({ index, id, reason }) => ({
          index,
          ...(id !== undefined && { id }),
          reason,
        })),
      };
    },
  };
}

type Checked =
  | { ok: true; event: FlowEvent }
  | { ok: false; refusal: DeadLetter & { index: number } };

function check(item: Item, receivedAt: number): Checked {
  const { index } = item;
  if ('notJson' in item) {
    const { notJson } = item;
    return {
      ok: false,
      refusal: { index, receivedAt, reason: 'not JSON', item: notJson },
    };
  }
  const validation = validateEvent(item.value, { now: receivedAt });
  const reason = validation.ok
    ? whyNotStorable(validation.event)
    : validation.reason;
  if (validation.ok && reason === undefined) {
    return validation;
  }
  const named = validation.ok ? validation.event : validation;
  return {
    ok: false,
    refusal: {
      index,
      receivedAt,
      source: named.source,
      id: named.id,
      reason: reason ?? 'not valid',
      item: asText(item.value),
    },
  };
}

function asText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested too deeply to be written down again.
    return undefined;
  }
}

/** Counts what each source sent, in one order so that no two wait in a circle. */
async function countBySource(
  trx: Knex,
  events: readonly FlowEvent[],
  receivedAt: number,
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { source } of events) {
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  for (const source of [...counts.keys()].sort()) {
    await trx('source_state')
      .insert({
        source,
        events: counts.get(source),
        last_event_at: receivedAt,
      })
      .onConflict('source')
      .merge({
        events: trx.raw('?? + excluded.??', ['source_state.events', 'events']),
        last_event_at: receivedAt,
      });
  }
}
