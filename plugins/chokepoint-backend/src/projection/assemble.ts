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

import { actorsIn, Party, Placement, ReleaseFacts } from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { eventsOf, StoredEvent } from '../log/EventLog';
import { Directory } from '../ownership/Directory';
import { entriesFor } from '../ownership/directoryTables';
import { Tenure } from '../ownership/ownershipTable';
import { placementsOf } from './placeStage';
import { subjectsByKey } from './subjectsTable';
import { tenuresByRepo } from './tenures';
import { workItemsOf } from './workItems';

/** Everything the timeline of a change is built from. */
export interface Assembly {
  change: string;
  /** Of the change, its work items and those above them, and the roll-outs of its release. */
  events: StoredEvent[];
  /** Work items the change was ever linked to. */
  workItems: string[];
  /** Subject keys of the roll-outs of the release that brought it to production. */
  rollOuts: readonly string[];
  /** Who has lived in its repository, ever. */
  tenures: Tenure[];
  directory: Pick<Directory, 'partyOf' | 'isMemberOf' | 'teamOf'>;
  /** What the rest of its repository means for it; absent until that is worked out. */
  placement?: Placement;
}

/** Where the placements of some changes come from. */
export type Placements = (
  changes: readonly string[],
) => Promise<ReadonlyMap<string, Placement>>;

/**
 * Collects what some changes are built from, and those that carry them. Unknown
 * changes are left out.
 */
export async function assemble(
  knex: Knex,
  changes: readonly string[],
  placementsFor: Placements = keys => placementsOf(knex, keys),
): Promise<Map<string, Assembly>> {
  const placements = await withCarriers(changes, placementsFor);
  const keys = [...new Set([...changes, ...placements.keys()])];
  const subjects = await subjectsByKey(knex, keys);
  const known = keys.flatMap(key => subjects.get(key) ?? []);
  const workItems = await workItemsOf(knex, keys);
  const rollOuts = await rollOutsOf(knex, placements);
  const events = await eventsOf(knex, [
    ...keys,
    ...[...workItems.values()].flatMap(({ all }) => all),
    ...[...rollOuts.values()].flat(),
  ]);
  const directory = await directoryFor(knex, events);
  const tenures = await tenuresByRepo(
    knex,
    new Set(known.flatMap(subject => subject.repo ?? [])),
  );
  return new Map(
    known.map(({ subject: change, repo = '' }): [string, Assembly] => {
      const items = workItems.get(change);
      const release = rollOuts.get(change) ?? [];
      const related = [change, ...(items?.all ?? []), ...release];
      return [
        change,
        {
          change,
          events: related.flatMap(key => events.get(key) ?? []),
          workItems: items?.linked ?? [],
          rollOuts: release,
          tenures: tenures.get(repo.toLowerCase()) ?? [],
          directory,
          placement: placements.get(change),
        },
      ];
    }),
  );
}

/** The placements of some changes, of those that carry them, and so on. */
async function withCarriers(
  changes: readonly string[],
  placementsFor: Placements,
): Promise<Map<string, Placement>> {
  const found = new Map<string, Placement>();
  let wanted = [...changes];
  while (wanted.length > 0) {
    const more = await placementsFor(wanted);
    more.forEach((placement, change) => found.set(change, placement));
    const carriers = [...more.values()].flatMap(carriersIn);
    wanted = [...new Set(carriers)].filter(change => !found.has(change));
    if (more.size === 0) {
      break;
    }
  }
  return found;
}

/** The changes that carry one, now or for some of the time. */
function carriersIn({ carriedBy, steps }: Placement): string[] {
  return [carriedBy, ...steps.map(({ carrier }) => carrier)].flatMap(
    key => key ?? [],
  );
}

/** The roll-outs of the releases that brought changes to production, by change. */
async function rollOutsOf(
  knex: Knex,
  placements: ReadonlyMap<string, Placement>,
): Promise<Map<string, readonly string[]>> {
  const wanted = new Set(
    [...placements.values()].flatMap(({ release }) => release ?? []),
  );
  const rows: { release: string; facts: string }[] = await knex('releases')
    .select('release', 'facts')
    .where(oneOf(knex, 'release', wanted));
  const byRelease = new Map(
    rows.map(({ release, facts }) => {
      const { rollOuts }: ReleaseFacts = JSON.parse(facts);
      return [release, rollOuts];
    }),
  );
  return new Map(
    [...placements].map(([change, { release = '' }]) => [
      change,
      byRelease.get(release) ?? [],
    ]),
  );
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
