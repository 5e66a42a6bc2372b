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
  Instant,
  ModelRules,
  Placement,
  RepositoryInput,
  RepositoryPlacement,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { insertAll, oneOf } from '../database';
import { clear, mark, markAt, take } from '../log/marks';
import { replaceUnmatched } from '../unmatched/unmatchedTable';
import { CommitHistories } from './CommitHistories';
import { placeRepository } from './placeRepository';
import { lockSubjects } from './subjectLock';

/**
 * Third stage: places the changes of repositories in their releases, and marks
 * the changes for which that says something new.
 *
 * @returns how many repositories were placed
 */
export async function placeStage(
  trx: Knex,
  limit: number,
  now: number,
  rules: ModelRules,
  histories: CommitHistories,
): Promise<number> {
  const taken = await take(trx, 'place', limit, now);
  await lockSubjects(trx, taken.subjects);
  for (const repo of taken.subjects) {
    const { input, placed } = await placeRepository(
      trx,
      repo,
      now,
      rules,
      histories,
    );
    await mark(trx, 'build', await replacePlacements(trx, repo, placed));
    await replaceReleases(trx, repo, placed);
    await replaceUnmatched(trx, { repository: repo }, placed.unmatched, now);
    await markAt(trx, 'place', repo, now, nextHappening(input, placed, now));
  }
  await clear(trx, taken);
  return taken.subjects.length;
}

/** What the rest of their repositories means for some changes, by change. */
export async function placementsOf(
  knex: Knex,
  changes: Iterable<string>,
): Promise<Map<string, Placement>> {
  const rows: { change: string; placement: string }[] = await knex('placements')
    .select('change', 'placement')
    .where(oneOf(knex, 'change', changes));
  return new Map(rows.map(row => [row.change, JSON.parse(row.placement)]));
}

/** Stores what is new of the placements of a repository; returns whose it is. */
async function replacePlacements(
  trx: Knex,
  repo: string,
  { placements }: RepositoryPlacement,
): Promise<string[]> {
  const before: { change: string; placement: string }[] = await trx(
    'placements',
  )
    .select('change', 'placement')
    .where({ repo });
  const stale = new Map(before.map(row => [row.change, row.placement]));
  const rows = [];
  for (const [change, placement] of placements) {
    const text = JSON.stringify(placement);
    if (stale.get(change) !== text) {
      rows.push({
        change,
        repo,
        carried_by: placement.carriedBy ?? null,
        placement: text,
      });
    } else {
      stale.delete(change);
    }
  }
  const gone = [...stale.keys()];
  const changed = new Set([...gone, ...rows.map(row => row.change)]);
  await trx('placements').where(oneOf(trx, 'change', changed)).delete();
  await insertAll(trx, 'placements', rows);
  return [...changed];
}

async function replaceReleases(
  trx: Knex,
  repo: string,
  { releases }: RepositoryPlacement,
): Promise<void> {
  await trx('releases').where({ repo }).delete();
  await insertAll(
    trx,
    'releases',
    releases.map(facts => ({
      release: facts.release,
      repo,
      started_at: facts.startedAt,
      production_at: facts.productionAt ?? null,
      facts: JSON.stringify(facts),
    })),
  );
}

/**
 * When the passing of time alone will say something new: an event of the near
 * future comes, or a merged change has waited too long for a release.
 */
function nextHappening(
  { changes, rollOuts, incidents, described, rules }: RepositoryInput,
  { placements }: RepositoryPlacement,
  now: Instant,
): Instant | undefined {
  const instants = [
    ...changes.flatMap(({ openedAt, described: d, pushes, life }) => [
      openedAt,
      ...[...d, ...pushes, ...life].map(({ at }) => at),
    ]),
    ...[...rollOuts, ...incidents].flatMap(({ happenings }) =>
      happenings.map(({ at }) => at),
    ),
    ...described.map(({ at }) => at),
  ];
  for (const { end, steps } of placements.values()) {
    if (end === undefined && steps.length > 0) {
      instants.push(steps[0].at + rules.staleRelease);
    }
  }
  let next: Instant | undefined;
  for (const at of instants) {
    if (at > now && (next === undefined || at < next)) {
      next = at;
    }
  }
  return next;
}
