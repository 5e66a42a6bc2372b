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
  drawPull,
  eventAt,
  forcePush,
  happened,
  ofType,
  who,
} from '../../dev/testing/draw';
import { GithubWorld } from '../../dev/testing/GithubWorld';
import { Shop, SHOP, SHOP_KEY, startShop } from '../../dev/testing/shop';
import { repositoryRef, SyncRecorder } from '../../dev/testing/SyncRecorder';
import { toWorld } from '../../dev/testing/worlds';

const HOUR = 3_600_000;

/** The hour of the first sync, after everything that is drawn before it. */
const FIRST = 100;

function pull(
  number: number,
  created: number,
  given: Parameters<typeof drawPull>[0] = {},
) {
  const id = `PR_${number}`;
  const dates = { createdAt: at(created), updatedAt: at(created) };
  return drawPull({ id, number, ...dates, ...given });
}

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
    shop.repository.pullRequests = [1, 2, 3].map(number =>
      toWorld(pull(number, number)),
    );
    await shop.sync(FIRST);
    shop.repository.pullRequests.push(toWorld(pull(4, 104)));
    shop.repository.pullRequests[1].updatedAt = at(105);
    shop.repository.pullRequests[1].isDraft = true;
    expect(await shop.sync(106)).toEqual([
      'NewsOfRepositories',
      'PullRequests',
    ]);
    expect(shop.github.requests.at(-1)?.variables.order).toBe('UPDATED_AT');
    const opened = ofType(shop.events(), 'change.opened');
    expect(opened.map(event => event.subject)).toEqual(
      [1, 2, 3, 4].map(number => `${SHOP_KEY}/pull/${number}`),
    );
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

  it('begins a list again when GitHub no longer knows the place in it', async () => {
    shop.repository.pullRequests = [toWorld(pull(1, 0))];
    await shop.sync(FIRST);
    const saved = shop.recorder.cursors.get(SHOP_KEY);
    const run = { startedAt: eventAt(FIRST), after: '', read: 3 };
    shop.recorder = new SyncRecorder([repositoryRef(SHOP)]);
    shop.recorder.cursors.set(SHOP_KEY, { ...saved, pullRequests: { run } });
    await shop.sync(FIRST + 1);
    expect(ofType(shop.events(), 'change.opened')).toHaveLength(1);
  });

  it('tells how far it is, over all repositories, and of a reading that goes on', async () => {
    const pulls = Array.from({ length: 120 }, (_, i) =>
      toWorld(pull(i + 1, i)),
    );
    const slugs = ['acme/one', 'acme/two'];
    shop.github.world = new GithubWorld(
      slugs.map(nameWithOwner => ({ nameWithOwner, pullRequests: pulls })),
    );
    shop.recorder = new SyncRecorder(slugs.map(slug => repositoryRef(slug)));
    await shop.sync(FIRST * 10);
    const told = shop.recorder.progress.map(({ done, total }) => [done, total]);
    expect(told).toEqual([
      [0, 0],
      [50, 120],
      [100, 120],
      [120, 120],
      [120, 120],
      [170, 240],
      [220, 240],
      [240, 240],
    ]);
    expect(shop.recorder.progress.at(-1)?.detail).toBe(
      'acme/two (2 of 2 repositories)',
    );
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

  it('begins anew when a saved cursor is none of its own', async () => {
    shop.repository.pullRequests = [toWorld(pull(1, 0))];
    shop.recorder.cursors.set(SHOP_KEY, { version: 0, page: 7 });
    await shop.sync(FIRST);
    expect(ofType(shop.events(), 'change.opened')).toHaveLength(1);
    expect(shop.recorder.cursors.get(SHOP_KEY)).toMatchObject({
      version: 1,
      pullRequests: {
        since: new Date(Date.parse(at(0)) + FIRST * HOUR).toISOString(),
      },
    });
  });
});
