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
import { at, drawPull, happened, review, who } from '../dev/testing/draw';
import { GithubServer } from '../dev/testing/GithubServer';
import { GithubWorld, WorldRepository } from '../dev/testing/GithubWorld';
import { Portal, startPortal } from '../dev/testing/portal';
import { WorldCommit } from '../dev/testing/worldCommits';
import { toWorld } from '../dev/testing/worlds';

const API = '/api/chokepoint/v1';
const SYNC = 'sync-github:github.com';
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ROOT: WorldCommit = { oid: 'c0ffee00', committedDate: at(-100) };

function commit(oid: string, hours: number, ...parents: string[]): WorldCommit {
  return { oid, committedDate: at(hours), parents };
}

/** A roll-out to production that takes half an hour. */
function deployment(id: number, hours: number, oid: string) {
  return {
    __typename: 'Deployment',
    id: `DE_${id}`,
    createdAt: at(hours),
    updatedAt: at(hours + 0.5),
    commitOid: oid,
    environment: 'production',
    originalEnvironment: 'production',
    creator: who('rob'),
    statuses: [
      { ...happened(hours + 0.5), state: 'SUCCESS', creator: who('rob') },
    ],
  };
}

/** A pull request that was opened an hour before it was merged. */
function merged(
  number: number,
  hours: number,
  oid: string,
  given: Parameters<typeof drawPull>[0] = {},
) {
  return toWorld(
    drawPull({
      id: `PR_${number}`,
      number,
      title: `Change ${number}`,
      createdAt: at(hours - 1),
      updatedAt: at(hours),
      closed: true,
      mergedAt: at(hours),
      mergeCommit: { oid },
      headRefName: `topic-${number}`,
      reviewed: [
        { ...review(hours - 0.5, 'bob', 'APPROVED'), id: `review-${number}` },
      ],
      ...given,
    }),
  );
}

const LIVE = deployment(1, -90, ROOT.oid);

