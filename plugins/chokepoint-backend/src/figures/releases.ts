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

import { ChangeFacts, ReleaseFacts, Window } from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { identitiesIn } from '../log/identityLog';
import { VisibleScope } from './scope';

/**
 * The releases of a scope that began in a window or later, or were first live
 * then, each with the changes of the scope it brought to production. A release
 * belongs to the scope when it brought one of its changes to production; when it
 * is of one of its services; or when it is of a whole repository of the scope
 * and brought no change of anybody else.
 *
 * @param shippedBy - the release that brought each change to production
 */
export async function releasesOf(
  knex: Knex,
  scope: VisibleScope,
  changes: readonly ChangeFacts[],
  shippedBy: ReadonlyMap<string, string>,
  window: Window,
): Promise<ReleaseFacts[]> {
  const ofScope = new Map<string, string[]>();
  for (const { change } of changes) {
    const release = shippedBy.get(change);
    if (release !== undefined) {
      const own = ofScope.get(release) ?? [];
      own.push(change);
      ofScope.set(release, own);
    }
  }
  const refs = new Set(scope.refs);
  const found = await candidates(
    knex,
    await reposOf(knex, scope, changes),
    [...ofScope.keys()],
    window,
  );
  return found.flatMap(release => {
    const own = ofScope.get(release.release) ?? [];
    const belongs =
      own.length > 0 ||
      (release.services.length > 0
        ? release.services.some(service => refs.has(service))
        : release.changes.length === 0);
    return belongs ? [{ ...release, changes: own }] : [];
  });
}

async function candidates(
  knex: Knex,
  repos: readonly string[],
  releases: readonly string[],
  { from }: Window,
): Promise<ReleaseFacts[]> {
  const rows: { facts: string }[] = await knex('releases')
    .select('facts')
    .where(either =>
      either
        .where(oneOf(knex, 'repo', repos))
        .orWhere(oneOf(knex, 'release', releases)),
    )
    .where(since =>
      since
        .where('production_at', '>=', from)
        .orWhere('started_at', '>=', from),
    )
    .orderBy(['started_at', 'release']);
  return rows.map(row => JSON.parse(row.facts));
}

/** Repositories of a scope's changes, and those its entities live in. */
async function reposOf(
  knex: Knex,
  scope: VisibleScope,
  changes: readonly ChangeFacts[],
): Promise<string[]> {
  const repos = new Set(changes.map(change => change.repo));
  const living: { repo: string }[] = await knex('ownership')
    .distinct('repo')
    .whereNull('valid_to')
    .whereNotNull('repo')
    .where(oneOf(knex, 'entity_ref', scope.refs));
  const names = await identitiesIn(knex);
  const now = new Date().toISOString();
  living.forEach(({ repo }) => repos.add(names.repository(repo, now)));
  return [...repos].sort();
}
