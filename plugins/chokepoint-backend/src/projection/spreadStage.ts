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

import { Merge } from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { clear, mark, take } from '../log/marks';
import { asMerge } from './containment';
import { MergedWhen } from './factsTable';
import { firstDeployments } from './repositories';
import { lockSubjects } from './subjectLock';
import { Subject } from './subjects';
import { subjectFromRow, SubjectRow, subjectsByKey } from './subjectsTable';

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
  const subjects = [...(await subjectsByKey(trx, taken.subjects)).values()];
  const changes = subjects.filter(({ kind }) => kind === 'change');
  const deployments = subjects.filter(({ production }) => production);
  await mark(trx, 'build', [
    ...(await linkedTo(trx, taken.subjects)),
    ...(await ofSameTitle(trx, changes)),
    ...(await shippedWith(trx, deployments)),
    ...(await firstSeenAnew(trx, deployments)),
  ]);
  await mark(trx, 'spread', await deploymentsOf(trx, changes));
  await clear(trx, taken);
  return taken.subjects.length;
}

/** Changes whose timelines were built from these, or that these list. */
async function linkedTo(
  trx: Knex,
  subjects: readonly string[],
): Promise<string[]> {
  const rows: { change: string }[] = await trx('links')
    .distinct('change')
    .where(oneOf(trx, 'subject', subjects));
  return rows.map(row => row.change);
}

/**
 * Changes that one of these reverts, and those of the same title, of which the
 * newest is the one a revert reverts.
 */
async function ofSameTitle(
  trx: Knex,
  changes: readonly Subject[],
): Promise<string[]> {
  const digests = new Set(
    changes.flatMap(c => [c.titleDigest ?? [], c.revertsDigest ?? []].flat()),
  );
  const reverted: { digest: string }[] = await trx('subjects')
    .distinct({ digest: 'reverts_digest' })
    .where(oneOf(trx, 'reverts_digest', digests));
  const rows: { subject: string }[] = await trx('subjects')
    .select('subject')
    .where(
      oneOf(
        trx,
        'title_digest',
        reverted.map(({ digest }) => digest),
      ),
    );
  return rows.map(row => row.subject);
}

/** The deployments of these merges, which may now be found to contain others. */
async function deploymentsOf(
  trx: Knex,
  changes: readonly Subject[],
): Promise<string[]> {
  const shas = new Set(changes.flatMap(change => change.sha ?? []));
  const rows: { subject: string }[] = await trx('subjects')
    .select('subject')
    .where({ kind: 'deployment' })
    .where(oneOf(trx, 'sha', shas));
  return rows.map(row => row.subject);
}

/** Changes that these deployments may have brought to production. */
async function shippedWith(
  trx: Knex,
  deployments: readonly Subject[],
): Promise<string[]> {
  const merges = await mergesOf(trx, deployments);
  const found: string[] = [];
  for (const { repo, sha, describedAt } of deployments) {
    for (const merge of merges) {
      if (
        describedAt !== undefined &&
        merge.sha === sha &&
        merge.repo === repo
      ) {
        found.push(...(await notShippedBefore(trx, merge, describedAt)));
      }
    }
  }
  return found;
}

async function mergesOf(
  trx: Knex,
  deployments: readonly Subject[],
): Promise<Merge[]> {
  const shas = new Set(deployments.flatMap(d => d.sha ?? []));
  const rows: SubjectRow[] = await trx('subjects')
    .where({ kind: 'change' })
    .where(oneOf(trx, 'sha', shas));
  return rows.map(subjectFromRow).flatMap(asMerge);
}

/** Changes up to a merge that were not in production when it was deployed. */
async function notShippedBefore(
  trx: Knex,
  merge: Merge,
  describedAt: number,
): Promise<string[]> {
  const rows: { change: string }[] = await trx('facts')
    .select('change')
    .where({ repo: merge.repo })
    .where('merged_at', '<=', merge.at)
    .where(later =>
      later
        .whereNull('production_at')
        .orWhere('production_at', '>=', describedAt),
    );
  return [merge.change, ...rows.map(row => row.change)];
}

/**
 * Changes built while another deployment was the first known of their
 * repository, where it makes a difference on which side of it they were merged.
 */
async function firstSeenAnew(
  trx: Knex,
  deployments: readonly Subject[],
): Promise<string[]> {
  const without: MergedWhen = 'withoutDeployments';
  const before: MergedWhen = 'beforeDeployments';
  const since: MergedWhen = 'sinceDeployments';
  const repos = new Set(deployments.flatMap(d => d.repo ?? []));
  const found: string[] = [];
  for (const [repo, first] of await firstDeployments(trx, repos)) {
    const rows: { change: string }[] = await trx('facts')
      .select('change')
      .where({ repo })
      .where(differently =>
        differently
          .where('merged_when', without)
          .orWhere(unmerged =>
            unmerged
              .whereNull('merged_when')
              .where('production_observed', false),
          )
          .orWhere(earlier =>
            earlier
              .where('merged_when', before)
              .where('merged_at', '>=', first),
          )
          .orWhere(later =>
            later.where('merged_when', since).where('merged_at', '<', first),
          ),
      );
    found.push(...rows.map(row => row.change));
  }
  return found;
}
