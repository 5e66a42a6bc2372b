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
import { clear, mark, take } from '../log/marks';
import { Assembly, assemble } from './assemble';
import { buildChange } from './buildChange';
import { ChangeToWrite, insertChanges, removeChanges } from './factsTable';
import { lockSubjects } from './subjectLock';

/**
 * Third stage: builds the timelines of changes and writes down everything that
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
  const changes = assemblies.flatMap((assembly): ChangeToWrite[] => {
    const built = buildChange(assembly, now, rules);
    return built ? [{ assembly, built }] : [];
  });
  await removeChanges(trx, taken.subjects);
  await insertChanges(trx, changes, taken.revision);
  await clear(trx, taken);
  for (const assembly of assemblies) {
    await markForLater(trx, assembly, now);
  }
  return taken.subjects.length;
}

/** An event of the near future counts from its instant on, so it is built again then. */
async function markForLater(
  trx: Knex,
  assembly: Assembly,
  now: number,
): Promise<void> {
  const ahead = assembly.events
    .map(({ event }) => Date.parse(event.at))
    .filter(at => at > now);
  if (ahead.length > 0) {
    const { change: subject } = assembly;
    await trx('work_queue')
      .where({ stage: 'build', subject })
      .where('due', '>', now)
      .delete();
    await mark(trx, 'build', [subject], Math.min(...ahead));
  }
}
