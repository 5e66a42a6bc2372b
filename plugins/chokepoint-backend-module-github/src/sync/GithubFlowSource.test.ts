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
  at,
  commit,
  committed,
  eventAt,
  forcePush,
  happened,
  ofType,
  who,
} from '../../dev/testing/draw';
import { GithubWorld } from '../../dev/testing/GithubWorld';
import {
  drawShopPull as pull,
  Shop,
  SHOP,
  startShop,
} from '../../dev/testing/shop';
import { repositoryRef, SyncRecorder } from '../../dev/testing/SyncRecorder';
import { toWorld } from '../../dev/testing/worlds';

/** The hour of the first sync, after everything that is drawn before it. */
const FIRST = 100;

describe('a source of GitHub', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await startShop();
  });

  afterEach(() => shop.stop());

  it('is named for its host', () => {
    expect(shop.connect().id).toBe('github:github.com');
  });

  it('leaves the repositories of other hosts alone', async () => {
    shop.recorder = new SyncRecorder([repositoryRef(SHOP, 'ghe.acme.org')]);
    expect(await shop.sync(FIRST)).toEqual([]);
  });

  it('asks one thing of a repository in which nothing happened', async () => {
    shop.repository.pullRequests = [toWorld(pull(1, 0))];
    await shop.sync(FIRST);
    expect(await shop.sync(FIRST + 1)).toEqual(['NewsOfRepositories']);
  });

  it('reads what changed since, and no more', async () => {
    const numbers = Array.from({ length: 120 }, (_, index) => index + 1);
    const pulls = numbers.map(number => toWorld(pull(number, number / 2)));
    shop.repository.pullRequests = pulls;
    await shop.sync(FIRST);
    pulls.push(toWorld(pull(121, 104)));
    pulls[1].updatedAt = at(105);
    pulls[1].title = 'Another title';
    expect(await shop.sync(106)).toEqual([
      'NewsOfRepositories',
      'PullRequests',
    ]);
    expect(shop.github.requests.at(-1)?.variables.order).toBe('UPDATED_AT');
    expect(ofType(shop.events(), 'change.opened')).toHaveLength(121);
  });

  it('goes no further back than the configuration says, page by page', async () => {
    const numbers = Array.from({ length: 120 }, (_, index) => index + 1);
    shop.repository.pullRequests = numbers.map(number =>
      toWorld(pull(number, number)),
    );
    const asked = await shop.sync(121, shop.connect({ history: 'PT60H' }));
    expect(asked.filter(name => name === 'PullRequests')).toHaveLength(2);
    expect(ofType(shop.events(), 'change.opened')).toHaveLength(60);
  });

  it('reads again what changed shortly before it last looked', async () => {
    await shop.sync(FIRST);
    shop.repository.pullRequests = [toWorld(pull(1, FIRST - 0.1))];
    await shop.sync(FIRST + 1);
    expect(ofType(shop.events(), 'change.opened')).toHaveLength(1);
  });

  it('goes back as far as the configuration says', async () => {
    shop.repository.pullRequests = [1, 30, 90].map(hours =>
      toWorld(pull(hours, hours)),
    );
    await shop.sync(FIRST, shop.connect({ history: { hours: 80 } }));
    expect(
      ofType(shop.events(), 'change.opened').map(event => event.at),
    ).toEqual([eventAt(30), eventAt(90)]);
  });

  it('asks for the news of 25 repositories of one owner at once', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `acme/r${i}`);
    const slugs = [...names, 'other/one'];
    shop.github.world = new GithubWorld(
      slugs.map(nameWithOwner => ({ nameWithOwner })),
    );
    shop.recorder = new SyncRecorder(slugs.map(slug => repositoryRef(slug)));
    await shop.sync(FIRST);
    expect(await shop.sync(FIRST + 1)).toEqual(
      Array.from({ length: 3 }, () => 'NewsOfRepositories'),
    );
  });

  it('reads each repository once, however the catalog writes it', async () => {
    shop.repository.pullRequests = [toWorld(pull(1, 0))];
    shop.recorder = new SyncRecorder([
      repositoryRef(SHOP),
      {
        ...repositoryRef(SHOP),
        slug: 'Acme/Shop',
        key: 'github.com/Acme/Shop',
      },
    ]);
    await shop.sync(FIRST);
    expect(ofType(shop.events(), 'change.opened')).toHaveLength(1);
  });

  it('reads a timeline, reviews and files that are longer than a page', async () => {
    const items = Array.from({ length: 250 }, (_, i) =>
      committed(commit(`c${i}`, 1 + i / 100)),
    );
    const reviews = Array.from({ length: 130 }, (_, i) => ({
      id: `R${i}`,
      state: 'COMMENTED' as const,
      submittedAt: at(2),
      author: who('bob'),
    }));
    const files = Array.from({ length: 201 }, (_, i) => ({ path: `f${i}` }));
    const end = { hasNextPage: false, endCursor: null };
    const long = pull(1, 0, {
      reviews: { nodes: reviews, pageInfo: end },
      files: { nodes: files, pageInfo: end },
      timelineItems: { nodes: items, pageInfo: end },
    });
    shop.repository.pullRequests = [toWorld(long), toWorld(pull(2, 1))];
    const asked = await shop.sync(FIRST);
    expect(asked.filter(name => name === 'RestOfPullRequests')).toHaveLength(2);
    expect(ofType(shop.events(), 'change.pushed')).toHaveLength(250);
    expect(ofType(shop.events(), 'change.commented')).toHaveLength(130);
    const paths = ofType(shop.events(), 'change.updated').map(
      event => event.data?.paths?.length,
    );
    expect(paths).toContain(201);
  });

  it('follows checks that run, though GitHub calls that no change', async () => {
    const checked = (completedAt: string | null) =>
      toWorld(
        pull(1, FIRST - 1, {
          checks: {
            head: [
              {
                __typename: 'CheckRun',
                id: 'CR_1',
                name: 'build',
                status: completedAt ? 'COMPLETED' : 'IN_PROGRESS',
                conclusion: completedAt ? 'SUCCESS' : null,
                startedAt: at(FIRST - 0.5),
                completedAt,
              },
            ],
          },
        }),
      );
    shop.repository.pullRequests = [checked(null)];
    await shop.sync(FIRST);
    expect(ofType(shop.events(), 'change.checksStarted')).toHaveLength(1);
    shop.repository.pullRequests = [checked(at(FIRST + 1))];
    expect(await shop.sync(FIRST + 2)).toContain('PullRequestsByNumber');
    expect(ofType(shop.events(), 'change.checksFinished')).toHaveLength(1);
    expect(await shop.sync(FIRST + 3)).toEqual(['NewsOfRepositories']);
  });

  it('finds what happens to an issue while its pull request rests', async () => {
    const issue = {
      __typename: 'Issue',
      id: 'I_7',
      number: 7,
      title: 'A wish',
      url: 'https://github.com/acme/shop/issues/7',
      createdAt: at(-9),
      updatedAt: at(-9),
      author: who('paul'),
      repository: { nameWithOwner: SHOP },
      timelineItems: [{}].slice(1),
      closedByPullRequestsReferences: [{}],
    };
    const unrelated = {
      ...issue,
      id: 'I_8',
      number: 8,
      updatedAt: at(FIRST + 1),
      closedByPullRequestsReferences: [],
    };
    shop.repository.issues = [issue, unrelated];
    shop.repository.pullRequests = [
      { ...toWorld(pull(1, 0)), closingIssuesReferences: [issue] },
    ];
    await shop.sync(FIRST);
    expect(ofType(shop.events(), 'workItem.created')).toHaveLength(1);
    issue.updatedAt = at(FIRST + 1);
    issue.timelineItems = [
      { __typename: 'ReopenedEvent', ...happened(FIRST + 1, 'paul') },
    ];
    expect(await shop.sync(FIRST + 2)).toEqual([
      'NewsOfRepositories',
      'Issues',
    ]);
    expect(ofType(shop.events(), 'workItem.reopened')).toHaveLength(1);
    expect(ofType(shop.events(), 'workItem.created')).toHaveLength(1);
  });

  it('keeps a push that it saw before a force-push put it away', async () => {
    const [a, b, c] = [commit('a', -1), commit('b', 2), commit('c', 4)];
    const before = pull(1, 0, { items: [a, b, c].map(committed) });
    shop.repository.pullRequests = [toWorld(before)];
    await shop.sync(5);
    const after = pull(1, 0, {
      updatedAt: at(8),
      items: [forcePush(8, commit('d', 7), c), committed(commit('d', 7))],
    });
    shop.repository.pullRequests = [toWorld(after)];
    await shop.sync(9);
    const pushed = ofType(shop.events(), 'change.pushed').map(e => e.data.sha);
    expect(pushed).toEqual(['b', 'c', 'd']);
  });
});
