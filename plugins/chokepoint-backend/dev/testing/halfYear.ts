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

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DEFAULT_MODEL_RULES } from 'chokepoint-flow';
import { simulate } from 'chokepoint-simulator';
import knexFactory, { Knex } from 'knex';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { migrate } from '../../src/database';
import { createIntake } from '../../src/ingest/Intake';
import { ingestStream } from '../../src/ingest/ingestStream';
import { readCatalog } from '../../src/ownership/readCatalog';
import { refreshOwnership } from '../../src/ownership/refreshOwnership';
import {
  definitionOf,
  ensureDefinition,
} from '../../src/projection/definition';
import { Projector } from '../../src/projection/Projector';
import { silentLogger } from './silentLogger';
import { simulatedCatalog } from './simulated';

const WEEK = 7 * 86_400_000;
const WEEKS = 26;
const SEED = 1;
/** A Monday, and the Monday half a year later. */
export const FIRST_DAY = Date.UTC(2026, 0, 5);
export const LAST_DAY = FIRST_DAY + WEEKS * WEEK;

/**
 * Half a year of the simulated company in a database of SQLite in a directory,
 * which is filled unless it is there already.
 *
 * @returns the catalog of the company
 */
export async function fillOnce(
  directory: string,
  changes: number,
): Promise<Entity[]> {
  const entities = simulatedCatalog({ seed: SEED });
  mkdirSync(directory, { recursive: true });
  // The name that Backstage gives the database of a plugin.
  const filename = join(directory, 'chokepoint.sqlite');
  if (!existsSync(filename)) {
    const unfinished = `${filename}.new`;
    const knex = knexFactory({
      client: 'better-sqlite3',
      useNullAsDefault: true,
      connection: { filename: unfinished },
    });
    await fill(knex, entities, changes);
    await knex.destroy();
    renameSync(unfinished, filename);
  }
  return entities;
}

async function fill(
  knex: Knex,
  entities: Entity[],
  changes: number,
): Promise<void> {
  const now = () => LAST_DAY;
  const rules = () => DEFAULT_MODEL_RULES;
  await migrate(knex);
  await ensureDefinition(knex, definitionOf(rules()));
  const catalog = catalogServiceMock({ entities });
  const snapshot = await readCatalog(catalog, mockServices.auth(), () => true);
  await refreshOwnership(knex, snapshot, FIRST_DAY);
  const events = Readable.from(eventsOf(changes / WEEKS));
  await ingestStream(createIntake({ knex, now }), events);
  const logger = silentLogger;
  await new Projector({ knex, logger, now, rules }).drain();
}

function* eventsOf(changesPerWeek: number) {
  const session = { seed: SEED, from: FIRST_DAY, to: LAST_DAY, changesPerWeek };
  let index = 0;
  for (const occurrence of simulate(session)) {
    if (occurrence.kind === 'event') {
      yield { index, value: occurrence.event };
      index += 1;
    }
  }
}
