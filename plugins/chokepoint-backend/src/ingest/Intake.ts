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

const CONTRADICTION =
  'its id is known with another content; what was accepted first stands';

/** What is said about one item. */
export interface Remark {
  index: number;
  id?: string;
  reason: string;
}

/** What became of some items. */
export interface IntakeReport {
  accepted: number;
  duplicates: number;
  rejected: Remark[];
  /** Known facts that came with another content; the first accepted stands. */
  contradictions: Remark[];
  /** What was stored in part. */
  notices: Remark[];
}

/** Why somebody must not write under a source; undefined when they may. */
export type MayNotWrite = (source: string) => string | undefined;

/** The one way into the event log: checks items, and stores what is valid. */
export interface Intake {
  /**
   * Stores the valid items and keeps the others as dead letters, in one
   * transaction: when this fails, nothing of it was stored.
   *
   * @param mayNotWrite - of whoever sends them; by default they may
   */
  store(
    items: readonly Item[],
    mayNotWrite?: MayNotWrite,
  ): Promise<IntakeReport>;
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
    async store(items, mayNotWrite = () => undefined) {
      const receivedAt = options.now();
      const checked = items.map(item => check(item, receivedAt, mayNotWrite));
      const valid = checked.flatMap(c => (c.ok ? [c] : []));
      const refused = checked.flatMap(c => (c.ok ? [] : [c.refusal]));
      const indexOf = new Map(valid.map(c => [c.event, c.index]));
      const appended = await knex.transaction(async trx => {
        const found = await append(trx, [...indexOf.keys()], receivedAt);
        await countBySource(trx, found.added, receivedAt);
        await bury(trx, [
          ...refused,
          ...[...found.contradictions, ...found.setAside].map(event =>
            contradicting(event, receivedAt),
          ),
        ]);
        return found;
      });
      const { added, contradictions } = appended;
      if (added.length > 0) {
        options.onStored?.();
      }
      return {
        accepted: added.length,
        duplicates: valid.length - added.length - contradictions.length,
        rejected: refused.map(({ index, id, reason }) =>
          remark(index, id, reason),
        ),
        contradictions: contradictions
          .map(e => remark(indexOf.get(e) ?? 0, e.id, CONTRADICTION))
          .sort((a, b) => a.index - b.index),
        notices: valid.flatMap(({ event, index, notices }) =>
          notices.map(notice => remark(index, event.id, notice)),
        ),
      };
    },
  };
}

function remark(index: number, id: string | undefined, reason: string): Remark {
  return { index, ...(id !== undefined && { id }), reason };
}

/** A fact as it is kept that contradicts one that was accepted before. */
export function contradicting(
  event: FlowEvent,
  receivedAt: number,
): DeadLetter {
  return {
    kind: 'contradiction',
    receivedAt,
    source: event.source,
    id: event.id,
    reason: CONTRADICTION,
    item: asText(event),
  };
}

type Checked =
  | { ok: true; index: number; event: FlowEvent; notices: readonly string[] }
  | { ok: false; refusal: DeadLetter & { index: number } };

function check(
  item: Item,
  receivedAt: number,
  mayNotWrite: MayNotWrite,
): Checked {
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
    ? mayNotWrite(validation.event.source) ?? whyNotStorable(validation.event)
    : validation.reason;
  if (validation.ok && reason === undefined) {
    const { event, notices = [] } = validation;
    return { ok: true, index, event, notices };
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
