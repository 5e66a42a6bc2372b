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
import {
  EntityDurations,
  EntityFigures,
  EntityReviews,
  GatewayPage,
  Scorecard,
} from 'backstage-plugin-chokepoint-common';
import { COMPANY, component } from '../../../dev/testing/company';
import { API, Portal, startPortal } from '../../../dev/testing/portal';
import {
  changeStory,
  deploymentStory,
  hours,
  mergedStory,
} from '../../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const HOUR = 3_600_000;
const WINDOW = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
const PAY = 'github.com/acme/pay';

const FORMULA = component('formula', { owner: 'platform' });
FORMULA.metadata.title = '=HYPERLINK("https://evil.example")';

const EVENTS = [
  ...deploymentStory(1, { hour: -2, sha: 'sha-0' }).events,
  ...[1, 2, 3, 4, 5, 6].flatMap(n => mergedStory(n, { hour: 24 * n }).events),
  ...deploymentStory(2, { hour: 24 * 7, sha: 'sha-6' }).events,
  ...changeStory(7, { hour: 200 }).events,
  ...mergedStory(8, { hour: 210, repo: PAY, author: 'carol' }).events,
];

describe.each(databases.eachSupportedId())('scorecards on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      entities: [...COMPANY, FORMULA],
      config: { chokepoint: { privacy: { minimumGroupSize: 2 } } },
    });
    await portal.send(EVENTS);
  });

  afterAll(async () => {
    await portal.stop();
  });

  async function get<T>(path: string): Promise<T> {
    const { body } = await portal.api.get(`${API}${path}`).expect(200);
    return body;
  }

  it.each([
    ['organisation', 'teams', ['platform', 'web']],
    ['organisation', 'entities', [FORMULA.metadata.title, 'pay', 'shop']],
    ['group:default/engineering', 'teams', ['platform', 'web']],
    ['group:default/web', 'teams', ['shop']],
    ['domain:default/commerce', 'teams', ['storefront']],
    ['domain:default/commerce', 'entities', ['pay', 'shop']],
    ['system:default/storefront', 'teams', ['pay', 'shop']],
  ])('of %s have the right rows of %s', async (scope, rows, titles) => {
    const { items } = await get<Scorecard>(
      `/scorecard?${WINDOW}&scope=${scope}&rows=${rows}`,
    );
    expect(items.map(row => row.title)).toEqual(titles);
  });

  it('tell of a row what its own page tells', async () => {
    const { items } = await get<Scorecard>(
      `/scorecard?${WINDOW}&scope=system:default/storefront`,
    );
    const shop = items.find(row => row.title === 'shop');
    const own = await get<EntityFigures>(
      `/entities/component/default/shop/figures?${WINDOW}`,
    );
    for (const [figure, told] of Object.entries(shop?.figures ?? {})) {
      const { value, n, unit, status, withheld } = own.figures[figure];
      expect(told).toEqual({ value, n, unit, status, withheld });
    }
    expect(Object.keys(shop?.figures ?? {})).toHaveLength(7);
    expect(shop).toMatchObject({
      owner: 'group:default/web',
      domain: 'domain:default/commerce',
      changes: 7,
    });
    // Nothing was decided, so that the lead time is told week by week.
    expect(shop?.trend.reduce((sum, week) => sum + week.n, 0)).toBe(6);
  });

  it('tell what waits behind a team as the ranking does', async () => {
    const { items } = await get<Scorecard>(`/scorecard?${WINDOW}`);
    const ranking = await get<GatewayPage>(`/gateways?${WINDOW}`);
    for (const row of items) {
      const gateway = ranking.items.find(g => g.party === row.entityRef);
      expect(row.queueMs).toBe(gateway?.queueMs);
    }
  });

  it('come page by page', async () => {
    const first = await get<Scorecard>(`/scorecard?${WINDOW}&limit=1`);
    const second = await get<Scorecard>(
      `/scorecard?${WINDOW}&limit=1&cursor=${first.nextCursor}`,
    );
    expect([...first.items, ...second.items].map(row => row.title)).toEqual([
      'platform',
      'web',
    ]);
    expect(second.nextCursor).toBeUndefined();
  });

  it('come as CSV in which no cell is a formula', async () => {
    const path = `${API}/scorecard?${WINDOW}&rows=entities`;
    const { text, headers } = await portal.api
      .get(path)
      .set('Accept', 'text/csv')
      .expect(200);
    expect(headers['content-type']).toMatch(/^text\/csv/);
    const lines = text.trim().split('\n');
    expect(lines[0]).toMatch(/^entityRef,title,kind,owner,domain,changes,/);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    const asked = await portal.api.get(`${path}&format=csv`).expect(200);
    expect(asked.text).toBe(text);
  });

  it('tell how long each change took, and how long the open ones so far', async () => {
    const durations = await get<EntityDurations>(
      `/entities/component/default/shop/durations?${WINDOW}&measure=leadTime`,
    );
    const finished = durations.points.filter(point => point[4] === 0);
    expect(finished.map(point => point[3] / HOUR)).toEqual([
      146, 122, 98, 74, 50, 26,
    ]);
    expect(durations.points[6]).toEqual([
      'github.com/acme/shop/pull/7',
      'Change 7',
      Date.UTC(2026, 3, 1),
      Date.UTC(2026, 3, 1) - hours(200),
      1,
      'other',
    ]);
    expect(durations).toMatchObject({
      p50: 86 * HOUR,
      cut: false,
      openCounted: { n: 7, reached: 6, open: 1, closed: 0, p50: 98 * HOUR },
    });
    const cut = await get<EntityDurations>(
      `/entities/component/default/shop/durations?${WINDOW}&measure=leadTime&limit=2`,
    );
    expect([cut.points.length, cut.cut]).toEqual([2, true]);
  });

  it('tell reviews by the hour they were asked for, in the zone asked for', async () => {
    const path = `/entities/component/default/shop/reviews?${WINDOW}`;
    const reviews = await get<EntityReviews>(path);
    // Asked every day at nine, from Tuesday on.
    expect(reviews.byHour.map(cell => [cell.weekday, cell.hour])).toEqual(
      [
        [1, 9],
        [2, 9],
        [3, 9],
        [4, 9],
        [5, 9],
        [6, 9],
        [7, 9],
      ].filter(([weekday]) => weekday !== 1),
    );
    expect(reviews.reviewLatency).toMatchObject({ n: 6, p50: 5 * HOUR });
    const elsewhere = await get<EntityReviews>(`${path}&zone=Asia/Tokyo`);
    expect(elsewhere.byHour[0]).toMatchObject({ hour: 18, n: 1 });
    await portal.api.get(`${API}${path}&zone=Mars/Base`).expect(400);
  });

  it('tell how a figure moved, and its estimate with open changes counted', async () => {
    const { figures } = await get<EntityFigures>(
      `/entities/component/default/shop/figures?${WINDOW}`,
    );
    expect(figures.leadTime.openCounted).toMatchObject({ n: 7, open: 1 });
    expect(figures.leadTime.previous).toEqual({ n: 0 });
    expect(figures.handoffs.openCounted).toBeUndefined();
  });
});
