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
import { COMPANY, component, user } from '../../dev/testing/company';
import { API, Portal, startPortal } from '../../dev/testing/portal';
import { changeStory, hours, mergedStory } from '../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const LOOSE = 'github.com/acme/not-in-the-catalog';
const REVIEWER = 'github.com/acme-ai-reviewer';
const MINUTE = 1 / 60;

/** A component without any annotation. */
function unannotated(name: string): Entity {
  const entity = component(name, { owner: 'web' });
  return { ...entity, metadata: { ...entity.metadata, annotations: {} } };
}

const ENTITIES = [
  ...COMPANY,
  unannotated('leaflet'),
  component('basket', { slug: 'acme/basket', owner: 'web' }),
  component('billing', { slug: 'acme/billing', owner: 'platform' }),
  user('jo-doe', 'web'),
];

function story() {
  return [
    ...mergedStory(1).events,
    ...mergedStory(2, { hour: 20, author: 'zoe' }).events,
    ...changeStory(3, { author: 'jodoe' })
      .tell(MINUTE, 'change.reviewRequested', 'jodoe', {
        reviewers: ['github.com/orgs/acme/teams/night-watch'],
      })
      .tell(3 * MINUTE, 'change.reviewed', 'acme-ai-reviewer', {
        verdict: 'commented',
      })
      .tell(
        1,
        'change.reviewed',
        { id: 'github.com/checks[bot]', kind: 'bot' },
        { verdict: 'commented' },
      )
      .tell(4, 'change.reviewed', 'bob', { verdict: 'approved' }).events,
    ...changeStory(7, { repo: LOOSE, hour: 2 }).events,
    ...changeStory(8, { repo: 'github.com/acme-group/billing' }).events,
  ];
}

interface Item {
  kind: string;
  value: string;
}

