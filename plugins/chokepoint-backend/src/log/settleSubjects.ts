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

import { FlowEvent, Identities, subjectKey } from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, inChunks, isPostgres, oneOf } from '../database';
import { sayTheSame } from './contents';
import { EVENT_COLUMNS, EventRow, factOf, reportedEvent } from './eventRows';
import { mark } from './marks';

const MOVE_ON_POSTGRES = `
  update events set subject = place.subject, reported_as = place.reported_as,
    fact = place.fact, aside = place.aside
  from json_to_recordset(?::json) as place(
    seq bigint, subject text, reported_as text, fact text, aside text)
  where events.seq = place.seq`;

const MOVE_ON_SQLITE = `
  update events set subject = value->>'subject',
    reported_as = value->>'reported_as', fact = value->>'fact',
    aside = value->>'aside'
  from json_each(?) where events.seq = value->>'seq'`;

interface LoggedRow extends EventRow {
  seq: BigIntColumn;
  aside: Aside | null;
}

/** Why an event does not count. */
type Aside = 'duplicate' | 'contradiction';

/** Where an event belongs. */
interface Place {
  seq: number;
  subject: string;
  reported_as: string | null;
  fact: string | null;
  aside: Aside | null;
}

const CHUNK = 5_000;

/**
 * Sets the subjects of the events of some repositories anew, by who bears their
 * names. Where two events turn out to be one fact, the one that was accepted
 * first stands and the other is set aside; where they say different things, the
 * other contradicts it. Marks whatever that concerns.
 *
 * @returns what contradicts an event that stands, and did not before
 */
export async function settleSubjects(
  trx: Knex,
  repositories: readonly string[],
  identities: Identities,
): Promise<FlowEvent[]> {
  const rows: LoggedRow[] = [];
  for (const repository of repositories) {
    rows.push(...(await eventsBelow(trx, repository)));
  }
  const once = new Map(rows.map(row => [Number(row.seq), row]));
  return settle(trx, [...once.values()], identities);
}

/**
 * Brings the subjects that an earlier version stored, spelled in any way, to
 * their keys.
 */
export async function settleSpelling(
  trx: Knex,
  identities: Identities,
): Promise<FlowEvent[]> {
  const found: FlowEvent[] = [];
  let last = '';
  for (;;) {
    const page: { subject: string }[] = await trx('events')
      .distinct('subject')
      .where('subject', '>', last)
      .orderBy('subject')
      .limit(CHUNK);
    if (page.length === 0) {
      return found;
    }
    last = page[page.length - 1].subject;
    const spelled = page
      .map(({ subject }) => subject)
      .filter(subject => subjectKey(subject) !== subject);
    const rows: LoggedRow[] = await select(trx).where(
      oneOf(trx, 'subject', [...spelled, ...spelled.map(subjectKey)]),
    );
    found.push(...(await settle(trx, rows, identities)));
  }
}

function select(trx: Knex) {
  return trx('events').select(
    'seq',
    'aside',
    ...EVENT_COLUMNS.filter(column => column !== 'data'),
  );
}

/** The events of a repository and of what it holds, those set aside as well. */
async function eventsBelow(
  trx: Knex,
  repository: string,
): Promise<LoggedRow[]> {
  const subject = isPostgres(trx) ? 'subject collate "C"' : 'subject';
  const between = `(${subject} >= ? and ${subject} < ?)`;
  // A former bearer of the same name is numbered: `shop~1`.
  return select(trx).whereRaw(`(${subject} = ? or ${between} or ${between})`, [
    repository,
    `${repository}/`,
    `${repository}0`,
    `${repository}~`,
    `${repository}\u007f`,
  ]);
}

async function settle(
  trx: Knex,
  rows: readonly LoggedRow[],
  identities: Identities,
): Promise<FlowEvent[]> {
  const contents = await contentsOf(trx, alike(rows, identities));
  const contradictions: FlowEvent[] = [];
  const moves: { place: Place; from: string }[] = [];
  for (const [fact, group] of byFact(rows, identities)) {
    const [first] = group;
    for (const { row, reported, subject } of group) {
      const seq = Number(row.seq);
      const event = contents.get(seq);
      const stands = contents.get(Number(first.row.seq));
      const differs = event && stands && !sayTheSame(event, stands, identities);
      const other = differs ? 'contradiction' : 'duplicate';
      const aside = row === first.row ? null : other;
      const place: Place = {
        seq,
        subject,
        reported_as: reported === subject ? null : reported,
        fact: aside ? null : fact,
        aside,
      };
      if (!isAt(row, place)) {
        moves.push({ place, from: row.subject });
        if (event && aside === 'contradiction' && row.aside !== aside) {
          contradictions.push(event);
        }
      }
    }
  }
  await move(
    trx,
    moves.map(({ place }) => place),
  );
  await mark(
    trx,
    'read',
    moves.flatMap(({ place, from }) => [from, place.subject]),
  );
  return contradictions;
}

interface Resolved {
  row: LoggedRow;
  reported: string;
  subject: string;
}

/** Events by the fact that they are, the first accepted first. */
function byFact(
  rows: readonly LoggedRow[],
  identities: Identities,
): Map<string, Resolved[]> {
  const found = new Map<string, Resolved[]>();
  for (const row of [...rows].sort((a, b) => Number(a.seq) - Number(b.seq))) {
    const event = reportedEvent({ ...row, data: null, actor_id: null });
    const { subject } = identities.resolve(event);
    const fact = factOf(row.source, subject, row.id);
    const resolved = { row, reported: event.subject, subject };
    found.set(fact, [...(found.get(fact) ?? []), resolved]);
  }
  return found;
}

/** Events that are one fact with another. */
function alike(rows: readonly LoggedRow[], identities: Identities): number[] {
  return [...byFact(rows, identities).values()].flatMap(group =>
    group.length > 1 ? group.map(({ row }) => Number(row.seq)) : [],
  );
}

async function contentsOf(
  trx: Knex,
  seqs: readonly number[],
): Promise<Map<number, FlowEvent>> {
  const found = new Map<number, FlowEvent>();
  for (const chunk of inChunks(seqs, CHUNK)) {
    const rows: LoggedRow[] = await trx('events')
      .select('seq', ...EVENT_COLUMNS)
      .where(oneOf(trx, 'seq', chunk));
    rows.forEach(row => found.set(Number(row.seq), reportedEvent(row)));
  }
  return found;
}

function isAt(row: LoggedRow, place: Place): boolean {
  return (
    row.subject === place.subject &&
    row.reported_as === place.reported_as &&
    row.fact === place.fact &&
    row.aside === place.aside
  );
}

/** In two steps, so that no two rows are one fact in between. */
async function move(trx: Knex, places: readonly Place[]): Promise<void> {
  const chunks = inChunks(places, CHUNK);
  for (const chunk of chunks) {
    await trx('events')
      .where(
        oneOf(
          trx,
          'seq',
          chunk.map(({ seq }) => seq),
        ),
      )
      .update({ fact: null });
  }
  for (const chunk of chunks) {
    await trx.raw(isPostgres(trx) ? MOVE_ON_POSTGRES : MOVE_ON_SQLITE, [
      JSON.stringify(chunk),
    ]);
  }
}
