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
  const read = taken.subjects.flatMap(key => {
    const known = (events.get(key) ?? []).map(stored => stored.event);
    return known.length > 0 ? [readSubject(key, known)] : [];
  });
  await forget(
    trx,
    taken.subjects.filter(key => (events.get(key) ?? []).length === 0),
  );
  await replaceSubjects(
    trx,
    read.map(({ subject }) => subject),
  );
  await replaceLinks(trx, read);
  await markNext(trx, read, before);
  await clear(trx, taken);
  return taken.subjects.length;
}

/**
 * Forgets subjects of which nothing is known any more: they are another by
 * now, or all their facts were taken back.
 */
async function forget(trx: Knex, keys: readonly string[]): Promise<void> {
  await trx('subjects').where(oneOf(trx, 'subject', keys)).delete();
  await removeLinks(trx, keys);
  await mark(trx, 'spread', keys);
  await mark(trx, 'build', keys);
}

async function markNext(
  trx: Knex,
  read: readonly ReadSubject[],
  before: ReadonlyMap<string, Subject>,
): Promise<void> {
  const subjects = read.map(({ subject }) => subject);
  const toSpread = subjects.filter(
    subject =>
      subject.kind !== 'change' ||
      concernsOthers(subject) !== concernsOthers(before.get(subject.subject)),
  );
  const changes = subjects.filter(subject => subject.kind === 'change');
  await mark(
    trx,
    'spread',
    toSpread.map(({ subject }) => subject),
  );
  await mark(
    trx,
    'build',
    changes.map(({ subject }) => subject),
  );
}

/** What other changes depend on of a change. */
function concernsOthers(subject: Subject | undefined): string {
  return JSON.stringify([
    subject?.repo,
    subject?.baseBranch,
    subject?.openedAt,
    subject?.mergedAt,
    subject?.sha,
    subject?.titleDigest,
    subject?.revertsDigest,
  ]);
}

async function replaceLinks(
  trx: Knex,
  read: readonly ReadSubject[],
): Promise<void> {
  await removeLinks(
    trx,
    read.map(({ subject }) => subject.subject),
  );
  const links = read.flatMap(({ subject: { subject, kind }, names }) =>
    [...new Set(names)].map(name =>
      kind === 'change'
        ? { change: subject, subject: name, kind: 'workItem' }
        : { change: name, subject, kind: 'lists' },
    ),
  );
  await insertAll(trx, 'links', links);
}

/** Removes what some subjects named. */
async function removeLinks(trx: Knex, keys: readonly string[]): Promise<void> {
  await trx('links')
    .where({ kind: 'workItem' })
    .where(oneOf(trx, 'change', keys))
    .delete();
  await trx('links')
    .where({ kind: 'lists' })
    .where(oneOf(trx, 'subject', keys))
    .delete();
}
