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

import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  EntityFindings,
  GatewayPage,
  QueuePage,
  Scorecard,
} from 'backstage-plugin-chokepoint-common';
import { API, Portal, startPortal } from '../../../dev/testing/portal';
import { changeStory, mergedStory, SHOP } from '../../../dev/testing/story';

const WINDOW = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
const PAY = 'github.com/acme/pay';
const SHOP_PATH = '/entities/component/default/shop';
const NEWCOMER = 'user:default/newcomer';
const CAROL = 'user:default/carol';

const EVENTS = [
  ...[1, 2, 3, 4, 5, 6].flatMap(n => mergedStory(n, { hour: 24 * n }).events),
  ...mergedStory(7, { hour: 30, repo: PAY, author: 'carol' }).events,
  ...changeStory(8, { hour: 20 }).tell(20, 'change.reviewRequested', 'alice', {
    reviewers: ['github.com/carol'],
  }).events,
  ...changeStory(9, { hour: 10 }).tell(10, 'change.reviewRequested', 'alice', {
    reviewers: ['github.com/dave'],
  }).events,
];

/** A portal that denies some permissions to everybody. */
async function portalWithout(...denied: string[]): Promise<Portal> {
  return portalWith({ minimumGroupSize: 3 }, denied);
}

async function portalWith(
  privacy: { minimumGroupSize: number },
  denied: readonly string[] = [],
): Promise<Portal> {
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  const portal = await startPortal({
    config: { chokepoint: { privacy } },
    hidden: { [NEWCOMER]: ['component:default/pay'] },
    features: [
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissions,
      }),
    ],
  });
  await portal.send(EVENTS);
  return portal;
}

async function ask<T>(
  portal: Portal,
  path: string,
  user = 'user:default/mock',
): Promise<T> {
  const { body } = await portal.api
    .get(`${API}${path}`)
    .set('Authorization', mockCredentials.user.header(user))
    .expect(200);
  return body;
}

describe('gateways, to those who may see all', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await portalWithout();
  });

  afterAll(async () => {
    await portal.stop();
  });

  it('count nothing that the caller may not see, and balance all the same', async () => {
    const all = await ask<GatewayPage>(portal, `/gateways?${WINDOW}`);
    const some = await ask<GatewayPage>(
      portal,
      `/gateways?${WINDOW}`,
      NEWCOMER,
    );
    expect(all.total.changes).toBe(9);
    expect(some.total.changes).toBe(8);
    expect(some.items.reduce((sum, row) => sum + row.queueMs, 0)).toBe(
      some.total.queueMs,
    );
    const shop = await ask<GatewayPage>(
      portal,
      `/gateways?${WINDOW}&scope=component:default/shop`,
    );
    expect(some.total).toEqual(shop.total);
  });

  it('leave out the rows of a scorecard that the caller may not see', async () => {
    const path = `/scorecard?${WINDOW}&rows=entities`;
    const some = await ask<Scorecard>(portal, path, NEWCOMER);
    expect(some.items.map(row => row.title)).toEqual(['shop']);
    await portal.api
      .get(`${API}/scorecard?scope=component:default/pay`)
      .set('Authorization', mockCredentials.user.header(NEWCOMER))
      .expect(404);
  });

  it('withhold the speed of a team of two, and not its part of the sum', async () => {
    const { items } = await ask<GatewayPage>(portal, `/gateways?${WINDOW}`);
    const platform = items.find(row => row.party === 'group:default/platform');
    expect(platform?.withheld).toBe('tooFewPeople');
    expect(platform?.queueMs).toBeGreaterThan(0);
    for (const speed of ['waitP50', 'waitP90', 'load', 'concentration']) {
      expect(platform).not.toHaveProperty(speed);
    }
    expect(platform?.sentence).not.toMatch(/median|approvals/);
  });

  it('tell of no single person where there are too few to hide among', async () => {
    const path = `${SHOP_PATH}/findings?${WINDOW}`;
    const rulesOf = async (asked: Portal) => {
      const { findings } = await ask<EntityFindings>(asked, path);
      return findings.map(finding => finding.rule);
    };
    // One author and one approver.
    const rules = await rulesOf(portal);
    expect(rules).not.toContain('scarceApproval');
    expect(rules).not.toContain('onePersonAway');
    const lax = await portalWith({ minimumGroupSize: 2 });
    expect(await rulesOf(lax)).toContain('scarceApproval');
    await lax.stop();
  });

  it('put what waits on the caller or the caller’s team first', async () => {
    const asCarol = await ask<QueuePage>(portal, '/queue', CAROL);
    expect(asCarol.items[0]).toMatchObject({
      change: `${SHOP}/pull/8`,
      mine: true,
      holders: [{ party: CAROL, team: 'group:default/platform', share: 1 }],
    });
    const others = await ask<QueuePage>(portal, '/queue', NEWCOMER);
    expect(others.items.some(item => item.mine)).toBe(false);
    expect(others.items.map(item => item.change)).not.toContain(
      `${PAY}/pull/7`,
    );
  });

  it('hide a snapshot from those who may not see all it was pooled from', async () => {
    const path = '/entities/system/default/storefront/snapshots';
    await portal.api.post(`${API}${path}`).send({}).expect(201);
    const all = await ask<{ items: { id: string }[] }>(portal, path);
    expect(all.items).toHaveLength(1);
    expect(await ask(portal, path, NEWCOMER)).toEqual({ items: [] });
    await portal.api
      .get(`${API}${path}/${all.items[0].id}`)
      .set('Authorization', mockCredentials.user.header(NEWCOMER))
      .expect(404);
  });
});

describe('gateways, to those who may not see people', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await portalWithout(
      'chokepoint.person.read',
      'chokepoint.target.write',
    );
  });

  afterAll(async () => {
    await portal.stop();
  });

  it.each([
    `/gateways?${WINDOW}&by=party`,
    `/gateways/group%3Adefault%2Fplatform?${WINDOW}`,
    `/flow-map?${WINDOW}`,
    '/queue',
    `/scorecard?${WINDOW}`,
    `/findings?${WINDOW}`,
    `${SHOP_PATH}/findings?${WINDOW}`,
    `${SHOP_PATH}/reviews?${WINDOW}`,
    `${SHOP_PATH}/durations?${WINDOW}`,
  ])('name nobody in %s', async path => {
    const { text } = await portal.api.get(`${API}${path}`).expect(200);
    expect(text).not.toMatch(/user:|alice|bob|carol|dave/);
  });

  it('tell nobody what waits on a person', async () => {
    await portal.api
      .get(`${API}/gateways/user%3Adefault%2Fcarol?${WINDOW}`)
      .expect(403);
  });

  it('still tell the caller what waits on the caller', async () => {
    const asCarol = await ask<QueuePage>(portal, '/queue', CAROL);
    expect(asCarol.items[0]).toMatchObject({
      change: `${SHOP}/pull/8`,
      mine: true,
      holders: [
        {
          party: 'group:default/platform',
          team: 'group:default/platform',
          share: 1,
        },
      ],
    });
  });

  it('tell not who took a snapshot', async () => {
    const { body } = await portal.api
      .post(`${API}${SHOP_PATH}/snapshots`)
      .send({})
      .expect(201);
    expect(body).not.toHaveProperty('by');
  });

  it('let nobody set a target without the permission to', async () => {
    await portal.api
      .put(`${API}${SHOP_PATH}/targets`)
      .send({ targets: { leadTime: { target: 1, limit: 2 } } })
      .expect(403);
  });
});
