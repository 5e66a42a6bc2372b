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
import { at, eventAt, happened, ofType, who } from '../../dev/testing/draw';
import {
  drawShopPull,
  Shop,
  SHOP_KEY,
  startShop,
} from '../../dev/testing/shop';
import { toWorld } from '../../dev/testing/worlds';
import { WorldCommit } from '../../dev/testing/worldCommits';

/** The hour of the first sync, after everything that is drawn before it. */
const FIRST = 1000;

function deployment(
  id: number,
  created: number,
  oid: string,
  to = 'production',
) {
  return {
    __typename: 'Deployment',
    id: `DE_${id}`,
    createdAt: at(created),
    updatedAt: at(created + 0.5),
    commitOid: oid,
    environment: to,
    originalEnvironment: to,
    creator: who('rob'),
    statuses: [
      { ...happened(created + 0.5), state: 'SUCCESS', creator: who('rob') },
    ],
  };
}

/** A line of commits, one a minute from an hour on: `c1`, `c2`, … */
function line(
  length: number,
  from = 0,
  name = 'c',
  root = 'root',
): WorldCommit[] {
  return Array.from({ length }, (_, index) => ({
    oid: `${name}${index + 1}`,
    committedDate: at(from + (index + 1) / 60),
    parents: [index === 0 ? root : `${name}${index}`],
  }));
}

