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
import { at, ofType, review } from '../../dev/testing/draw';
import { drawShopPull, Shop, SHOP, startShop } from '../../dev/testing/shop';
import { repositoryRef, SyncRecorder } from '../../dev/testing/SyncRecorder';
import { toWorld } from '../../dev/testing/worlds';
import { GithubWorld } from '../../dev/testing/GithubWorld';

const FIRST = 100;

describe('who is who on GitHub', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await startShop();
    shop.repository.databaseId = 7;
  });

  afterEach(() => shop.stop());

  /** The repository gets another name; its pull requests stay what they are. */
  function rename(nameWithOwner: string): void {
    shop.github.world = new GithubWorld([
      { ...shop.repository, nameWithOwner, formerNames: [SHOP] },
    ]);
  }

  /** What the catalog knows, with what was stored so far. */
  function catalog(...slugs: string[]): void {
    const { events, cursors } = shop.recorder;
    shop.recorder = new SyncRecorder(slugs.map(slug => repositoryRef(slug)));
    events.forEach((event, key) => shop.recorder.events.set(key, event));
    cursors.forEach((cursor, key) => shop.recorder.cursors.set(key, cursor));
  }

  it.each([
    ['the catalog knows its new name', ['acme/store']],
    ['the catalog knows its old name', [SHOP]],
    ['the catalog knows both', [SHOP, 'acme/store']],
  ])(
    'a renamed repository goes on under its new name where %s',
    async (_, slugs) => {
      shop.repository.pullRequests = [toWorld(drawShopPull(1, 0))];
      await shop.sync(FIRST);
      shop.repository.pullRequests = [
        toWorld(
          drawShopPull(1, 0, {
            updatedAt: at(120),
            mergedAt: at(120),
            mergeCommit: { oid: 's1' },
          }),
        ),
      ];
      rename('acme/store');
      catalog(...slugs);
      const asked = await shop.sync(130);
      expect(asked).toEqual(['NewsOfRepositories', 'PullRequests']);
      expect(ofType(shop.events(), 'repository.renamed')).toMatchObject([
        {
          subject: 'github.com/acme/shop',
          at: expect.stringMatching(/^2024-05-11T19:00:0/),
          data: { to: 'github.com/acme/store' },
        },
      ]);
      expect(ofType(shop.events(), 'change.merged')).toMatchObject([
        { subject: 'github.com/acme/store/pull/1' },
      ]);
      expect(await shop.sync(140)).toEqual(['NewsOfRepositories']);
      expect(ofType(shop.events(), 'repository.renamed')).toHaveLength(1);
    },
  );

  it('a repository that is asked for by a former name is renamed at the first reading', async () => {
    rename('other/store');
    await shop.sync(FIRST);
    expect(ofType(shop.events(), 'repository.renamed')).toMatchObject([
      {
        subject: 'github.com/acme/shop',
        data: { to: 'github.com/other/store' },
      },
    ]);
    expect(ofType(shop.events(), 'repository.described')).toMatchObject([
      { subject: 'github.com/other/store', data: { defaultBranch: 'main' } },
    ]);
  });

  it('another repository under an old name is read from its beginning', async () => {
    shop.repository.pullRequests = [toWorld(drawShopPull(1, 0))];
    await shop.sync(FIRST);
    shop.github.world = new GithubWorld([
      {
        nameWithOwner: SHOP,
        databaseId: 8,
        pullRequests: [toWorld(drawShopPull(1, 5, { id: 'PR_new' }))],
      },
      { ...shop.repository, nameWithOwner: 'acme/store' },
    ]);
    catalog(SHOP, 'acme/store');
    await shop.sync(130);
    expect(ofType(shop.events(), 'change.opened').map(({ id }) => id)).toEqual([
      'PR_1',
      'PR_new',
    ]);
    expect(ofType(shop.events(), 'repository.described')).toHaveLength(2);
    expect(ofType(shop.events(), 'repository.renamed')).toMatchObject([
      {
        subject: 'github.com/acme/shop',
        data: { to: 'github.com/acme/store' },
      },
    ]);
  });

  it('a login that is renamed is one person, and a new one another', async () => {
    const by = (login: string, databaseId: number, hours: number) => ({
      ...review(hours, login, 'COMMENTED'),
      author: { __typename: 'User', login, databaseId },
    });
    shop.repository.pullRequests = [
      toWorld(drawShopPull(1, 0, { reviewed: [by('oldbob', 1, 2)] })),
    ];
    await shop.sync(FIRST);
    shop.repository.pullRequests = [
      toWorld(
        drawShopPull(1, 0, {
          updatedAt: at(120),
          reviewed: [by('Bob', 1, 110), by('carol', 2, 111)],
        }),
      ),
    ];
    await shop.sync(130);
    expect(ofType(shop.events(), 'actor.renamed')).toMatchObject([
      { subject: 'github.com/oldbob', data: { to: 'github.com/bob' } },
    ]);
  });

  it('a team that is renamed is one team', async () => {
    const asked = (slug: string) =>
      toWorld(
        drawShopPull(1, 0, {
          updatedAt: at(slug === 'web' ? 1 : 120),
          items: [
            {
              __typename: 'ReviewRequestedEvent',
              id: 'item',
              createdAt: at(0),
              actor: null,
              requestedReviewer: {
                __typename: 'Team',
                slug,
                databaseId: 3,
                organization: { login: 'acme' },
              },
            },
          ],
        }),
      );
    shop.repository.pullRequests = [asked('web')];
    await shop.sync(FIRST);
    shop.repository.pullRequests = [asked('frontend')];
    await shop.sync(130);
    expect(ofType(shop.events(), 'team.renamed')).toMatchObject([
      {
        subject: 'github.com/orgs/acme/teams/web',
        data: { to: 'github.com/orgs/acme/teams/frontend' },
      },
    ]);
  });

  it('a default branch that is another is described again, from then on', async () => {
    await shop.sync(FIRST);
    shop.repository.defaultBranch = 'trunk';
    await shop.sync(130);
    await shop.sync(140);
    expect(ofType(shop.events(), 'repository.described')).toMatchObject([
      { at: '2020-01-01T00:00:00.000Z', data: { defaultBranch: 'main' } },
      {
        at: expect.stringMatching(/^2024-05-11T19:00:0/),
        data: { defaultBranch: 'trunk' },
      },
    ]);
  });
});
