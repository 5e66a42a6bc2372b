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
import { insertAll, oneOf } from '../database';
import { eventsOf } from '../log/EventLog';
import { clear, mark, take } from '../log/marks';
import { lockSubjects } from './subjectLock';
import { ReadSubject, readSubject, Subject } from './subjects';
import { replaceSubjects, subjectsByKey } from './subjectsTable';

/**
 * First stage: what a subject is now, and what it names, from its own events
 * alone. It ends with its transaction, before anything else is looked for: of
 * two subjects that have to do with each other, read at the same time, the one
 * that spreads later finds the other.
 *
 * @returns how many subjects were read
 */
export async function readStage(
  trx: Knex,
  limit: number,
  now: number,
): Promise<number> {
  const taken = await take(trx, 'read', limit, now);
  await lockSubjects(trx, taken.subjects);
  const events = await eventsOf(trx, taken.subjects);
  const before = await subjectsByKey(trx, taken.subjects);
  const read = taken.subjects.flatMap(
    key =>
      readSubject(
        key,
        (events.get(key) ?? []).map(stored => stored.event),
      ) ?? [],
  );
  await markNext(trx, taken.subjects, read, before);
  await replaceSubjects(
    trx,
    taken.subjects,
    read.map(({ subject }) => subject),
  );
  await replaceLinks(trx, taken.subjects, read);
  await clear(trx, taken);
  return taken.subjects.length;
}

/**
 * A subject whose record is what it was concerns nobody else: a comment on a
 * change builds that change alone.
 */
async function markNext(
  trx: Knex,
  keys: readonly string[],
  read: readonly ReadSubject[],
  before: ReadonlyMap<string, Subject>,
): Promise<void> {
  const after = new Map(read.map(({ subject }) => [subject.subject, subject]));
  const changed = keys.filter(key => {
    const subject = after.get(key);
    return (
      !subject?.record ||
      JSON.stringify(subject) !== JSON.stringify(before.get(key))
    );
  });
  const listedBefore = changed.flatMap(key => {
    const subject = before.get(key);
    return subject?.kind === 'deployment' ? subject.record.listed : [];
  });
  await mark(trx, 'spread', [...changed, ...listedBefore]);
  await mark(
    trx,
    'place',
    changed.flatMap(key => before.get(key)?.repo ?? []),
  );
  const changes = keys.filter(
    key => (after.get(key) ?? before.get(key))?.kind === 'change',
  );
  await mark(trx, 'build', changes);
}

async function replaceLinks(
  trx: Knex,
  keys: readonly string[],
  read: readonly ReadSubject[],
): Promise<void> {
  await trx('links').where(oneOf(trx, 'origin', keys)).delete();
  await insertAll(
    trx,
    'links',
    read.flatMap(({ subject: { subject: origin }, links }) =>
      links.map(({ kind, target }) => ({ origin, target, kind })),
    ),
  );
}
