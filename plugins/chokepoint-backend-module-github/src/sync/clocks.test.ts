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
import { at, ofType } from '../../dev/testing/draw';
import { connectGithub } from '../../dev/testing/connectGithub';
import { drawShopPull, Shop, startShop } from '../../dev/testing/shop';
import { repositoryRef, SyncRecorder } from '../../dev/testing/SyncRecorder';
import { toWorld } from '../../dev/testing/worlds';
import { GithubWorld } from '../../dev/testing/GithubWorld';

const HOUR = 3_600_000;

describe('a source of GitHub', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await startShop();
  });

  afterEach(() => shop.stop());

  it.each([-0.5, 0, 0.5])(
    'loses nothing where the clock here is %s hours wrong',
    async wrong => {
      const syncAt = async (hours: number) => {
        const github = Date.parse(at(hours));
        shop.github.now = () => github;
        const now = github + wrong * HOUR;
        const { source } = connectGithub(shop.github, {
          world: { now: () => now },
        });
        await source.sync(shop.recorder.context({ now }));
      };
      shop.repository.pullRequests = [toWorld(drawShopPull(1, 99.9))];
      await syncAt(100);
      for (const [number, hours] of [
        [2, 100.02],
        [3, 100.2],
        [4, 100.4],
      ]) {
        shop.repository.pullRequests.push(toWorld(drawShopPull(number, hours)));
        await syncAt(hours + 0.01);
      }
      expect(ofType(shop.events(), 'change.opened')).toHaveLength(4);
    },
  );

  it('looks again until the newest change lies ten minutes back, for lists lag', async () => {
    shop.repository.pullRequests = [toWorld(drawShopPull(1, 99.95))];
    await shop.sync(100);
    // It was there before, and shows up only now.
    shop.repository.pullRequests.push(toWorld(drawShopPull(2, 99.9)));
    expect(await shop.sync(100.2)).toContain('PullRequests');
    expect(ofType(shop.events(), 'change.opened')).toHaveLength(2);
    expect(await shop.sync(100.4)).toEqual(['NewsOfRepositories']);
  });

  it('that cannot read one repository among quiet ones has not failed', async () => {
    const slugs = ['acme/quiet', 'acme/secret'];
    shop.github.world = new GithubWorld([{ nameWithOwner: 'acme/quiet' }]);
    shop.recorder = new SyncRecorder(slugs.map(slug => repositoryRef(slug)));
    const sync = async (hours: number) => {
      const now = Date.parse(at(hours));
      await shop.connect().sync(shop.recorder.context({ now }));
    };
    await sync(100);
    await expect(sync(101)).resolves.toBeUndefined();
    expect(shop.recorder.warnings).toHaveLength(2);
    expect(shop.recorder.warnings[1]).toContain('acme/secret');
  });

  it('reads again what was read in the first edition, and takes back what it says otherwise', async () => {
    const comment = {
      __typename: 'IssueComment' as const,
      id: 'IC_1',
      createdAt: at(2),
      body: '/lgtm',
      author: { __typename: 'User', login: 'carol' },
    };
    shop.repository.pullRequests = [
      toWorld(drawShopPull(1, 0, { items: [comment] })),
    ];
    shop.recorder.cursors.set('github.com/acme/shop', { version: 1 });
    await shop.sync(100);
    expect(ofType(shop.events(), 'fact.retracted')).toMatchObject([
      { data: { id: 'IC_1' } },
    ]);
    expect(ofType(shop.events(), 'change.commented')).toMatchObject([
      { data: { command: '/lgtm' } },
    ]);
  });
});