describe.each(databases.eachSupportedId())('a look at all, on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      entities: ENTITIES,
    });
  });

  afterAll(async () => {
    await portal.stop();
  });

  const listed = async (kind: string): Promise<Item[]> =>
    (
      await portal.api
        .get(`${API}/unmatched?kind=${kind}&limit=500`)
        .expect(200)
    ).body.items;

  it('misses nothing in a catalog as long as no repository is known', async () => {
    await portal.run('find-unmatched');
    expect(await listed('slugs')).toEqual([]);
  });

  it('lists repositories that no entity lives in', async () => {
    await portal.send(story());
    await portal.run('find-unmatched');
    expect(await listed('repositories')).toEqual([
      {
        kind: 'repositories',
        value: LOOSE,
        n: 1,
        firstAt: new Date(hours(2)).toISOString(),
        lastAt: new Date(hours(2)).toISOString(),
        open: true,
        repos: [LOOSE],
        repoCount: 1,
        mend: { kind: 'repositoryAnnotation', repo: LOOSE },
      },
      expect.objectContaining({ value: 'github.com/acme-group/billing' }),
    ]);
  });

  it('lists entities without a repository, and slugs of which nothing is known', async () => {
    expect(await listed('entities')).toEqual([
      expect.objectContaining({
        value: 'component:default/leaflet',
        entityRefs: ['component:default/leaflet'],
        mend: {
          kind: 'repositoryAnnotation',
          entityRef: 'component:default/leaflet',
        },
      }),
    ]);
    const slugs = await listed('slugs');
    expect(slugs.map(({ value }) => value).sort()).toEqual([
      'github.com/acme/basket',
      'github.com/acme/billing',
      'github.com/acme/pay',
    ]);
    expect(slugs).toContainEqual(
      expect.objectContaining({
        value: 'github.com/acme/basket',
        entityRefs: ['component:default/basket'],
        detail: {
          lookedFor: 'github.com/acme/basket',
          annotation: 'github.com/project-slug',
        },
      }),
    );
  });

  it('suggests as an alias the only repository of the same name, and a login that is spelled alike', async () => {
    expect(await listed('aliases')).toEqual([
      expect.objectContaining({
        value: 'github.com/acme/billing',
        mend: {
          kind: 'alias',
          of: 'repositories',
          from: 'github.com/acme/billing',
          to: 'github.com/acme-group/billing',
        },
      }),
      expect.objectContaining({
        value: 'github.com/jodoe',
        mend: {
          kind: 'alias',
          of: 'actors',
          from: 'github.com/jodoe',
          to: 'github.com/jo-doe',
        },
      }),
    ]);
  });

  it('lists people and teams that are not in the catalog, and no bots', async () => {
    const actors = await listed('actors');
    expect(actors.map(({ value }) => value).sort()).toEqual([
      REVIEWER,
      'github.com/jodoe',
      'github.com/zoe',
    ]);
    expect(actors).toContainEqual(
      expect.objectContaining({
        value: 'github.com/zoe',
        n: 1,
        firstAt: new Date(hours(20)).toISOString(),
        mend: { kind: 'loginAnnotation', host: 'github.com', login: 'zoe' },
      }),
    );
    expect(await listed('teams')).toEqual([
      expect.objectContaining({
        value: 'github.com/orgs/acme/teams/night-watch',
        mend: {
          kind: 'teamAnnotation',
          host: 'github.com',
          slug: 'acme/night-watch',
        },
      }),
    ]);
  });

  it('finds them no more, once the catalog knows them', async () => {
    await portal.catalogSays([
      ...ENTITIES,
      user('zoe', 'web'),
      component('loose', { slug: 'acme/not-in-the-catalog', owner: 'web' }),
    ]);
    await portal.run('find-unmatched');
    const actors = await listed('actors');
    expect(actors.map(({ value }) => value)).not.toContain('github.com/zoe');
    const repositories = await listed('repositories');
    expect(repositories.map(({ value }) => value)).not.toContain(LOOSE);
  });

  it('lists a fact that was reported again with another content, by who reports it', async () => {
    const [opened] = changeStory(1).events;
    const again = { ...opened, at: new Date(hours(1)).toISOString() };
    for (let i = 0; i < 2; i += 1) {
      await portal.send([again]);
    }
    await portal.run('find-unmatched');
    expect(await listed('contradictions')).toEqual([
      expect.objectContaining({
        value: opened.id,
        source: opened.source,
        n: 2,
        mend: { kind: 'sender', source: opened.source },
      }),
    ]);
  });

  it('says where it looks for the changes of an empty entity, and why there', async () => {
    const { body } = await portal.api
      .get(`${API}/entities/component/default/basket/figures`)
      .expect(200);
    expect(body.unmatched).toEqual({
      kinds: [expect.objectContaining({ kind: 'slugs', values: 1 })],
      home: {
        repos: ['github.com/acme/basket'],
        annotation: 'github.com/project-slug',
      },
    });
  });

  it('suggests an account as a bot, until the configuration says that it is one', async () => {
    const latency = async () =>
      (
        await portal.api
          .get(
            `${API}/entities/component/default/shop/figures?from=2026-03-01T00:00:00Z&to=2026-03-08T00:00:00Z`,
          )
          .expect(200)
      ).body.figures.reviewLatency;
    expect(await listed('bots')).toEqual([
      expect.objectContaining({
        value: REVIEWER,
        detail: { answers: 1, fastAnswers: 1, hoursOfDay: 1 },
        mend: { kind: 'bot', actor: REVIEWER },
      }),
    ]);
    const before = await latency();
    await portal.stop();
    portal = await startPortal({
      knex: await databases.init(id),
      entities: ENTITIES,
      config: { chokepoint: { bots: [REVIEWER] } },
    });
    await portal.settle();
    await portal.run('find-unmatched');
    expect(await listed('bots')).toEqual([]);
    expect(await latency()).not.toEqual(before);
  });
});