describe.each(databases.eachSupportedId())(
  'what GitHub tells, in the ledger, on %s',
  id => {
    let github: GithubServer;
    let portal: Portal;
    const stops: (() => Promise<void>)[] = [];

    async function install(
      repository: Partial<WorldRepository>,
      slug = 'acme/shop',
    ): Promise<void> {
      github = await GithubServer.start(
        new GithubWorld([
          { nameWithOwner: slug, databaseId: 7, ...repository },
        ]),
      );
      portal = await startPortal({
        github,
        repositories: [slug],
        knex: await databases.init(id),
        privacy: { minimumChanges: 1, minimumGroupSize: 0 },
      });
      stops.push(portal.stop, () => github.stop());
      await sync();
    }

    async function sync(): Promise<void> {
      await portal.run(SYNC);
      await portal.run('project');
    }

    afterEach(async () => {
      for (const stop of stops.splice(0)) {
        await stop();
      }
    });

    const change = async (number: number, slug = 'acme/shop') =>
      (
        await portal.api
          .get(
            `${API}/changes/${encodeURIComponent(
              `github.com/${slug}/pull/${number}`,
            )}`,
          )
          .query({ asOf: at(2_000) })
          .expect(200)
      ).body;

    /** When changes were in production, and how that is known. */
    const productionOf = async (...numbers: number[]) => {
      const found = [];
      for (const number of numbers) {
        const { milestones, containment } = await change(number);
        found.push([milestones.productionAt, containment]);
      }
      return found;
    };
    const livedAt = (hours: number) => new Date(at(hours)).toISOString();

    it('a release train brings all its changes, in whatever way they were merged', async () => {
      await install({
        commits: [
          ROOT,
          commit('5a100001', 1, ROOT.oid),
          // Rebased: two commits of one pull request.
          commit('5a100002', 2, '5a100001'),
          commit('5a100003', 2, '5a100002'),
          // A merge of a branch.
          commit('b0b00001', 2.5, ROOT.oid),
          commit('5a100004', 3, '5a100003', 'b0b00001'),
          // Raises the version; nobody's pull request.
          commit('5a100005', 4, '5a100004'),
        ],
        pullRequests: [
          merged(1, 1, '5a100001'),
          merged(2, 2, '5a100003'),
          merged(3, 3, '5a100004'),
          merged(4, 6, '5a100006'),
        ],
        deployments: [LIVE, deployment(2, 5, '5a100005')],
      });
      expect(await productionOf(1, 2, 3)).toEqual(
        [1, 2, 3].map(() => [livedAt(5.5), 'history']),
      );
      expect((await change(4)).state).toBe('merged');
    });

    it('develop brings to main what was merged into it, and is no work of its own', async () => {
      await install({
        commits: [
          ROOT,
          commit('de000001', 1, ROOT.oid),
          commit('de000002', 2, 'de000001'),
          commit('5a100001', 3, ROOT.oid, 'de000002'),
        ],
        pullRequests: [
          merged(1, 1, 'de000001', { baseRefName: 'develop' }),
          merged(2, 2, 'de000002', { baseRefName: 'develop' }),
          merged(3, 3, '5a100001', { headRefName: 'develop' }),
        ],
        deployments: [LIVE, deployment(2, 5, '5a100001')],
      });
      expect((await productionOf(1, 2)).map(([when]) => when)).toEqual([
        livedAt(5.5),
        livedAt(5.5),
      ]);
      const { body } = await portal.api
        .get(`${API}/entities/component/default/shop/figures`)
        .query({ from: at(-200), to: at(200) })
        .expect(200);
      expect(body.figures.leadTime.n).toBe(2);
      expect(body.figures.leadTime.excluded).toContainEqual({
        reason: 'carriesOthers',
        n: 1,
      });
    });

    it('a stacked change waits for the one below it', async () => {
      await install({
        commits: [
          ROOT,
          commit('ca000001', 2, ROOT.oid),
          commit('5a100001', 4, ROOT.oid),
        ],
        pullRequests: [
          merged(1, 4, '5a100001', { createdAt: at(0), headRefName: 'cart' }),
          merged(2, 2, 'ca000001', { baseRefName: 'cart' }),
        ],
        deployments: [LIVE, deployment(2, 5, '5a100001')],
      });
      const { milestones, segments } = await change(2);
      expect(milestones.productionAt).toBe(livedAt(5.5));
      expect(segments).toContainEqual(
        expect.objectContaining({
          start: livedAt(2),
          stage: 'release',
          reason: 'carried',
        }),
      );
    });

    it('a roll-back is a failure, and takes nothing back out of production', async () => {
      await install({
        commits: [
          ROOT,
          commit('5a100001', 1, ROOT.oid),
          commit('5a100002', 2, '5a100001'),
        ],
        pullRequests: [merged(1, 1, '5a100001'), merged(2, 2, '5a100002')],
        deployments: [
          LIVE,
          deployment(2, 1.5, '5a100001'),
          deployment(3, 3, '5a100002'),
          deployment(4, 6, '5a100001'),
          deployment(5, 9, '5a100002'),
        ],
      });
      expect((await productionOf(1, 2)).map(([when]) => when)).toEqual([
        livedAt(2),
        livedAt(3.5),
      ]);
      const { body } = await portal.api
        .get(`${API}/entities/component/default/shop/figures`)
        .query({ from: at(-200), to: at(200) })
        .expect(200);
      expect(body.figures.changeFailureRate).toMatchObject({ n: 3 });
      expect(body.figures.changeFailureRate.value).toBeCloseTo(1 / 3);
    });

    it('a renamed repository ends as a fresh install of it', async () => {
      const open = { closed: false, mergedAt: null, mergeCommit: null };
      const reviewed = [{ ...review(2.5, 'bob', 'APPROVED'), id: 'review-2' }];
      const commits = [
        ROOT,
        commit('5a100001', 1, ROOT.oid),
        commit('5a100002', 20, '5a100001'),
      ];
      const early = {
        commits: commits.slice(0, 2),
        pullRequests: [
          merged(1, 1, '5a100001'),
          merged(2, 3, '', { ...open, createdAt: at(2), reviewed }),
        ],
        deployments: [LIVE, deployment(2, 1.5, '5a100001')],
      };
      const late = {
        databaseId: 7,
        nameWithOwner: 'acme/store',
        formerNames: ['acme/shop'],
        commits,
        pullRequests: [
          merged(1, 1, '5a100001'),
          merged(2, 20, '5a100002', { createdAt: at(2), reviewed }),
        ],
        deployments: [...early.deployments, deployment(3, 21, '5a100002')],
      };
      await install(early);
      expect((await change(2)).state).toBe('open');
      github.world = new GithubWorld([late]);
      await sync();
      const renamed = [await change(1), await change(2)];
      expect(renamed.map(({ state }) => state)).toEqual([
        'inProduction',
        'inProduction',
      ]);

      await portal.stop();
      stops.shift();
      await install(late, 'acme/store');
      const fresh = [
        await change(1, 'acme/store'),
        await change(2, 'acme/store'),
      ];
      const ledger = (changes: typeof fresh) =>
        changes.map(({ key, segments, milestones }) => ({
          key,
          segments,
          milestones,
        }));
      expect(ledger(renamed)).toEqual(ledger(fresh));
    });
  },
);
