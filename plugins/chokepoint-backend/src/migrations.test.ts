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
import { Knex } from 'knex';
import { migrate } from './database';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const directory = `${__dirname}/../migrations`;

/** A row for every table, by the migration that brings it. */
const ROWS: [migration: string, rows: Record<string, object>][] = [
  [
    '20261121000001_event_log.js',
    {
      events: {
        source: 'test:a',
        id: '1',
        type: 'change.commented',
        subject: 'github.com/acme/shop/pull/1',
        at: Date.UTC(2026, 0, 1),
        received_at: Date.UTC(2026, 0, 2),
      },
      dirty: { stage: 'read', subject: 'github.com/acme/shop/pull/1', due: 0 },
      source_state: { source: 'test:a', events: 1 },
      source_cursors: { source: 'test:a', key: 'acme/shop', cursor: '{}' },
      dead_letters: { received_at: Date.UTC(2026, 0, 2), reason: 'not JSON' },
    },
  ],
  [
    '20261121000002_ownership.js',
    {
      ownership: {
        entity_ref: 'component:default/shop',
        repo: 'github.com/acme/shop',
        valid_from: 0,
      },
      parents: { child: 'group:default/a', parent: 'group:default/b' },
      memberships: { user_ref: 'user:default/a', group_ref: 'group:default/a' },
      identities: {
        actor_id: 'github.com/a',
        rank: 0,
        party: 'user:default/a',
      },
    },
  ],
  [
    '20261121000003_timelines.js',
    {
      subjects: { subject: 'github.com/acme/shop/pull/1', kind: 'change' },
      links: {
        change: 'github.com/acme/shop/pull/1',
        subject: 'acme.atlassian.net/browse/A-1',
        kind: 'workItem',
      },
      facts: {
        change: 'github.com/acme/shop/pull/1',
        repo: 'github.com/acme/shop',
        state: 'open',
        author_kind: 'human',
        work_type: 'other',
        title_order: 'a',
        owner: 'group:default/a',
        started_at: Date.UTC(2026, 0, 1),
        opened_at: Date.UTC(2026, 0, 1),
        waiting: 0,
        production_observed: false,
        simulated: false,
        fresh_at: Date.UTC(2026, 0, 2),
        revision: 1,
        facts: '{}',
      },
      segments: {
        change: 'github.com/acme/shop/pull/1',
        position: 0,
        stage: 'review',
        mode: 'waiting',
        started_at: Date.UTC(2026, 0, 1),
        holders: '[]',
      },
      waits: {
        change: 'github.com/acme/shop/pull/1',
        position: 0,
        party: 'user:default/a',
        team: 'group:default/a',
        stage: 'review',
        started_at: Date.UTC(2026, 0, 1),
        share: 1 / 3,
      },
      change_entities: {
        change: 'github.com/acme/shop/pull/1',
        entity_ref: 'component:default/shop',
      },
      participants: {
        change: 'github.com/acme/shop/pull/1',
        actor_id: 'github.com/a',
      },
      projection_state: { key: 'definition', value: '1' },
    },
  ],
  [
    '20261121000004_targets_and_snapshots.js',
    {
      targets: {
        entity_ref: 'component:default/shop',
        figure: 'leadTime',
        target: 1,
        limit: 2,
        set_at: Date.UTC(2026, 0, 1),
      },
      snapshots: {
        id: '5f0b3f3c-2f6c-4f37-9d5c-1f1f6f1f0f00',
        entity_ref: 'component:default/shop',
        taken_at: Date.UTC(2026, 0, 1),
        refs: '[]',
        state: '{}',
      },
    },
  ],
  ['20261121000005_change_size.js', {}],
  ['20261121000006_repairs.js', {}],
  ['20261125000001_work_queue.js', {}],
  [
    '20261125000002_identity.js',
    {
      aliases: {
        kind: 'actors',
        name: 'github.com/al',
        stands_for: 'github.com/alice',
      },
    },
  ],
  [
    '20261125000010_unmatched.js',
    {
      unmatched: {
        scope: 'repository/github.com/acme/shop',
        kind: 'commits',
        value: '0123abc',
        repo: 'github.com/acme/shop',
        n: 3,
        first_at: Date.UTC(2026, 0, 1),
        last_at: Date.UTC(2026, 0, 2),
        open: true,
      },
    },
  ],
  [
    '20261125000020_placements.js',
    {
      placements: {
        change: 'github.com/acme/shop/pull/1',
        repo: 'github.com/acme/shop',
        placement: '{}',
      },
      releases: {
        release: 'github.com/acme/shop/deployments/1',
        repo: 'github.com/acme/shop',
        started_at: Date.UTC(2026, 0, 1),
        facts: '{}',
      },
    },
  ],
  [
    '20261126000001_what_is_looked_for.js',
    {
      homes: { entity_ref: 'component:default/shop', repos: '[]', path: '' },
    },
  ],
];

async function fill(knex: Knex, rows: Record<string, object>) {
  for (const [table, row] of Object.entries(rows)) {
    await knex(table).insert(row);
    expect(await knex(table).select()).toEqual([expect.objectContaining({})]);
  }
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up and down step by step, with rows in place', async () => {
    const knex = await databases.init(id);
    for (const [migration, rows] of ROWS) {
      const [, run] = await knex.migrate.up({ directory });
      expect(run).toEqual([expect.stringContaining(migration)]);
      await fill(knex, rows);
    }
    expect((await knex.migrate.list({ directory }))[1]).toEqual([]);
    for (const [migration, rows] of [...ROWS].reverse()) {
      const [, run] = await knex.migrate.down({ directory });
      expect(run).toEqual([expect.stringContaining(migration)]);
      for (const table of Object.keys(rows)) {
        expect(await knex.schema.hasTable(table)).toBe(false);
      }
    }
    for (const [, rows] of ROWS) {
      await knex.migrate.up({ directory });
      await fill(knex, rows);
    }
  });

  it('take the size of a change over from its facts', async () => {
    const knex = await databases.init(id);
    const size = ROWS.findIndex(([name]) => name.includes('change_size'));
    for (const [, rows] of ROWS.slice(0, size)) {
      await knex.migrate.up({ directory });
      await fill(knex, rows);
    }
    const [, , [, { facts }]] = ROWS;
    await knex('facts').insert({
      ...facts,
      change: 'github.com/acme/shop/pull/2',
      facts: '{"size":"xl"}',
    });
    await knex.migrate.up({ directory });
    expect(await knex('facts').orderBy('change').pluck('size')).toEqual([
      'unknown',
      'xl',
    ]);
  });

  it('keep instants of milliseconds exact', async () => {
    const knex = await databases.init(id);
    await migrate(knex);
    const at = Date.parse('2026-11-21T01:02:03.456Z');
    await knex('events').insert({ ...ROWS[0][1].events, at });
    const row = await knex('events').first();
    expect(Number(row.at)).toBe(at);
  });
});

describe.each(databases.eachSupportedId().filter(([id]) => id !== 'SQLITE_3'))(
  'several replicas on %s',
  id => {
    it('may migrate an empty database at once', async () => {
      const knex = await databases.init(id);
      await Promise.all([1, 2, 3, 4].map(() => migrate(knex)));
      expect((await knex.migrate.list({ directory }))[1]).toEqual([]);
    });
  },
);
