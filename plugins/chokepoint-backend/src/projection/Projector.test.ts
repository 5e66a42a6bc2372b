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
import { DEFAULT_MODEL_RULES, FlowEvent } from 'chokepoint-flow';
import { Knex } from 'knex';
import { derivedRows, forgetEvents } from '../../dev/testing/answers';
import { factoryEvents } from '../../dev/testing/factory';
import { silentLogger } from '../../dev/testing/silentLogger';
import { changeStory, hours, mergedStory, SHOP } from '../../dev/testing/story';
import { migrate } from '../database';
import { createIntake } from '../ingest/Intake';
import { definitionOf, ensureDefinition, rebuild } from './definition';
import { Projector } from './Projector';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const EVENTS = [...factoryEvents({ changes: 60, repos: 3 })];

describe.each(databases.eachSupportedId())('the projection on %s', id => {
  let knex: Knex;
  let now: number;
  const said: string[] = [];

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  beforeEach(async () => {
    now = hours(10_000);
    said.length = 0;
    await forgetEvents(knex);
    await ensureDefinition(knex, definitionOf(DEFAULT_MODEL_RULES));
  });

  function projector(): Projector {
    return new Projector({
      knex,
      logger: {
        ...silentLogger,
        error: message => {
          said.push(String(message));
        },
      },
      now: () => now,
      rules: () => DEFAULT_MODEL_RULES,
    });
  }

  async function store(events: readonly FlowEvent[]): Promise<void> {
    const items = events.map((value, index) => ({ index, value }));
    const report = await createIntake({ knex, now: () => now }).store(items);
    expect(report.rejected).toEqual([]);
  }

  it('by several replicas while events come in ends as by one afterwards', async () => {
    await store(EVENTS);
    await projector().drain();
    const expected = await derivedRows(knex);
    expect(expected.facts).toHaveLength(60);

    await forgetEvents(knex);
    const replicas = [projector(), projector(), projector()];
    const scattered = EVENTS.map((event, i) => ({ event, at: (i * 37) % 101 }))
      .sort((a, b) => a.at - b.at)
      .map(({ event }) => event);
    const coming = [0, 1, 2, 3].map(async sender => {
      const own = scattered.filter((_, i) => i % 4 === sender);
      for (let i = 0; i < own.length; i += 20) {
        await store(own.slice(i, i + 20));
      }
    });
    const working = replicas.map(async replica => {
      for (let i = 0; i < 10; i++) {
        await replica.drain();
      }
    });
    await Promise.all([...coming, ...working]);
    await Promise.all(replicas.map(replica => replica.drain()));
    await projector().drain();
    expect(said).toEqual([]);
    expect(await derivedRows(knex)).toEqual(expected);
  }, 60_000);

  it('takes an event in when its instant has come, and not before', async () => {
    now = hours(1);
    await store(mergedStory(1).events);
    await projector().drain();
    const state = async () => (await knex('facts').first())?.state;
    expect(await state()).toBe('open');
    now = hours(5.5);
    await projector().drain();
    expect(await state()).toBe('open');
    now = hours(6);
    await projector().drain();
    expect(await state()).toBe('inProduction');
    expect(await knex('work_queue').select()).toEqual([]);
  });

  it('leaves a subject that cannot be worked on for later, and no other', async () => {
    const broken = `${SHOP}/pull/2`;
    await store([1, 2, 3].flatMap(n => mergedStory(n).events));
    const { data } = await knex('events')
      .where({ subject: broken, type: 'change.opened' })
      .first();
    await knex('events')
      .where({ subject: broken, type: 'change.opened' })
      .update({ data: 'not json' });
    await projector().drain();
    expect(said).toEqual(['A subject cannot be worked on; trying again later']);
    expect((await derivedRows(knex)).facts).toHaveLength(2);

    await knex('events')
      .where({ subject: broken, type: 'change.opened' })
      .update({ data });
    now += 11 * 60_000;
    await projector().drain();
    expect((await derivedRows(knex)).facts).toHaveLength(3);
  });

  it('knows nothing of a change whose opening it does not know', async () => {
    const { events } = changeStory(1).tell(1, 'change.merged', 'alice', {
      sha: 'sha-1',
    });
    await store(events.slice(1));
    await projector().drain();
    expect((await derivedRows(knex)).facts).toEqual([]);
    await store(events);
    await projector().drain();
    expect((await derivedRows(knex)).facts).toHaveLength(1);
  });

  it('needs as many approvals as the source told, from then on, though it is told late', async () => {
    const { events } = changeStory(1, { data: { approvalsNeeded: 2 } })
      .tell(1, 'change.reviewed', 'bob', { verdict: 'approved' })
      .tell(2, 'change.updated', undefined, { approvalsNeeded: 1 })
      .tell(4, 'change.updated', undefined, { approvalsNeeded: 2 })
      .tell(5, 'change.reviewed', 'carol', { verdict: 'approved' });
    const stages = async () =>
      (await knex('segments').orderBy('started_at')).map(
        ({ stage, started_at: at }) =>
          `${(Number(at) - hours(0)) / 3_600_000} ${stage}`,
      );
    await store(events.filter((_, i) => i !== 2));
    await projector().drain();
    expect(await stages()).toEqual(['0 review', '5 merge']);
    await store(events);
    await projector().drain();
    expect(await stages()).toEqual([
      '0 review',
      '2 merge',
      '4 review',
      '5 merge',
    ]);
  });

  it('builds everything again from the log, to the same', async () => {
    await store(EVENTS);
    await projector().drain();
    const before = await derivedRows(knex);
    await rebuild(knex);
    expect((await derivedRows(knex)).facts).toEqual([]);
    await projector().drain();
    expect(await derivedRows(knex)).toEqual(before);
  });

  it('builds everything again when its rules change, and only then', async () => {
    const [first, ...others] = DEFAULT_MODEL_RULES.workTypes;
    const rules = definitionOf(DEFAULT_MODEL_RULES);
    await ensureDefinition(knex, rules);
    await store(EVENTS);
    await projector().drain();
    expect(await ensureDefinition(knex, rules)).toBe(false);
    expect((await derivedRows(knex)).facts).toHaveLength(60);
    const other = definitionOf({
      ...DEFAULT_MODEL_RULES,
      workTypes: [...others, first],
    });
    expect(await ensureDefinition(knex, other)).toBe(true);
    expect((await derivedRows(knex)).facts).toEqual([]);
    expect(
      await knex('work_queue').where({ stage: 'read' }).select(),
    ).toHaveLength(new Set(EVENTS.map(event => event.subject)).size);
  });
});
