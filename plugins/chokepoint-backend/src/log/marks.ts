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
import { BigIntColumn, insertAll, isPostgres, oneOf } from '../database';

/**
 * What is to be done for a subject whose derived rows are out of date: `read`
 * its events, `spread` to the repositories and changes it has to do with,
 * `place` the changes of a repository in its releases, `build` the timeline of a
 * change.
 */
export type MarkStage = 'read' | 'spread' | 'place' | 'build';

/** Subjects taken from the queue, and the marks they were taken by. */
export interface Taken {
  /** In the order of their oldest mark, each once. */
  subjects: string[];
  /** The highest mark; grows from one batch of a subject to the next. */
  revision: number;
  seqs: number[];
}

/**
 * Marks subjects. The caller's transaction makes it one with whatever the
 * marks are for.
 *
 * @param due - not before this instant, in milliseconds since the epoch
 */
export async function mark(
  trx: Knex,
  stage: MarkStage,
  subjects: Iterable<string>,
  due = 0,
): Promise<void> {
  const rows = [...new Set(subjects)].map(subject => ({ stage, subject, due }));
  await insertAll(trx, 'work_queue', rows);
}

/**
 * Marks a subject for the instant at which time alone will say something new,
 * in the place of any later one that it was marked for before.
 *
 * @param at - nothing is marked where it is undefined
 */
export async function markAt(
  trx: Knex,
  stage: MarkStage,
  subject: string,
  now: number,
  at: number | undefined,
): Promise<void> {
  await trx('work_queue')
    .where({ stage, subject })
    .where('due', '>', now)
    .delete();
  if (at !== undefined) {
    await mark(trx, stage, [subject], at);
  }
}

/**
 * Takes the oldest marks of a stage, and every other mark of the same subjects.
 * On PostgreSQL the marks are locked, and those another replica has taken are
 * left to it.
 */
export async function take(
  trx: Knex,
  stage: MarkStage,
  limit: number,
  now: number,
): Promise<Taken> {
  const due = () => dueMarks(trx, stage, now);
  const oldest: MarkRow[] = await due().limit(limit);
  const subjects = [...new Set(oldest.map(row => row.subject))];
  const others: MarkRow[] =
    subjects.length === 0
      ? []
      : await due().where(oneOf(trx, 'subject', subjects));
  const seqs = others.map(row => Number(row.seq));
  return { subjects, seqs, revision: Math.max(0, ...seqs) };
}

interface MarkRow {
  seq: BigIntColumn;
  subject: string;
}

function dueMarks(trx: Knex, stage: MarkStage, now: number) {
  const query = trx('work_queue')
    .select('seq', 'subject')
    .where({ stage })
    .where('due', '<=', now)
    .orderBy('seq');
  return isPostgres(trx) ? query.forUpdate().skipLocked() : query;
}

/** Removes marks that have been processed, in the same transaction. */
export async function clear(trx: Knex, taken: Taken): Promise<void> {
  if (taken.seqs.length > 0) {
    await trx('work_queue').where(oneOf(trx, 'seq', taken.seqs)).delete();
  }
}

/** Subjects that wait to be worked on, whenever they are due. */
export async function countPending(knex: Knex, now: number): Promise<number> {
  const [row] = await knex('work_queue')
    .where('due', '<=', now)
    .countDistinct<{ n: BigIntColumn }[]>({ n: 'subject' });
  return Number(row.n);
}
