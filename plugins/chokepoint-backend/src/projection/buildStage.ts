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

import { ModelRules } from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { clear, mark, markAt, take } from '../log/marks';
import { Assembly, assemble } from './assemble';
import { ChangeBuilder } from './buildChange';
import {
  ChangeToWrite,
  insertChanges,
  removeChanges,
  segmentRows,
} from './factsTable';
import { lockSubjects } from './subjectLock';

/**
 * Fourth stage: builds the timelines of changes and writes down everything that
 * follows from them, in one transaction.
 *
 * @returns how many changes were built
 */
export async function buildStage(
  trx: Knex,
  limit: number,
  now: number,
  rules: ModelRules,
): Promise<number> {
  const taken = await take(trx, 'build', limit, now);
  await lockSubjects(trx, taken.subjects);
  const assemblies = await assemble(trx, taken.subjects);
  const builder = new ChangeBuilder(assemblies, now, rules);
  // What its repository means for it is not known yet; it is marked again then.
  const ready = taken.subjects.filter(change => {
    const assembly = assemblies.get(change);
    return assembly === undefined || assembly.placement !== undefined;
  });
  const changes = ready.flatMap((change): ChangeToWrite[] => {
    const assembly = assemblies.get(change);
    const built = builder.build(change);
    return assembly && built ? [{ assembly, built }] : [];
  });
  const carried = await carriedByAnew(trx, ready, changes);
  await removeChanges(trx, ready);
  await insertChanges(trx, changes, taken.revision);
  await clear(trx, taken);
  await mark(trx, 'build', carried);
  for (const { assembly } of changes) {
    await markForLater(trx, assembly, now);
  }
  return taken.subjects.length;
}

/**
 * The changes that wait for whom another one waits for, where the timeline of
 * that one is not what it was. Asked before it is replaced.
 */
async function carriedByAnew(
  trx: Knex,
  built: readonly string[],
  changes: readonly ChangeToWrite[],
): Promise<string[]> {
  const carried: { change: string; carried_by: string }[] = await trx(
    'placements',
  )
    .select('change', 'carried_by')
    .where(oneOf(trx, 'carried_by', built));
  const carriers = new Set(carried.map(row => row.carried_by));
  if (carriers.size === 0) {
    return [];
  }
  const before = await trx('segments')
    .where(oneOf(trx, 'change', carriers))
    .orderBy(['change', 'position']);
  const after = changes
    .filter(({ built: { facts } }) => carriers.has(facts.change))
    .flatMap(segmentRows);
  const changed = [...carriers].filter(
    carrier => textOf(before, carrier) !== textOf(after, carrier),
  );
  return carried.flatMap(({ change, carried_by }) =>
    changed.includes(carried_by) ? change : [],
  );
}

function textOf(
  rows: readonly ReturnType<typeof segmentRows>[number][],
  change: string,
): string {
  return JSON.stringify(
    rows
      .filter(row => row.change === change)
      .map(row => [
        row.stage,
        row.mode,
        row.holders,
        String(row.started_at),
        String(row.ended_at),
      ]),
  );
}

/** An event of the near future counts from its instant on, so it is built again then. */
async function markForLater(
  trx: Knex,
  { change, events }: Assembly,
  now: number,
): Promise<void> {
  const ahead = events
    .map(({ event }) => Date.parse(event.at))
    .filter(at => at > now);
  await markAt(
    trx,
    'build',
    change,
    now,
    ahead.length > 0 ? Math.min(...ahead) : undefined,
  );
}
