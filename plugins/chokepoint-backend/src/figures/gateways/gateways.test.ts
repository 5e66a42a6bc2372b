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
  FlowMap,
  GatewayDetail,
  GatewayPage,
  QueuePage,
} from 'backstage-plugin-chokepoint-common';
import {
  COMPANY,
  component,
  domain,
  group,
  user,
} from '../../../dev/testing/company';
import { API, Portal, startPortal } from '../../../dev/testing/portal';
import { changeStory, mergedStory, SHOP } from '../../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const HOUR = 3_600_000;
const WINDOW = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
const PAY = 'github.com/acme/pay';
const LONE = 'github.com/acme/lone';
const BOTH = 'github.com/acme/both';

/** Engineering and web in a circle, somebody in two teams, things unowned. */
const ENTITIES = [
  ...COMPANY.filter(
    e => !['engineering', 'commerce', 'erin'].includes(e.metadata.name),
  ),
  group('engineering', 'web'),
  group('company', 'engineering'),
  domain('commerce', 'commerce'),
  user('erin', 'web', 'platform'),
  component('lone'),
  component('front', { slug: 'acme/both', owner: 'web', system: 'storefront' }),
  component('back', {
    slug: 'acme/both',
    owner: 'web',
    system: 'storefront',
  }),
];

/** Waits a day on carol, or on somebody else, and then goes on waiting. */
function waitingStory(
  number: number,
  options: Parameters<typeof changeStory>[1] & { on?: string },
) {
  const { hour = 0, author = 'alice', on = 'carol' } = options;
  return changeStory(number, options).tell(
    hour,
    'change.reviewRequested',
    author,
    { reviewers: [`github.com/${on}`] },
  );
}

const EVENTS = [
  ...[1, 2, 3, 4, 5, 6].flatMap(n => mergedStory(n, { hour: 24 * n }).events),
  ...mergedStory(7, { hour: 30, repo: BOTH }).events,
  ...mergedStory(8, { hour: 31, repo: LONE, author: 'erin' }).events,
  ...waitingStory(9, { hour: 40 }).events,
  ...waitingStory(10, { hour: 41, repo: PAY, author: 'bob', on: 'dave' })
    .events,
  ...waitingStory(11, { hour: 42, repo: BOTH, on: 'erin' }).events,
  ...waitingStory(12, { hour: 43, repo: LONE, on: 'zoe' }).events,
];

interface WaitingSegment {
  mode: string;
  start: string;
  end: string;
}

/** The waiting of some changes within a window, from their timelines. */
async function waitingOf(portal: Portal, keys: string[]): Promise<number> {
  const [from, to] = [Date.UTC(2026, 2, 1), Date.UTC(2026, 3, 1)];
  let total = 0;
  for (const key of keys) {
    const { body } = await portal.api
      .get(`${API}/changes/${encodeURIComponent(key)}`)
      .expect(200);
    const segments: WaitingSegment[] = body.segments;
    for (const { mode, start, end } of segments) {
      if (mode === 'waiting') {
        const begin = Math.max(Date.parse(start), from);
        total += Math.max(0, Math.min(Date.parse(end), to) - begin);
      }
    }
  }
  return total;
}

function sumOf(rows: readonly { queueMs: number }[]): number {
  return rows.reduce((sum, row) => sum + row.queueMs, 0);
}

const inShop = [1, 2, 3, 4, 5, 6, 9].map(n => `${SHOP}/pull/${n}`);
const inBoth = [`${BOTH}/pull/7`, `${BOTH}/pull/11`];
const inPay = [`${PAY}/pull/10`];
const inLone = [`${LONE}/pull/8`, `${LONE}/pull/12`];

