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
  ChangeRecord,
  ModelRules,
  placeChanges,
  Placement,
  RepositoryEntity,
  RepositoryInput,
  RepositoryPlacement,
  repositoryRecordOf,
  RollOutRecord,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { eventsOf } from '../log/EventLog';
import { entitiesTouched } from '../ownership/attribution';
import { heldAt, Tenure } from '../ownership/ownershipTable';
import { CommitHistories } from './CommitHistories';
import { incidentsOf, nameOf } from './incidents';
import { Subject } from './subjects';
import { subjectsByKey, subjectsIn } from './subjectsTable';
import { tenuresByRepo } from './tenures';

/**
 * What is in production of a repository as of an instant, worked out anew: the
 * same code for what is stored and for what was true on a day in the past.
 */
export async function placeRepository(
  knex: Knex,
  repo: string,
  asOf: number,
  rules: ModelRules,
  histories: CommitHistories,
): Promise<{ input: RepositoryInput; placed: RepositoryPlacement }> {
  const input = await collectRepository(knex, repo, rules, histories);
  return { input, placed: placeChanges(input, asOf) };
}

/** What the rest of their repositories meant for some changes on a day in the past. */
export async function placementsAt(
  knex: Knex,
  changes: readonly string[],
  asOf: number,
  rules: ModelRules,
  histories: CommitHistories,
): Promise<Map<string, Placement>> {
  const subjects = await subjectsByKey(knex, changes);
  const found = new Map<string, Placement>();
  const repos = new Set([...subjects.values()].flatMap(s => s.repo ?? []));
  for (const repo of repos) {
    const { placed } = await placeRepository(
      knex,
      repo,
      asOf,
      rules,
      histories,
    );
    for (const change of changes) {
      const placement = placed.placements.get(change);
      if (placement) {
        found.set(change, placement);
      }
    }
  }
  return found;
}

async function collectRepository(
  knex: Knex,
  repo: string,
  rules: ModelRules,
  histories: CommitHistories,
): Promise<RepositoryInput> {
  const changes = (await subjectsIn(knex, repo, 'change')).flatMap(subject =>
    subject.kind === 'change' ? subject.record : [],
  );
  const tenures = (await tenuresByRepo(knex, new Set([repo]))).get(repo) ?? [];
  const entities = entitiesIn(tenures);
  const own = await eventsOf(knex, [repo], ['repository.described']);
  const described = (own.get(repo) ?? []).map(({ event }) => event);
  const touched = touchedBy(tenures, changes);
  return {
    repo,
    changes,
    rollOuts: await rollOutsOf(knex, repo),
    incidents: await incidentsOf(knex, repo, entities),
    described: repositoryRecordOf(described, repo).described,
    history: await histories.of(knex, repo),
    entities,
    entitiesOf: change => touched.get(change) ?? [],
    rules,
  };
}

/** The deployments of a repository, and those that list changes of it. */
async function rollOutsOf(knex: Knex, repo: string): Promise<RollOutRecord[]> {
  const listing: { origin: string }[] = await knex('links')
    .distinct('origin')
    .where({ kind: 'lists' })
    .whereIn(
      'target',
      knex('subjects').select('subject').where({ repo, kind: 'change' }),
    );
  const found = new Map<string, Subject>(
    (await subjectsIn(knex, repo, 'deployment')).map(s => [s.subject, s]),
  );
  const others = listing.flatMap(({ origin }) =>
    found.has(origin) ? [] : [origin],
  );
  (await subjectsByKey(knex, others)).forEach((s, key) => found.set(key, s));
  return [...found.values()].flatMap(subject =>
    subject.kind === 'deployment' ? subject.record : [],
  );
}

/** Every entity that ever lived in the repository, with its last folder there. */
function entitiesIn(tenures: readonly Tenure[]): RepositoryEntity[] {
  const found = new Map<string, RepositoryEntity>();
  for (const { entityRef: ref, path } of tenures) {
    const folder = path.replace(/\/$/, '');
    found.set(ref, {
      ref,
      name: nameOf(ref),
      ...(folder !== '' && { path: folder }),
    });
  }
  return [...found.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

/** The entities that each change touches, of those that lived there at its opening. */
function touchedBy(
  tenures: readonly Tenure[],
  changes: readonly ChangeRecord[],
): Map<string, string[]> {
  return new Map(
    changes.map(({ change, openedAt, described }) => {
      const folders = described.findLast(d => d.folders)?.folders;
      return [
        change,
        entitiesTouched(
          heldAt(tenures, openedAt),
          folders?.map(folder => `${folder}/`),
        ).map(({ entityRef }) => entityRef),
      ];
    }),
  );
}
