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
import { Unmatched } from 'chokepoint-flow';
import { Knex } from 'knex';
import { COMPANY, component } from '../../dev/testing/company';
import { API, Portal, startPortal } from '../../dev/testing/portal';
import { replaceUnmatched } from './unmatchedTable';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const SHOP = 'github.com/acme/shop';
const PAY = 'github.com/acme/pay';
const MONO = 'github.com/acme/mono';
const LOOSE = 'github.com/acme/not-in-the-catalog';
const NEWCOMER = 'user:default/newcomer';
const OPERATOR = 'user:default/operator';
const DAY = 86_400_000;
const SINCE = Date.UTC(2026, 2, 2);

function found(
  kind: Unmatched['kind'],
  value: string,
  repo: string | undefined,
  rest: Partial<Unmatched> = {},
): Unmatched {
  return {
    kind,
    value,
    repo,
    n: 1,
    firstAt: SINCE,
    lastAt: SINCE + DAY,
    open: true,
    ...rest,
  };
}

/** What a test put into the table, by the repository that was placed. */
async function fill(knex: Knex) {
  const of = (repository: string, ...rows: Unmatched[]) =>
    replaceUnmatched(knex, { repository }, rows, SINCE);
  const contractor: Partial<Unmatched> = {
    mend: { kind: 'loginAnnotation', host: 'github.com', login: 'zoe' },
  };
  await of(
    SHOP,
    found('commits', 'aaa1111', SHOP, {
      n: 3,
      mend: { kind: 'history', repo: SHOP },
      detail: { samples: [`${SHOP}/deployments/1`] },
    }),
    found('environments', 'staging', SHOP, {
      open: false,
      detail: { production: false, takenBy: 'words' },
    }),
    found('actors', 'github.com/zoe', SHOP, { n: 4, ...contractor }),
  );
  await of(
    PAY,
    found('commits', 'bbb2222', PAY, { lastAt: SINCE + 2 * DAY }),
    found('actors', 'github.com/zoe', PAY, { n: 5, ...contractor }),
  );
  await of(
    MONO,
    found('unplacedChanges', `${MONO}/pull/9`, MONO, {
      entityRefs: ['component:default/stock'],
    }),
    found('services', 'basket', MONO, {
      detail: { samples: [`${MONO}/deployments/7`] },
      mend: { kind: 'serviceName', service: 'basket', candidates: ['cart'] },
    }),
  );
  await of(LOOSE, found('repositories', LOOSE, LOOSE));
}

interface Item {
  kind: string;
  value: string;
}

const namesIn = (body: { items: Item[] }) =>
  body.items.map(({ kind, value }) => `${kind} ${value}`);