describe.each(databases.eachSupportedId())('gateways on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      entities: ENTITIES,
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
    ['organisation', [...inShop, ...inBoth, ...inPay, ...inLone]],
    ['domain:default/commerce', [...inShop, ...inBoth, ...inPay]],
    ['system:default/storefront', [...inShop, ...inBoth, ...inPay]],
    // In a circle with what is above it, so that everything is below it too.
    ['group:default/web', [...inShop, ...inBoth, ...inPay]],
    ['group:default/platform', inPay],
    ['component:default/shop', inShop],
    ['component:default/front', inBoth],
    ['component:default/lone', inLone],
  ])(
    'neither lose nor create a millisecond of the waiting in %s',
    async (scope, keys) => {
      const waiting = await waitingOf(portal, keys);
      for (const by of ['team', 'party']) {
        const page = await get<GatewayPage>(
          `/gateways?${WINDOW}&by=${by}&scope=${scope}`,
        );
        expect(page.total).toEqual({ queueMs: waiting, changes: keys.length });
        expect(sumOf(page.items)).toBe(waiting);
      }
      const map = await get<FlowMap>(`/flow-map?${WINDOW}&scope=${scope}`);
      expect(map.total.queueMs).toBe(waiting);
      expect(sumOf(map.edges)).toBe(waiting);
    },
  );

  it('charge a person in several teams to the one that owns the change', async () => {
    const { items } = await get<GatewayPage>(
      `/gateways?${WINDOW}&scope=component:default/front`,
    );
    const web = items.find(row => row.party === 'group:default/web');
    const platform = items.find(row => row.party === 'group:default/platform');
    expect([web?.queueNow, platform?.queueNow]).toEqual([1, 0]);
  });

  it('name the smallest set that holds half of the waiting, with a sentence', async () => {
    const { items, total } = await get<GatewayPage>(`/gateways?${WINDOW}`);
    const named = items.filter(row => row.gateway);
    expect(sumOf(named)).toBeGreaterThanOrEqual(total.queueMs / 2);
    expect(sumOf(named.slice(0, -1))).toBeLessThan(total.queueMs / 2);
    expect(named[0].sentence).toMatch(/^\d+ % of all waiting; /);
  });

  it('page through the ranking without losing a row', async () => {
    const all = await get<GatewayPage>(`/gateways?${WINDOW}`);
    const found: string[] = [];
    let cursor = '';
    do {
      const page = await get<GatewayPage>(
        `/gateways?${WINDOW}&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      found.push(...page.items.map(row => row.party));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(found).toEqual(all.items.map(row => row.party));
  });

  it('tell of one gateway whose changes wait, where, and since when', async () => {
    const party = 'group:default/platform';
    const detail = await get<GatewayDetail>(
      `/gateways/${encodeURIComponent(party)}?${WINDOW}&target=${HOUR}`,
    );
    expect(detail.row).toMatchObject({ party, visits: 8 });
    expect(sumOf(detail.owners)).toBe(detail.row.queueMs);
    // Bob answers after four hours.
    expect(detail.row.waitP50).toBe(4 * HOUR);
    expect(detail.saving).toMatchObject({
      target: HOUR,
      // Seven visits of 4 h, and one that went on for erin's hour to merge.
      savedMs: (7 * 4 + 5) * HOUR * (1 - 1 / 4),
    });
    expect(detail.weeks.reduce((sum, week) => sum + week.served, 0)).toBe(8);
    expect(detail.waitingNow.map(item => item.change)).toEqual([
      `${SHOP}/pull/9`,
    ]);
    expect(detail.longest[0]).toMatchObject({
      change: `${SHOP}/pull/9`,
      stage: 'review',
    });
    const services = detail.services.map(service => service.entityRef);
    expect(services).toContain('component:default/front');
    expect(services).toContain('component:default/back');
  });

  it('answer 404 for whom nothing waits on, and 400 for a scope that is none', async () => {
    await portal.api
      .get(`${API}/gateways/group%3Adefault%2Fnobody?${WINDOW}`)
      .expect(404);
    await portal.api.get(`${API}/gateways?scope=::`).expect(400);
    await portal.api.get(`${API}/gateways?scope=group:default/x`).expect(404);
  });

  it('tell the live queue by age, with who waits on each other in a circle', async () => {
    const queue = await get<QueuePage>('/queue');
    expect(queue.total).toBe(queue.items.length);
    const waiting = queue.items.filter(item => item.stage === 'review');
    expect(waiting.map(item => item.change)).toEqual([
      `${SHOP}/pull/9`,
      `${PAY}/pull/10`,
      `${BOTH}/pull/11`,
      `${LONE}/pull/12`,
    ]);
    expect(queue.cycles).toEqual([
      { teams: ['group:default/platform', 'group:default/web'], changes: 2 },
    ]);
    expect(queue.chains).toContainEqual({
      team: 'group:default/web',
      waitsOn: [{ team: 'group:default/platform', distance: 1 }],
    });
  });

  it('keep what belongs to an entity that has left the catalog', async () => {
    const before = await get<GatewayPage>(`/gateways?${WINDOW}`);
    await portal.catalogSays(
      ENTITIES.filter(e => !['pay', 'lone'].includes(e.metadata.name)),
    );
    const after = await get<GatewayPage>(`/gateways?${WINDOW}`);
    expect(after.total).toEqual(before.total);
    const team = await get<GatewayPage>(
      `/gateways?${WINDOW}&scope=group:default/platform`,
    );
    expect(team.total.changes).toBe(inPay.length);
    await portal.catalogSays(ENTITIES);
  });
});
