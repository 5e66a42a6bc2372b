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

import { actorsIn, Party } from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { eventsOf, StoredEvent } from '../log/EventLog';
import { identitiesIn } from '../log/identityLog';
import { Directory } from '../ownership/Directory';
import { entriesFor } from '../ownership/directoryTables';
import { Tenure, tenuresIn } from '../ownership/ownershipTable';
import { asMerge, deploymentsContaining } from './containment';
import { firstDeployments } from './repositories';
import { revertsOf } from './reverts';
import { Subject } from './subjects';
import { subjectsByKey } from './subjectsTable';

/** Later than any change of an owner, and still a date that sorts as text. */
const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/** Everything the timeline of a change is built from. */
export interface Assembly {
  change: string;
  /** Of the change, its work items and the deployments that contain it. */
  events: StoredEvent[];
  workItems: string[];
  /** Production deployments that contain it. */
  deployments: Subject[];
  /** Who has lived in its repository, ever. */
  tenures: Tenure[];
  directory: Pick<Directory, 'partyOf' | 'isMemberOf' | 'teamOf'>;
  /** When the first production deployment of its repository was known. */
  firstDeploymentAt?: number;
  /** When changes that revert it were opened. */
  revertedAt: number[];
  baseBranch?: string;
}

/** Collects what some changes are built from. Unknown changes are left out. */
export async function assemble(
  knex: Knex,
  changes: readonly string[],
): Promise<Assembly[]> {
  const subjects = await subjectsByKey(knex, changes);
  const known = changes.flatMap(change => subjects.get(change) ?? []);
  const workItems = await workItemsOf(knex, changes);
  const deployments = await deploymentsContaining(knex, known.flatMap(asMerge));
  const events = await eventsOf(knex, [
    ...changes,
    ...[...workItems.values()].flat(),
    ...[...deployments.values()].flat().map(d => d.subject),
  ]);
  const directory = await directoryFor(knex, events);
  const repos = new Set(known.flatMap(subject => subject.repo ?? []));
  const tenures = await tenuresByRepo(knex, repos);
  const first = await firstDeployments(knex, repos);
  const reverts = await revertsOf(knex, known);
  return known.map(({ subject: change, repo = '', baseBranch }) => {
    const items = workItems.get(change) ?? [];
    const rollOuts = deployments.get(change) ?? [];
    const related = [change, ...items, ...rollOuts.map(d => d.subject)];
    return {
      change,
      events: related.flatMap(key => events.get(key) ?? []),
      workItems: items,
      deployments: rollOuts,
      tenures: tenures.get(repo.toLowerCase()) ?? [],
      directory,
      firstDeploymentAt: first.get(repo),
      revertedAt: reverts.get(change) ?? [],
      baseBranch,
    };
  });
}

async function workItemsOf(
  knex: Knex,
  changes: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await knex('links')
    .select<{ change: string; subject: string }[]>('change', 'subject')
    .where({ kind: 'workItem' })
    .where(oneOf(knex, 'change', changes))
    .orderBy('subject');
  const found = new Map<string, string[]>();
  for (const { change, subject } of rows) {
    found.set(change, [...(found.get(change) ?? []), subject]);
  }
  return found;
}

async function directoryFor(
  knex: Knex,
  events: ReadonlyMap<string, StoredEvent[]>,
): Promise<Directory> {
  const actors = new Set<Party>();
  for (const { event } of [...events.values()].flat()) {
    actorsIn(event).forEach(id => actors.add(id));
  }
  return new Directory(await entriesFor(knex, actors));
}

/** Who lived in each repository, by whatever name the catalog called it. */
async function tenuresByRepo(
  knex: Knex,
  repos: ReadonlySet<string>,
): Promise<Map<string, Tenure[]>> {
  const names = await identitiesIn(knex);
  const keys = [...repos].flatMap(repo => names.keysOfRepository(repo));
  const found = new Map<string, Tenure[]>();
  for (const tenure of await tenuresIn(knex, keys)) {
    const until = new Date(tenure.validTo ?? END_OF_TIME).toISOString();
    const repo = names.repository(tenure.repo, until);
    found.set(repo, [...(found.get(repo) ?? []), tenure]);
  }
  return found;
}
