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
import { FlowMap, GatewayPage } from 'backstage-plugin-chokepoint-common';
import { FlowEvent } from 'chokepoint-flow';
import { companyCatalog, simulate, Summary } from 'chokepoint-simulator';
import { Knex } from 'knex';
import { API, Portal, startPortal } from '../../../dev/testing/portal';
import { processed } from '../../../dev/testing/processed';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const DAY = 86_400_000;
const FROM = Date.UTC(2026, 3, 1);
const TO = FROM + 49 * DAY;
const COMPANY = { seed: 1 };
const PLANTED = 'group:default/foundations';
/** Events of one request. */
const BATCH = 5_000;

/** What a simulated company did, and what it knows of it. */
function simulated() {
  const events: FlowEvent[] = [];
  let summary: Summary | undefined;
  const session = { ...COMPANY, from: FROM, to: TO, changesPerWeek: 110 };
  for (const occurrence of simulate(session)) {
    if (occurrence.kind === 'event') {
      events.push(occurrence.event);
    } else if (occurrence.kind === 'summary') {
      summary = occurrence.summary;
    }
  }
  return { events, queueTime: summary?.queueTime ?? {} };
}

describe.each(databases.eachSupportedId())('a simulated company on %s', id => {
  const { events, queueTime } = simulated();
  // A decision may lie before the first change was opened.
  const window = `from=${new Date(FROM - 60 * DAY).toISOString()}&to=${new Date(
    TO,
  ).toISOString()}`;
  let knex: Knex;
  let portal: Portal;

  beforeAll(async () => {
    knex = await databases.init(id);
    portal = await startPortal({
      knex,
      entities: processed(companyCatalog(COMPANY)),
      config: { chokepoint: { bots: ['github.com/apps/second-look'] } },
    });
    for (let i = 0; i < events.length; i += BATCH) {
      await portal.send(events.slice(i, i + BATCH));
    }
  }, 240_000);

  afterAll(async () => {
    await portal.stop();
  });

  async function ranking(): Promise<GatewayPage> {
    const { body } = await portal.api
      .get(`${API}/gateways?${window}&limit=500`)
      .expect(200);
    return body;
  }

  it('waits in its rows for as long as in its timelines, to the millisecond', async () => {
    const { total, items } = await ranking();
    const segments = await knex('segments').where({ mode: 'waiting' });
    const waiting = segments.reduce((sum, { started_at, ended_at }) => {
      const end = Math.min(Number(ended_at ?? TO), TO);
      return sum + Math.max(0, end - Number(started_at));
    }, 0);
    expect(total.queueMs).toBe(waiting);
    expect(items.reduce((sum, row) => sum + row.queueMs, 0)).toBe(waiting);
    const map = await portal.api.get(`${API}/flow-map?${window}`).expect(200);
    const { edges }: FlowMap = map.body;
    expect(edges.reduce((sum, edge) => sum + edge.queueMs, 0)).toBe(waiting);
  });

  it('queues behind the planted team first, for as long as the team knows, to the millisecond', async () => {
    const { items } = await ranking();
    expect(items[0]).toMatchObject({
      party: PLANTED,
      gateway: true,
      queueMs: queueTime[PLANTED],
    });
  });

  it('queues behind every other team as long as the company knows', async () => {
    const { items } = await ranking();
    expect(
      Object.fromEntries(items.map(({ party, queueMs }) => [party, queueMs])),
    ).toEqual(queueTime);
  });
});
