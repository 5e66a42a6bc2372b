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
import { clear, mark, take } from '../log/marks';
import { reposOfServices } from './incidents';
import { lockSubjects } from './subjectLock';
import { Subject } from './subjects';
import { subjectsByKey } from './subjectsTable';
import { changesServing } from './workItems';

/**
 * Second stage: marks the repositories that a subject has to do with, and the
 * changes that a work item has to do with. Marking one too many costs time,
 * marking one too few an error.
 *
 * @returns how many subjects were spread
 */
export async function spreadStage(
  trx: Knex,
  limit: number,
  now: number,
): Promise<number> {
  const taken = await take(trx, 'spread', limit, now);
  await lockSubjects(trx, taken.subjects);
  const subjects = [...(await subjectsByKey(trx, taken.subjects)).values()];
  await mark(trx, 'place', [
    ...subjects.flatMap(({ repo }) => repo ?? []),
    ...(await reposOfListed(trx, subjects)),
    ...(await reposOfIncidents(trx, subjects)),
  ]);
  const workItems = subjects.flatMap(({ kind, subject }) =>
    kind === 'workItem' ? subject : [],
  );
  await mark(trx, 'build', await changesServing(trx, workItems));
  await clear(trx, taken);
  return taken.subjects.length;
}

/** Repositories of the changes that deployments list, and all that they are of. */
async function reposOfListed(
  trx: Knex,
  subjects: readonly Subject[],
): Promise<string[]> {
  const records = subjects.flatMap(subject =>
    subject.kind === 'deployment' ? subject.record : [],
  );
  const listed = await subjectsByKey(
    trx,
    records.flatMap(record => record.listed),
  );
  return [
    ...records.flatMap(record => record.repos),
    ...[...listed.values()].flatMap(({ repo }) => repo ?? []),
  ];
}

/** Repositories that incidents name, directly, by a deployment or by a service. */
async function reposOfIncidents(
  trx: Knex,
  subjects: readonly Subject[],
): Promise<string[]> {
  const happenings = subjects.flatMap(subject =>
    subject.kind === 'incident' ? subject.record.happenings : [],
  );
  const deployments = await subjectsByKey(
    trx,
    happenings.flatMap(({ deployment }) => deployment ?? []),
  );
  return [
    ...happenings.flatMap(({ repo }) => repo ?? []),
    ...[...deployments.values()].flatMap(({ repo }) => repo ?? []),
    ...(await reposOfServices(
      trx,
      happenings.flatMap(({ services = [] }) => services),
    )),
  ];
}
