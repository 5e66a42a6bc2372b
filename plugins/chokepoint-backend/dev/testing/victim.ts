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

/**
 * A process made to be killed: takes in a part of the factory's events, again
 * from the beginning, and projects while it does. Called with its task as JSON;
 * says `working` when it begins.
 */
import { Readable } from 'node:stream';
import { DEFAULT_MODEL_RULES, ModelRules } from 'chokepoint-flow';
import knexFactory, { Knex } from 'knex';
import { migrate } from '../../src/database';
import { ingestStream } from '../../src/ingest/ingestStream';
import { createIntake } from '../../src/ingest/Intake';
import {
  definitionOf,
  ensureDefinition,
} from '../../src/projection/definition';
import { Projector } from '../../src/projection/Projector';
import { factoryEvents } from './factory';
import { silentLogger } from './silentLogger';

/** What a victim is to do. */
export interface VictimTask {
  knex: Knex.Config;
  changes: number;
  repos: number;
  /** Rules of its own, by which everything is of this type of work. */
  workType?: string;
}

/** The rules that a victim builds by. */
function rulesOf({ workType }: Pick<VictimTask, 'workType'>): ModelRules {
  return workType === undefined
    ? DEFAULT_MODEL_RULES
    : {
        ...DEFAULT_MODEL_RULES,
        workTypes: [{ workType, titlePrefixes: [''] }],
      };
}

async function work(task: VictimTask): Promise<void> {
  const knex = knexFactory(task.knex);
  await migrate(knex);
  const rules = rulesOf(task);
  await ensureDefinition(knex, definitionOf(rules));
  process.stdout.write('working\n');
  const intake = createIntake({ knex, now: Date.now });
  const projector = new Projector({
    knex,
    logger: silentLogger,
    now: Date.now,
    rules: () => rules,
  });
  let ingesting = true;
  const projecting = (async () => {
    while (ingesting) {
      await projector.drain();
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await projector.drain();
  })();
  let index = 0;
  const items = Readable.from(factoryEvents(task)).map(value => {
    index += 1;
    return { index: index - 1, value };
  });
  await ingestStream(intake, items);
  ingesting = false;
  await projecting;
  await knex.destroy();
}

work(JSON.parse(process.argv[2])).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
