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

import { TestDatabases } from '@backstage/backend-test-utils';
import { FlowSource, SyncContext } from 'backstage-plugin-chokepoint-node';
import { Knex } from 'knex';
import { silentLogger } from '../../dev/testing/silentLogger';
import { mergedStory } from '../../dev/testing/story';
import { migrate } from '../database';
import { createIntake } from '../ingest/Intake';
import { sourceState, updateSource } from '../ingest/sourceState';
import { backOff, SourceRunner } from './SourceRunner';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MINUTE = 60_000;
const ID = 'test:source';

describe('a source that fails is left alone', () => {
  it('for a minute, then twice as long each time, six hours at most', () => {
    expect([1, 2, 3, 9, 10, 50].map(n => backOff(n) / MINUTE)).toEqual([
      1, 2, 4, 256, 360, 360,
    ]);
  });
});

describe.each(databases.eachSupportedId())('a source on %s', id => {
  let knex: Knex;
  let now: number;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  beforeEach(async () => {
    now = Date.UTC(2026, 5, 1);
    for (const table of [
      'events',
      'work_queue',
      'source_state',
      'source_cursors',
    ]) {
      await knex(table).delete();
    }
  });

  function runnerOf(sync: FlowSource['sync']): SourceRunner {
    return new SourceRunner(
      { id: ID, sync },
      {
        knex,
        logger: silentLogger,
        now: () => now,
        intake: createIntake({ knex, now: () => now }),
        repositories: async () => [],
      },
    );
  }

  const run = (runner: SourceRunner) =>
    runner.run(new AbortController().signal);

  it('stores what it emits and remembers where it was', async () => {
    const seen: unknown[] = [];
    const runner = runnerOf(async context => {
      seen.push(await context.getCursor('acme/shop'));
      const report = await context.emit(mergedStory(1).events);
      seen.push(report);
      await context.setCursor('acme/shop', { page: seen.length });
    });
    await run(runner);
    await run(runner);
    expect(seen).toEqual([
      undefined,
      { accepted: 4, duplicates: 0, rejected: [] },
      { page: 2 },
      { accepted: 0, duplicates: 4, rejected: [] },
    ]);
    expect(await sourceState(knex, ID)).toMatchObject({
      lastSuccessAt: now,
      failures: 0,
      runningSince: undefined,
    });
  });

  it('is told which of its events were refused, and goes on', async () => {
    const [first, second] = mergedStory(1).events;
    const reports: unknown[] = [];
    await run(
      runnerOf(async ({ emit }) => {
        reports.push(await emit([first, { ...second, at: 'never' }, second]));
      }),
    );
    expect(reports).toEqual([
      {
        accepted: 2,
        duplicates: 0,
        rejected: [
          {
            index: 1,
            id: second.id,
            reason: 'at: not an RFC 3339 instant',
          },
        ],
      },
    ]);
  });

  it('backs off after failing, until its time has come', async () => {
    let calls = 0;
    const runner = runnerOf(async () => {
      calls += 1;
      throw new Error('502 from github.com');
    });
    await run(runner);
    await run(runner);
    expect(calls).toBe(1);
    expect(await sourceState(knex, ID)).toMatchObject({
      failures: 1,
      lastError: 'Error: 502 from github.com',
      nextAttemptAt: now + MINUTE,
      runningSince: undefined,
    });
    now += MINUTE;
    await run(runner);
    expect(calls).toBe(2);
    expect((await sourceState(knex, ID))?.nextAttemptAt).toBe(now + 2 * MINUTE);
  });

  it('forgets its failures after a success', async () => {
    let fails = true;
    const runner = runnerOf(async () => {
      if (fails) {
        throw new Error('502');
      }
    });
    await run(runner);
    fails = false;
    now += MINUTE;
    await run(runner);
    expect(await sourceState(knex, ID)).toMatchObject({
      failures: 0,
      lastError: undefined,
      nextAttemptAt: undefined,
    });
  });

  it('is tried though it backs off, when somebody asks', async () => {
    let calls = 0;
    const runner = runnerOf(async () => {
      calls += 1;
      throw new Error('502');
    });
    await run(runner);
    now += 10;
    await updateSource(knex, ID, { requested_at: now });
    await run(runner);
    expect(calls).toBe(2);
  });

  it('is synced once more when somebody asked while it was', async () => {
    let calls = 0;
    await run(
      runnerOf(async () => {
        calls += 1;
        now += 10;
        if (calls === 1) {
          await updateSource(knex, ID, { requested_at: now });
        }
        now += 10;
      }),
    );
    expect(calls).toBe(2);
  });

  it('has not failed when it was told to stop', async () => {
    const stopping = new AbortController();
    const runner = runnerOf(async ({ signal }: SyncContext) => {
      stopping.abort();
      signal.throwIfAborted();
    });
    await runner.run(stopping.signal);
    expect(await sourceState(knex, ID)).toMatchObject({
      failures: 0,
      runningSince: undefined,
      lastSuccessAt: undefined,
    });
  });

  it('shows how far it has come', async () => {
    const runner = runnerOf(async ({ progress }) => {
      progress({ done: 1, total: 3 });
      progress({
        done: 3,
        total: 3,
        detail: 'acme/shop',
        rateLimit: { remaining: 4_000 },
      });
    });
    await run(runner);
    expect((await sourceState(knex, ID))?.progress).toEqual({
      done: 3,
      total: 3,
      detail: 'acme/shop',
      rateLimit: { remaining: 4_000 },
    });
  });
});
