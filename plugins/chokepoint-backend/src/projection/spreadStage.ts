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
import { asMerge } from './containment';
import { firstDeploymentOf } from './repositories';
import { lockSubjects } from './subjectLock';
import { Subject } from './subjects';
import { subjectsByKey } from './subjectsTable';

/**
 * Second stage: marks the changes that a subject has to do with. Marking one
 * too many costs time, marking one too few an error, so conditions here only
 * ever leave out what cannot be touched.
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
  const subjects = await subjectsByKey(trx, taken.subjects);
  const changes = new Set<string>();
  for (const subject of subjects.values()) {
    for (const change of await concerned(trx, subject)) {
      changes.add(change);
    }
  }
  await mark(trx, 'build', changes);
  await clear(trx, taken);
  return taken.subjects.length;
}

async function concerned(trx: Knex, subject: Subject): Promise<string[]> {
  const linked = await linkedTo(trx, subject.subject);
  switch (subject.kind) {
    case 'workItem':
    case 'incident':
      return linked;
    case 'deployment':
      return [...linked, ...(await concernedByDeployment(trx, subject))];
    case 'change':
      return concernedByChange(trx, subject);
    default:
      return subject.kind satisfies never;
  }
}

async function linkedTo(trx: Knex, subject: string): Promise<string[]> {
  const rows = await trx('links')
    .distinct<{ change: string }[]>('change')
    .where({ subject });
  return rows.map(row => row.change);
}

/**
 * Changes that this deployment may have brought to production, and those that
 * are judged differently because it is the first ever seen of its repository.
 */
async function concernedByDeployment(
  trx: Knex,
  deployment: Subject,
): Promise<string[]> {
  const { repo, sha, describedAt } = deployment;
  if (repo === undefined || sha === undefined || describedAt === undefined) {
    return [];
  }
  const found = await firstSeenAnew(trx, repo);
  const rolledOut = await trx('subjects')
    .select<{ subject: string }[]>('subject')
    .where({ repo, sha, kind: 'change' });
  const merges = await subjectsByKey(
    trx,
    rolledOut.map(row => row.subject),
  );
  for (const merge of [...merges.values()].flatMap(asMerge)) {
    const rows = await trx('facts')
      .select<{ change: string }[]>('change')
      .where({ repo })
      .where('merged_at', '<=', merge.at)
      .where(stillOpen =>
        stillOpen
          .whereNull('production_at')
          .orWhere('production_at', '>=', describedAt),
      );
    found.push(merge.change, ...rows.map(row => row.change));
  }
  return found;
}

/**
 * Changes built while another deployment was the first known of their
 * repository, where it makes a difference on which side of it they were merged.
 */
async function firstSeenAnew(trx: Knex, repo: string): Promise<string[]> {
  const first = await firstDeploymentOf(trx, repo);
  if (first === undefined) {
    return [];
  }
  const rows = await trx('facts')
    .select<{ change: string }[]>('change')
    .where({ repo })
    .whereNotNull('merged_at')
    .where(changed =>
      changed
        .whereNull('first_deployment_at')
        .orWhereRaw('merged_at >= ? and merged_at < first_deployment_at', [
          first,
        ])
        .orWhereRaw('merged_at < ? and merged_at >= first_deployment_at', [
          first,
        ]),
    );
  return rows.map(row => row.change);
}

/**
 * Changes in the deployments of this merge, those of the same title (of which
 * the newest is the one a revert reverts), and the one this change reverts.
 */
async function concernedByChange(
  trx: Knex,
  change: Subject,
): Promise<string[]> {
  const { repo } = change;
  if (repo === undefined) {
    return [];
  }
  const found: string[] = [];
  for (const digest of [change.titleDigest, change.revertsDigest]) {
    if (digest !== undefined) {
      const twins = await trx('subjects')
        .select<{ subject: string }[]>('subject')
        .where({ repo, title_digest: digest });
      found.push(...twins.map(row => row.subject));
    }
  }
  if (change.sha !== undefined) {
    const deployments = await trx('subjects')
      .select<{ subject: string }[]>('subject')
      .where({ repo, sha: change.sha, kind: 'deployment' });
    await mark(
      trx,
      'spread',
      deployments.map(row => row.subject),
    );
  }
  return found;
}
