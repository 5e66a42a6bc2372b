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
import { Subject, SubjectKind } from './subjects';

/** A row of the table of subjects. */
export interface SubjectRow {
  subject: string;
  kind: SubjectKind;
  repo: string | null;
  /** JSON. */
  record: string | null;
}

/** Some subjects, by key. */
export async function subjectsByKey(
  knex: Knex,
  keys: Iterable<string>,
): Promise<Map<string, Subject>> {
  const rows: SubjectRow[] = await knex('subjects').where(
    oneOf(knex, 'subject', new Set(keys)),
  );
  return new Map(rows.map(row => [row.subject, subjectFromRow(row)]));
}

/** The subjects of one kind in a repository. */
export async function subjectsIn(
  knex: Knex,
  repo: string,
  kind: SubjectKind,
): Promise<Subject[]> {
  const rows: SubjectRow[] = await knex('subjects')
    .where({ repo, kind })
    .orderBy('subject');
  return rows.map(subjectFromRow);
}

/** Replaces what is known of some subjects; of those not given nothing is. */
export async function replaceSubjects(
  trx: Knex,
  keys: readonly string[],
  subjects: readonly Subject[],
): Promise<void> {
  await trx('subjects').where(oneOf(trx, 'subject', keys)).delete();
  await insertAll(trx, 'subjects', subjects.map(toRow));
}

/** What a row says. */
export function subjectFromRow(row: SubjectRow): Subject {
  // Only what toRow made is stored: the record is of the kind.
  return {
    subject: row.subject,
    kind: row.kind,
    ...(row.repo !== null && { repo: row.repo }),
    ...(row.record !== null && { record: JSON.parse(row.record) }),
  } as Subject;
}

function toRow({ subject, kind, repo, record }: Subject): SubjectRow {
  return {
    subject,
    kind,
    repo: repo ?? null,
    record: record === undefined ? null : JSON.stringify(record),
  };
}