describe('the history of what was rolled out', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await startShop();
  });

  afterEach(() => shop.stop());

  const root: WorldCommit = { oid: 'root', committedDate: at(-1) };

  function commits(): Map<string, string[]> {
    return new Map(
      ofType(shop.events(), 'repository.commits').flatMap(({ data }) =>
        data.commits.map(([oid, parents]) => [oid, parents] as const),
      ),
    );
  }

  it.each([
    [150, 2],
    [1500, 15],
  ])('is read to its end for a train of %s commits', async (length, pages) => {
    shop.repository.commits = [root, ...line(length)];
    shop.repository.deployments = [
      deployment(1, -0.5, 'root'),
      deployment(2, 100, `c${length}`),
    ];
    const asked = await shop.sync(FIRST);
    expect(asked.filter(name => name === 'Histories')).toHaveLength(pages);
    expect(commits().size).toBe(length + 1);
    expect(commits().get('c1')).toEqual(['root']);
  });

  it('is not read where nothing was rolled out', async () => {
    shop.repository.commits = [root, ...line(10)];
    expect(await shop.sync(FIRST)).not.toContain('Histories');
    expect(commits().size).toBe(0);
  });

  it('ends where an earlier reading has been', async () => {
    shop.repository.commits = [root, ...line(250)];
    shop.repository.deployments = [
      deployment(1, -0.5, 'root'),
      deployment(2, 4, 'c200'),
    ];
    await shop.sync(5);
    expect(commits().size).toBe(201);
    shop.repository.deployments.push(deployment(3, 6, 'c250'));
    const asked = await shop.sync(7);
    expect(asked.filter(name => name === 'Histories')).toHaveLength(1);
    expect(commits().size).toBe(251);
  });

  it('goes from each page of roll-outs into the next, at the first reading', async () => {
    shop.repository.commits = [root, ...line(600)];
    shop.repository.deployments = [
      deployment(0, -0.5, 'root'),
      ...Array.from({ length: 120 }, (_, i) =>
        deployment(i + 1, 10 + i, `c${(i + 1) * 5}`),
      ),
    ];
    await shop.sync(FIRST);
    expect(commits().size).toBe(601);
    const { requests } = shop.github;
    const histories = requests.filter(r => r.operation === 'Histories');
    expect(histories.length).toBeLessThanOrEqual(6);
  });

  it('holds what a long-lived branch brings though it is older than the roll-out before', async () => {
    const develop = line(3, 1, 'd');
    const main = { ...line(1, 3, 'hotfix')[0], parents: ['root'] };
    const merge = {
      oid: 'merge',
      committedDate: at(20),
      parents: ['hotfix1', 'd3'],
    };
    shop.repository.commits = [root, ...develop, main, merge];
    shop.repository.deployments = [
      deployment(1, -0.5, 'root'),
      deployment(2, 4, 'hotfix1'),
    ];
    await shop.sync(5);
    shop.repository.deployments.push(deployment(3, 21, 'merge'));
    await shop.sync(30);
    expect([...commits().keys()].sort()).toEqual(
      ['root', 'd1', 'd2', 'd3', 'hotfix1', 'merge'].sort(),
    );
    expect(commits().get('merge')).toEqual(['hotfix1', 'd3']);
  });

  it('is not read again for a commit that was live before', async () => {
    shop.repository.commits = [root, ...line(20)];
    shop.repository.deployments = [
      deployment(1, 1, 'root'),
      deployment(2, 2, 'c10'),
      deployment(3, 3, 'c20'),
    ];
    await shop.sync(5);
    shop.repository.deployments.push(deployment(4, 6, 'c10'));
    expect(await shop.sync(8)).not.toContain('Histories');
  });

  it('is not read for an environment that comes and goes with a pull request', async () => {
    shop.repository.commits = [root, ...line(5)];
    shop.repository.deployments = [
      deployment(1, 1, 'root', 'preview'),
      deployment(2, 2, 'c5', 'pr-12'),
    ];
    await shop.sync(5);
    expect(commits().size).toBe(0);
    expect(ofType(shop.events(), 'deployment.requested')).toHaveLength(2);
  });

  it('is read of releases as of deployments, and many at one commit are one', async () => {
    shop.repository.commits = [root, ...line(5)];
    const release = (tagName: string, created: number, oid: string) => ({
      __typename: 'Release',
      id: `RE_${tagName}`,
      tagName,
      createdAt: at(created),
      publishedAt: at(created),
      updatedAt: at(created),
      isDraft: false,
      isPrerelease: false,
      author: who('rob'),
      tagCommit: { oid },
    });
    shop.repository.releases = [
      release('v1.0.0', 0, 'root'),
      ...Array.from({ length: 14 }, (_, i) =>
        release(`@acme/p${i}@1.1.0`, 9, 'c5'),
      ),
    ];
    await shop.sync(FIRST);
    expect(commits().size).toBe(6);
    const released = ofType(shop.events(), 'deployment.finished');
    expect(released).toHaveLength(15);
    expect(new Set(released.map(({ data }) => data.sha)).size).toBe(2);
    expect(new Set(released.map(({ data }) => data.release))).toEqual(
      new Set([undefined]),
    );
  });

  it('shows under which commit a merge bot landed what it closed', async () => {
    shop.repository.commits = [
      root,
      {
        oid: 'b1',
        committedDate: at(9.9),
        parents: ['root'],
        messageHeadline: 'Add cache (#1)',
      },
    ];
    const closing = {
      __typename: 'ClosedEvent' as const,
      ...happened(10, 'app-bors'),
    };
    shop.repository.pullRequests = [
      toWorld(drawShopPull(1, 0, { closed: true, items: [closing] })),
      toWorld(drawShopPull(2, 0)),
    ].map((pull, i) => ({ ...pull, state: i === 0 ? 'CLOSED' : 'OPEN' }));
    shop.repository.deployments = [
      deployment(1, -0.5, 'root'),
      deployment(2, 20, 'b1'),
    ];
    await shop.sync(FIRST);
    expect(ofType(shop.events(), 'change.closed')).toMatchObject([
      { subject: `${SHOP_KEY}/pull/1`, at: eventAt(10) },
      {
        subject: `${SHOP_KEY}/pull/1`,
        at: eventAt(10),
        actor: { id: 'github.com/app-bors' },
        data: { landedAs: 'b1' },
      },
    ]);
  });

  it('asks nothing of commits whose pull requests GitHub links', async () => {
    shop.repository.commits = [
      root,
      {
        oid: 's1',
        committedDate: at(9),
        parents: ['root'],
        messageHeadline: 'Add cache (#1)',
      },
    ];
    const merged = { mergedAt: at(9), mergeCommit: { oid: 's1' } };
    shop.repository.pullRequests = [
      toWorld(drawShopPull(1, 0, { closed: true, ...merged })),
    ];
    shop.repository.deployments = [
      deployment(1, -0.5, 'root'),
      deployment(2, 20, 's1'),
    ];
    expect(await shop.sync(FIRST)).not.toContain('ClosedPullRequests');
  });
});
