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
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { derivedRows } from '../../dev/testing/answers';
import type { VictimTask } from '../../dev/testing/victim';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const VICTIM = resolve(__dirname, '../../dev/testing/victim.ts');
const KILLS = 20;
const CHANGES_PER_ROUND = 12;
const REPOS = 3;
/** About as long as a round takes, in milliseconds. */
const LONGEST_LIFE = 250;

function start(task: VictimTask): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', 'tsx', VICTIM, JSON.stringify(task)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
}

function ended(victim: ChildProcess): Promise<string> {
  return new Promise(done =>
    victim.on('exit', (code, signal) => done(signal ?? String(code))),
  );
}

/** Lets a victim work for a while and kills it; tells whether it was in time. */
async function killAmidWork(task: VictimTask, life: number): Promise<boolean> {
  const victim = start(task);
  const end = ended(victim);
  victim.stdout?.once('data', () =>
    setTimeout(() => victim.kill('SIGKILL'), life),
  );
  return (await end) === 'SIGKILL';
}

/** The configuration of a second connection to a database. */
async function configOf(knex: Knex): Promise<Knex.Config> {
  const { host, port, user, password, database } =
    knex.client.config.connection;
  return {
    client: 'pg',
    connection: { host, port, user, password, database },
  };
}

describe.each(['SQLite in a file', 'PostgreSQL'])('on %s', name => {
  const folder = mkdtempSync(join(tmpdir(), 'chokepoint-kill-'));
  const open: Knex[] = [];

  afterAll(async () => {
    await Promise.all(open.map(knex => knex.destroy()));
    rmSync(folder, { recursive: true });
  });

  /** A database of its own, and how a victim connects to it. */
  async function database(file: string): Promise<Knex.Config> {
    return name === 'PostgreSQL'
      ? configOf(await databases.init('POSTGRES_18'))
      : {
          client: 'better-sqlite3',
          connection: join(folder, file),
          useNullAsDefault: true,
        };
  }

  async function rowsOf(config: Knex.Config) {
    const knex = knexFactory(config);
    open.push(knex);
    expect(await knex('work_queue').select()).toEqual([]);
    return derivedRows(knex);
  }

  it(`being killed ${KILLS} times amid work leaves no trace`, async () => {
    const killed = await database('killed.sqlite');
    const undisturbed = await database('undisturbed.sqlite');
    let kills = 0;
    let round = 0;
    while (kills < KILLS) {
      round += 1;
      const task = {
        knex: killed,
        changes: round * CHANGES_PER_ROUND,
        repos: REPOS,
      };
      // Never the same moment twice, and the same moments in every run.
      const life = (round * 0.618 * LONGEST_LIFE) % LONGEST_LIFE;
      kills += (await killAmidWork(task, life)) ? 1 : 0;
    }
    const changes = round * CHANGES_PER_ROUND;
    for (const knex of [killed, undisturbed]) {
      expect(await ended(start({ knex, changes, repos: REPOS }))).toBe('0');
    }
    const rows = await rowsOf(undisturbed);
    expect(rows.facts).toHaveLength(changes);
    expect(await rowsOf(killed)).toEqual(rows);
  }, 300_000);
});
