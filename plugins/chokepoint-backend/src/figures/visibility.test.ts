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
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { COMPANY, component } from '../../dev/testing/company';
import { API, Portal, startPortal } from '../../dev/testing/portal';
import { changeStory, hours, mergedStory } from '../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const WINDOW = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
const PAY = 'github.com/acme/pay';
const LOOSE = 'github.com/acme/not-in-the-catalog';
const NEWCOMER = 'user:default/newcomer';

function changePath(repo: string, number: number): string {
  return `${API}/changes/${encodeURIComponent(`${repo}/pull/${number}`)}`;
}

describe.each(databases.eachSupportedId())('what one may see, on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      entities: [
        ...COMPANY,
        component('cart', {
          slug: 'acme/mono',
          folder: 'cart',
          owner: 'web',
          system: 'storefront',
        }),
        component('stock', {
          slug: 'acme/mono',
          folder: 'stock',
          owner: 'platform',
          system: 'storefront',
        }),
      ],
      hidden: {
        [NEWCOMER]: ['component:default/pay', 'component:default/stock'],
      },
    });
    await portal.send([
      ...mergedStory(1).events,
      ...mergedStory(2, { repo: PAY, author: 'carol' }).events,
      ...mergedStory(3, { repo: LOOSE }).events,
      ...mergedStory(4, {
        repo: 'github.com/acme/mono',
        data: { paths: ['cart/a.ts', 'stock/b.ts'] },
      }).events,
      ...mergedStory(5, {
        repo: 'github.com/acme/mono',
        data: { paths: ['stock/b.ts'] },
      }).events,
    ]);
  });

  afterAll(async () => {
    await portal.stop();
  });

  const asNewcomer = (path: string) =>
    portal.api
      .get(path)
      .set('Authorization', mockCredentials.user.header(NEWCOMER));

  const titles = (body: { items: { title: string }[] }) =>
    body.items.map(change => change.title).sort();

  it('is nothing of an entity that the catalog does not show', async () => {
    for (const part of ['figures', 'changes']) {
      const path = `${API}/entities/component/default/pay/${part}`;
      await portal.api.get(path).expect(200);
      await asNewcomer(path).expect(404);
    }
    await portal.api
      .get(`${API}/entities/component/default/unheard-of/figures`)
      .expect(404);
  });

  it('is no change that touches only such entities', async () => {
    await portal.api.get(changePath(PAY, 2)).expect(200);
    const { body } = await asNewcomer(changePath(PAY, 2)).expect(404);
    expect(body.error.message).toBe(`No change ${PAY}/pull/2`);
  });

  it('is a change that touches another as well, without the hidden one', async () => {
    const path = changePath('github.com/acme/mono', 4);
    const { body: all } = await portal.api.get(path).expect(200);
    expect(all.entities).toEqual([
      'component:default/cart',
      'component:default/stock',
    ]);
    const { body } = await asNewcomer(path).expect(200);
    expect(body.entities).toEqual(['component:default/cart']);
  });

  it('is every change that touches nothing in the catalog', async () => {
    const { body } = await asNewcomer(changePath(LOOSE, 3)).expect(200);
    expect(body.entities).toEqual([]);
    expect(body.owner).toBe('unassigned');
  });

  it.each(['system/default/storefront', 'group/default/engineering'])(
    'is the visible part of what %s rolls up, counted once',
    async above => {
      const path = `${API}/entities/${above}`;
      const { body: all } = await portal.api.get(`${path}/changes?${WINDOW}`);
      expect(titles(all)).toEqual([
        'Change 1',
        'Change 2',
        'Change 4',
        'Change 5',
      ]);
      const { body } = await asNewcomer(`${path}/changes?${WINDOW}`);
      expect(titles(body)).toEqual(['Change 1', 'Change 4']);
      const figures = await asNewcomer(`${path}/figures?${WINDOW}`);
      expect(figures.body.figures.arrivals.n).toBe(2);
    },
  );
});

describe('people', () => {
  let portal: Portal;

  beforeAll(async () => {
    const permissions = mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result:
            permission.name === 'chokepoint.person.read'
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
    });
    portal = await startPortal({
      features: [
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => permissions,
        }),
      ],
    });
    const now = (Date.now() - hours(0)) / 3_600_000;
    await portal.send([
      ...mergedStory(1).events,
      ...changeStory(2, { hour: now - 10, author: 'zoe' }).tell(
        now - 9,
        'change.reviewRequested',
        'zoe',
        {
          reviewers: ['github.com/bob', 'github.com/carol', 'github.com/dave'],
        },
      ).events,
    ]);
    await portal.api.post(`${API}/events`).send([{ actor: { id: 'alice' } }]);
  });

  afterAll(async () => {
    await portal.stop();
  });

  it('are told as the team they act for, their shares added', async () => {
    const { body } = await portal.api
      .get(changePath('github.com/acme/shop', 2))
      .expect(200);
    const [waiting] = body.current.holders.filter(
      (h: { party: string }) => h.party === 'group:default/platform',
    );
    expect(waiting.share).toBeCloseTo(2 / 3, 12);
    expect(body.segments[1].holders).toHaveLength(2);
  });

  it('are nowhere in a change, its events or its author', async () => {
    for (const number of [1, 2]) {
      const { body } = await portal.api.get(
        changePath('github.com/acme/shop', number),
      );
      expect(JSON.stringify(body)).not.toMatch(/user:|alice|bob|carol|dave/);
      expect(body.events[0].actor).toEqual({ kind: 'human' });
    }
  });

  it('are nowhere in lists, figures and refusals', async () => {
    const base = `${API}/entities/component/default/shop`;
    for (const path of [
      `${base}/figures`,
      `${base}/changes?state=inFlight`,
      `${API}/rejections`,
    ]) {
      const { text } = await portal.api.get(path).expect(200);
      expect(text).not.toMatch(/user:|alice|bob|carol|dave/);
    }
  });

  it('who are in no team are external', async () => {
    const { body } = await portal.api.get(
      changePath('github.com/acme/shop', 2),
    );
    expect(body.author).toBe('external');
  });
});
