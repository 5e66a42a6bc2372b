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
import {
  BigIntColumn,
  BooleanColumn,
  fromBigInt,
  insertAll,
  oneOf,
} from '../database';
import { Subject, SubjectKind } from './subjects';

/** A row of the table of subjects. */
export interface SubjectRow {
  subject: string;
  kind: SubjectKind;
  repo: string | null;
  base_branch: string | null;
  opened_at: BigIntColumn | null;
  merged_at: BigIntColumn | null;
  sha: string | null;
  title_digest: string | null;
  reverts_digest: string | null;
  repairs: BooleanColumn;
  production: BooleanColumn;
  described_at: BigIntColumn | null;
  finished_at: BigIntColumn | null;
  outcome: 'success' | 'failure' | null;
  deployment: string | null;
  state: string | null;
}

/** Some subjects, by key. */
export async function subjectsByKey(
  knex: Knex,
  keys: Iterable<string>,
): Promise<Map<string, Subject>> {
  const found = new Map<string, Subject>();
  const rows: SubjectRow[] = await knex('subjects').where(
    oneOf(knex, 'subject', new Set(keys)),
  );
  for (const row of rows) {
    found.set(row.subject, subjectFromRow(row));
  }
  return found;
}

/** Replaces what is known of some subjects. */
export async function replaceSubjects(
  trx: Knex,
  subjects: readonly Subject[],
): Promise<void> {
  const keys = subjects.map(({ subject }) => subject);
  await trx('subjects').where(oneOf(trx, 'subject', keys)).delete();
  await insertAll(trx, 'subjects', subjects.map(toRow));
}

/** What a row says. */
export function subjectFromRow(row: SubjectRow): Subject {
  return {
    subject: row.subject,
    kind: row.kind,
    repo: row.repo ?? undefined,
    baseBranch: row.base_branch ?? undefined,
    openedAt: fromBigInt(row.opened_at),
    mergedAt: fromBigInt(row.merged_at),
    sha: row.sha ?? undefined,
    titleDigest: row.title_digest ?? undefined,
    revertsDigest: row.reverts_digest ?? undefined,
    repairs: Boolean(row.repairs),
    production: Boolean(row.production),
    describedAt: fromBigInt(row.described_at),
    finishedAt: fromBigInt(row.finished_at),
    outcome: row.outcome ?? undefined,
    deployment: row.deployment ?? undefined,
    facts: row.state === null ? undefined : JSON.parse(row.state),
  };
}

function toRow(subject: Subject): SubjectRow {
  return {
    subject: subject.subject,
    kind: subject.kind,
    repo: subject.repo ?? null,
    base_branch: subject.baseBranch ?? null,
    opened_at: subject.openedAt ?? null,
    merged_at: subject.mergedAt ?? null,
    sha: subject.sha ?? null,
    title_digest: subject.titleDigest ?? null,
    reverts_digest: subject.revertsDigest ?? null,
    repairs: subject.repairs,
    production: subject.production,
    described_at: subject.describedAt ?? null,
    finished_at: subject.finishedAt ?? null,
    outcome: subject.outcome ?? null,
    deployment: subject.deployment ?? null,
    state: subject.facts === undefined ? null : JSON.stringify(subject.facts),
  };
}