describe.each(databases.eachSupportedId())('what did not match, on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    const knex = await databases.init(id);
    const permissions = mockServices.permissions.mock({
      authorize: async (requests, asker) =>
        requests.map(({ permission }) => ({
          result:
            ['chokepoint.source.sync', 'chokepoint.person.read'].includes(
              permission.name,
            ) && JSON.stringify(asker).includes('newcomer')
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
    });
    portal = await startPortal({
      knex,
      entities: [
        ...COMPANY,
        component('cart', { slug: 'acme/mono', folder: 'cart', owner: 'web' }),
        component('stock', {
          slug: 'acme/mono',
          folder: 'stock',
          owner: 'platform',
        }),
      ],
      hidden: {
        [NEWCOMER]: ['component:default/pay', 'component:default/stock'],
        [OPERATOR]: ['component:default/pay', 'component:default/stock'],
      },
      features: [
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => permissions,
        }),
      ],
    });
    await fill(knex);
  });

  afterAll(async () => {
    await portal.stop();
  });

  const ask = async (query: string = '') =>
    (await portal.api.get(`${API}/unmatched?${query}`).expect(200)).body;
  const asUser = (user: string, path: string) =>
    portal.api
      .get(`${API}${path}`)
      .set('Authorization', mockCredentials.user.header(user));

  it('is listed by kind with how often, since when, and what would mend it', async () => {
    const { items, kinds } = await ask('limit=500');
    expect(namesIn({ items })).toEqual([
      'commits bbb2222',
      'commits aaa1111',
      'services basket',
      'environments staging',
      `unplacedChanges ${MONO}/pull/9`,
      `repositories ${LOOSE}`,
      'actors github.com/zoe',
    ]);
    expect(items[1]).toEqual({
      kind: 'commits',
      value: 'aaa1111',
      n: 3,
      firstAt: '2026-03-02T00:00:00.000Z',
      lastAt: '2026-03-03T00:00:00.000Z',
      open: true,
      repos: [SHOP],
      repoCount: 1,
      entityRefs: ['component:default/shop'],
      detail: { samples: [`${SHOP}/deployments/1`] },
      mend: { kind: 'history', repo: SHOP },
    });
    expect(kinds).toContainEqual({
      kind: 'commits',
      values: 2,
      n: 4,
      since: '2026-03-02T00:00:00.000Z',
    });
  });

  it('is one thing in however many repositories it was named', async () => {
    const { items } = await ask('kind=actors');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ n: 9, repoCount: 2 });
    expect([...items[0].repos].sort()).toEqual([PAY, SHOP]);
  });

  it('is narrowed to a kind, to what is open, to an entity and what it rolls up', async () => {
    expect(namesIn(await ask('kind=services'))).toEqual(['services basket']);
    expect(namesIn(await ask('open=true'))).not.toContain(
      'environments staging',
    );
    expect(namesIn(await ask('entityRef=component:default/shop'))).toEqual([
      'commits aaa1111',
      'environments staging',
      'actors github.com/zoe',
    ]);
    expect(namesIn(await ask('entityRef=component:default/cart'))).toEqual([
      'services basket',
    ]);
    const system = await ask('entityRef=system:default/storefront&open=true');
    expect(namesIn(system)).toContain('commits aaa1111');
    await portal.api.get(`${API}/unmatched?entityRef=::`).expect(400);
    await portal.api
      .get(`${API}/unmatched?entityRef=component:default/unheard-of`)
      .expect(404);
  });

  it('comes page by page, each thing once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(`limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...namesIn(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(namesIn(await ask('limit=500')));
  });

  it('is nothing about what the catalog hides, not even to who looks after the sources', async () => {
    const { body } = await asUser(OPERATOR, '/unmatched').expect(200);
    expect(namesIn(body)).toEqual([
      'commits aaa1111',
      'services basket',
      'environments staging',
      `repositories ${LOOSE}`,
      'actors github.com/zoe',
    ]);
    const text = JSON.stringify(body);
    for (const hidden of [PAY, 'stock', 'deployments/7', 'pull/9', 'bbb2222']) {
      expect(text).not.toContain(hidden);
    }
    expect(body.items[4].n).toBe(4);
    await asUser(OPERATOR, '/unmatched?entityRef=component:default/pay').expect(
      404,
    );
  });

  it('is no person, and nothing without an entity, without the permissions for it', async () => {
    const { body } = await asUser(NEWCOMER, '/unmatched').expect(200);
    expect(namesIn(body)).toEqual([
      'commits aaa1111',
      'services basket',
      'environments staging',
    ]);
    expect(JSON.stringify(body)).not.toContain('zoe');
    expect(body.kinds).toContainEqual({
      kind: 'actors',
      values: 1,
      n: 1,
      since: '2026-03-02T00:00:00.000Z',
      withheld: true,
    });
  });

  it('is summed up with the figures of an entity', async () => {
    const figures = async (name: string) =>
      (
        await portal.api
          .get(`${API}/entities/component/default/${name}/figures`)
          .expect(200)
      ).body.unmatched;
    expect((await figures('shop')).kinds).toEqual([
      {
        kind: 'commits',
        values: 1,
        n: 3,
        since: '2026-03-02T00:00:00.000Z',
      },
      { kind: 'actors', values: 1, n: 4, since: '2026-03-02T00:00:00.000Z' },
    ]);
    expect((await figures('stock')).kinds).toHaveLength(2);
    expect((await figures('cart')).kinds).toHaveLength(1);
  });
});
