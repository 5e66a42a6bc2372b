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
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { forgetEvents } from '../../dev/testing/answers';
import {
  COMPANY,
  component,
  domain,
  group,
  system,
  user,
} from '../../dev/testing/company';
import { API, Portal, startPortal } from '../../dev/testing/portal';
import { changeStory, hours, mergedStory, SHOP } from '../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The company with some of its entities replaced by others of their name. */
function companyWith(...entities: Entity[]): Entity[] {
  const replaced = new Set(entities.map(e => `${e.kind}/${e.metadata.name}`));
  return [
    ...COMPANY.filter(e => !replaced.has(`${e.kind}/${e.metadata.name}`)),
    ...entities,
  ];
}

describe.each(databases.eachSupportedId())('ownership on %s', id => {
  let portal: Portal;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    portal = await startPortal({ knex });
  });

  beforeEach(async () => {
    await portal.catalogSays([]);
    await forgetEvents(knex);
    for (const table of ['ownership', 'parents', 'memberships', 'identities']) {
      await knex(table).delete();
    }
  });

  afterAll(async () => {
    await portal.stop();
  });

  async function change(number: number) {
    const { body } = await portal.api
      .get(`${API}/changes/${encodeURIComponent(`${SHOP}/pull/${number}`)}`)
      .expect(200);
    return body;
  }

  async function changesOf(entity: string): Promise<number> {
    const { body } = await portal.api
      .get(`${API}/entities/${entity}/changes`)
      .query({ from: new Date(hours(-24)).toISOString() })
      .expect(200);
    return body.total;
  }

  it('of a change stays with the team that had it at its opening', async () => {
    await portal.catalogSays(COMPANY);
    await portal.send(mergedStory(1).events);
    await portal.catalogSays(
      companyWith(component('shop', { owner: 'platform' })),
    );
    const now = (Date.now() - hours(0)) / 3_600_000;
    await portal.send(changeStory(2, { hour: now }).events);
    expect((await change(1)).owner).toBe('group:default/web');
    expect((await change(2)).owner).toBe('group:default/platform');
    expect(await changesOf('group/default/web')).toBe(1);
    expect(await changesOf('group/default/platform')).toBe(1);
    expect(await changesOf('component/default/shop')).toBe(2);
  });

  it('of the past is known from the first time an entity is seen', async () => {
    await portal.send(mergedStory(1).events);
    expect(await change(1)).toMatchObject({
      owner: 'unassigned',
      entities: [],
    });
    await portal.catalogSays(COMPANY);
    expect(await change(1)).toMatchObject({
      owner: 'group:default/web',
      entities: ['component:default/shop'],
    });
    expect(await changesOf('group/default/engineering')).toBe(1);
  });

  it('survives that the catalog forgets an entity for a while', async () => {
    await portal.catalogSays(COMPANY);
    await portal.send(mergedStory(1).events);
    await portal.catalogSays([group('web')]);
    await portal.catalogSays(COMPANY);
    expect(await changesOf('component/default/shop')).toBe(1);
  });

  it('by a team that is gone counts for nothing, until the team is back', async () => {
    await portal.catalogSays(COMPANY);
    await portal.send(mergedStory(1).events);
    await portal.catalogSays(
      COMPANY.filter(entity => entity.metadata.name !== 'web'),
    );
    expect((await change(1)).owner).toBe('unassigned');
    await portal.catalogSays(COMPANY);
    expect((await change(1)).owner).toBe('group:default/web');
  });

  it('of waiting moves when the catalog gets to know somebody', async () => {
    await portal.catalogSays(
      COMPANY.filter(entity => entity.metadata.name !== 'bob'),
    );
    await portal.send(mergedStory(1).events);
    const reviewer = async () => (await change(1)).segments[1].holders[0].party;
    expect(await reviewer()).toBe('external');
    await portal.catalogSays(COMPANY);
    expect(await reviewer()).toBe('user:default/bob');
    const { body } = await portal.api
      .get(`${API}/entities/component/default/shop/figures`)
      .query({ from: new Date(hours(-24)).toISOString() });
    expect(body.waitingOn).toContainEqual(
      expect.objectContaining({ party: 'group:default/platform' }),
    );
  });

  it('of waiting moves when somebody changes teams', async () => {
    await portal.catalogSays(COMPANY);
    await portal.send(mergedStory(1).events);
    await portal.catalogSays(companyWith(user('bob', 'web')));
    const { body } = await portal.api
      .get(`${API}/entities/component/default/shop/figures`)
      .query({ from: new Date(hours(-24)).toISOString() });
    expect(body.waitingOn.map((w: { party: string }) => w.party)).toEqual([
      'group:default/web',
      'unassigned',
    ]);
  });

  it('rolls up through nested groups and domains, circles included', async () => {
    await portal.catalogSays([
      group('engineering', 'web'),
      group('web', 'engineering'),
      domain('commerce', 'business'),
      domain('business', 'commerce'),
      system('storefront', 'commerce'),
      component('shop', { owner: 'web', system: 'storefront' }),
      user('alice', 'web'),
    ]);
    await portal.send(mergedStory(1).events);
    for (const above of [
      'group/default/engineering',
      'group/default/web',
      'domain/default/business',
      'system/default/storefront',
    ]) {
      expect(await changesOf(above)).toBe(1);
    }
  });

  it('is told of no single person', async () => {
    const { body } = await portal.api
      .get(`${API}/entities/user/default/alice/figures`)
      .expect(400);
    expect(body.error.message).toContain('not of people');
  });
});
