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
  FlowEvent,
  Identities,
  isRenamed,
  withoutRetracted,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { insertAll, oneOf } from '../database';
import { sayTheSame } from './contents';
import { EVENT_COLUMNS, EventRow, reportedEvent, rowOf } from './eventRows';
import { holdNames, identitiesIn, mayRename, namesIn } from './identityLog';
import { mark } from './marks';
import { followNames } from './followNames';

/** An event, and when it was stored (milliseconds since the epoch). */
export interface StoredEvent {
  event: FlowEvent;
  receivedAt: number;
}

/** What became of events; those that are in neither list were known. */
export interface Appended {
  added: FlowEvent[];
  /** Known facts with another content than was accepted first. */
  contradictions: FlowEvent[];
  /**
   * Events of earlier, which now turn out to contradict others that were
   * reported by another name.
   */
  setAside: FlowEvent[];
}

/**
 * Appends events, each once, and marks their subjects in the same transaction.
 * A fact is known by its source, whom it is about and the source's own id; one
 * that is known already stays as it was accepted first. Where a batch says that
 * somebody was renamed, everything known of the old and the new name is joined.
 */
export async function append(
  trx: Knex,
  events: readonly FlowEvent[],
  receivedAt: number,
): Promise<Appended> {
  const naming = events.filter(mayRename);
  await holdNames(trx, naming.length > 0 ? 'alone' : 'shared');
  const before = await namesIn(trx);
  const first = await insertNew(trx, naming, before.identities, receivedAt);
  const { identities, contradictions: setAside } =
    first.added.length > 0
      ? await followNames(trx, before)
      : { ...before, contradictions: [] };
  const others = events.filter(event => !mayRename(event));
  const rest = await insertNew(trx, others, identities, receivedAt);
  const added = [...first.added, ...rest.added];
  await mark(
    trx,
    'read',
    added.map(event => identities.resolve(event).subject),
  );
  return {
    added,
    contradictions: [...first.contradictions, ...rest.contradictions],
    setAside,
  };
}

/**
 * All events of some subjects that count, by subject, with everybody in them by
 * the names that stand for them; of some types where they are given. What was
 * taken back is left out.
 */
export async function eventsOf(
  knex: Knex,
  subjects: Iterable<string>,
  types?: readonly FlowEvent['type'][],
): Promise<Map<string, StoredEvent[]>> {
  const identities = await identitiesIn(knex);
  const query = knex('events')
    .select(EVENT_COLUMNS)
    .whereNull('aside')
    .where(oneOf(knex, 'subject', new Set(subjects)));
  const rows: EventRow[] = await (types
    ? query.where(oneOf(knex, 'type', [...types, 'fact.retracted']))
    : query);
  const received = new Map<FlowEvent, number>();
  const found = new Map<string, FlowEvent[]>();
  for (const row of rows) {
    const event = identities.resolve(reportedEvent(row));
    received.set(event, Number(row.received_at));
    const list = found.get(row.subject);
    if (list) {
      list.push(event);
    } else {
      found.set(row.subject, [event]);
    }
  }
  return new Map(
    [...found].map(([subject, events]) => [
      subject,
      withoutRetracted(events)
        .filter(isHappening)
        .map(event => ({
          event,
          receivedAt: received.get(event) ?? 0,
        })),
    ]),
  );
}

/** Who is who is no happening, and in no timeline. */
function isHappening(event: FlowEvent): boolean {
  return !isRenamed(event);
}

/** Inserts the events whose facts are not known yet. */
async function insertNew(
  trx: Knex,
  events: readonly FlowEvent[],
  identities: Identities,
  receivedAt: number,
): Promise<Pick<Appended, 'added' | 'contradictions'>> {
  const byFact = new Map<string, FlowEvent[]>();
  const rows: EventRow[] = [];
  for (const event of events) {
    const row = rowOf(event, identities.resolve(event).subject, receivedAt);
    const same = byFact.get(row.fact ?? '');
    if (same) {
      same.push(event);
    } else {
      byFact.set(row.fact ?? '', [event]);
      rows.push(row);
    }
  }
  // One order of facts, so that no two writers wait for each other in a circle.
  rows.sort((a, b) => ((a.fact ?? '') < (b.fact ?? '') ? -1 : 1));
  const inserted = await insertAll(trx, 'events', rows, {
    onConflict: 'ignore',
    returning: ['fact'],
  });
  const isNew = new Set(inserted.map(({ fact }) => fact ?? ''));
  const accepted = await acceptedFirst(
    trx,
    [...byFact.keys()].filter(fact => !isNew.has(fact)),
  );
  const contradictions = [...byFact].flatMap(([fact, [first, ...later]]) => {
    const stands = accepted.get(fact) ?? first;
    return [first, ...later].filter(
      event => !sayTheSame(event, stands, identities),
    );
  });
  const added = [...isNew].flatMap(fact => byFact.get(fact)?.[0] ?? []);
  return { added, contradictions };
}

/** The stored events of some facts. */
async function acceptedFirst(
  knex: Knex,
  facts: readonly string[],
): Promise<Map<string, FlowEvent>> {
  const rows: EventRow[] =
    facts.length === 0
      ? []
      : await knex('events')
          .select(EVENT_COLUMNS)
          .where(oneOf(knex, 'fact', facts));
  return new Map(rows.map(row => [row.fact ?? '', reportedEvent(row)]));
}
