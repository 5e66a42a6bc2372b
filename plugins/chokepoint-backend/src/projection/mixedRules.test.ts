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

import { ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import type { VictimTask } from '../../dev/testing/victim';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const REPLICA = resolve(__dirname, '../../dev/testing/victim.ts');
const CHANGES = 120;

/** A backend of its own that takes in events and projects them by its rules. */
function replica(task: VictimTask): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', 'tsx', REPLICA, JSON.stringify(task)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

function working(process: ChildProcess): Promise<void> {
  return new Promise(done => process.stdout?.once('data', () => done()));
}

function ended(process: ChildProcess): Promise<number | null> {
  return new Promise(done => process.on('exit', code => done(code)));
}

function taskOn(knex: Knex, workType: string): VictimTask {
  const { host, port, user, password, database } =
    knex.client.config.connection;
  return {
    knex: {
      client: 'pg',
      connection: { host, port, user, password, database },
    },
    changes: CHANGES,
    repos: 3,
    workType,
  };
}

describe('replicas of different rules on one database', () => {
  it('leave no facts of the old rules, though the old one goes on working', async () => {
    const knex = await databases.init('POSTGRES_18');
    const old = replica(taskOn(knex, 'old'));
    const oldEnd = ended(old);
    await working(old);
    while (
      !(await knex.schema.hasTable('facts')) ||
      (await knex('facts').where({ work_type: 'old' })).length < 20
    ) {
      await new Promise(done => setTimeout(done, 20));
    }
    const first = replica(taskOn(knex, 'new'));
    expect(await ended(first)).toBe(0);
    expect(await oldEnd).toBe(0);
    expect(await ended(replica(taskOn(knex, 'new')))).toBe(0);

    expect(await knex('work_queue').select()).toEqual([]);
    const rows = await knex('facts').select('work_type');
    expect(rows).toHaveLength(CHANGES);
    expect(new Set(rows.map(row => row.work_type))).toEqual(new Set(['new']));
  }, 120_000);
});
