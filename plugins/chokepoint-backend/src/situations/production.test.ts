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
import { catalogOf, service, Situation } from '../../dev/testing/Situation';
import { Portal, startPortal } from '../../dev/testing/portal';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const NAMES = [
  'train',
  'version',
  'stack',
  'gitflow',
  'short',
  'spelled',
  'branch',
  'later',
  'regions',
  'packages',
  'batch',
  'words',
  'rollback',
  'unshipped',
  'reverted',
  'hotfix',
  'rolling',
  'reopened',
  'newest',
  'gone',
];

describe.each(databases.eachSupportedId())(
  'what is in production, and what failed, on %s',
  id => {
    let portal: Portal;

    beforeAll(async () => {
      portal = await startPortal({
        knex: await databases.init(id),
        entities: [
          ...catalogOf(NAMES),
          service('cart', 'acme/mono', 'services/cart'),
          service('search', 'acme/mono', 'services/search'),
        ],
        config: {
          integrations: { github: [{ host: 'github.com' }] },
          chokepoint: { privacy: { minimumChanges: 1, minimumGroupSize: 1 } },
        },
      });
    }, 60_000);

    afterAll(() => portal.stop());

    it('a release train of 150 changes, whose tip is a version commit, contains all of them by its commits', async () => {
      const train = new Situation(portal, 'train').live();
      const shas: string[] = [];
      for (let n = 1; n <= 150; n++) {
        train.merged(n, { opened: n / 10, merged: n / 10 + 2 });
        shas.push(train.sha(n));
      }
      train.deployed(60.5, 'release', '7e1ea5e', {
        commits: [...shas, '7e1ea5e'],
      });
      await train.sent();

      const { throughput, wip } = await train.figures();
      expect(throughput.n).toBe(150);
      expect(wip.n).toBe(0);
      expect(await train.inProductionAt(150)).toBe(60.5);
      expect((await train.detail(77)).containment).toBe('commits');
    }, 60_000);

    it('a release of a commit of no change contains by the history what was merged before it', async () => {
      const version = new Situation(portal, 'version').live();
      version
        .merged(1, { opened: 0, merged: 3 })
        .tell(3, 'repository.commits', version.repo, undefined, {
          commits: [
            [version.sha(1), ['f00dfee'], '2026-03-02T12:00:00Z'],
            ['7e1ea5e1', [version.sha(1)], '2026-03-02T13:00:00Z'],
          ],
        })
        .deployed(5, 'release', '7e1ea5e1');
      await version.sent();

      expect(await version.inProductionAt(1)).toBe(5);
      expect((await version.detail(1)).containment).toBe('history');
    });

    it('a release of an unknown commit is listed, with the repository and how often', async () => {
      const lost = new Situation(portal, 'gone').live();
      lost
        .merged(1, { opened: 0, merged: 3 })
        .deployed(5, 'release', 'abadc0de');
      await lost.sent();

      expect((await lost.detail(1)).state).toBe('merged');
      const { body } = await portal.api
        .get('/api/chokepoint/v1/unmatched')
        .query({ kind: 'commits' })
        .expect(200);
      expect(body.items).toContainEqual(
        expect.objectContaining({
          kind: 'commits',
          value: 'abadc0de',
          repos: [lost.repo],
          n: 1,
        }),
      );
    });

    it('a stacked change ships with the change it is stacked on', async () => {
      const stack = new Situation(portal, 'stack').live();
      stack
        .change(0, 1, 'change.opened', 'alice', { headBranch: 'feat-a' })
        .change(1, 2, 'change.opened', 'alice', {
          headBranch: 'feat-b',
          baseBranch: 'feat-a',
        })
        .change(2, 2, 'change.reviewed', 'bob', { verdict: 'approved' })
        .change(3, 2, 'change.merged', 'alice', { sha: 'c41d0001' })
        .change(3, 1, 'change.reviewRequested', 'alice', {
          reviewers: ['github.com/carol'],
        })
        .change(6, 1, 'change.reviewed', 'carol', { verdict: 'approved' })
        .change(7, 1, 'change.merged', 'alice', { sha: 'ba5e0001' })
        .deployed(8, 'd1', 'ba5e0001');
      await stack.sent();

      expect(await stack.inProductionAt(2)).toBe(8);
      expect(await stack.ledger(2)).toEqual([
        '1–2 review waiting unassigned (unrequested)',
        '2–3 merge waiting alice',
        '3–6 release waiting carol (carried)',
        '6–7 release waiting alice (carried)',
        '7–8 release waiting gate:release/github.com/acme/stack',
      ]);
      const parent = await stack.detail(1);
      expect(parent.carrier).toBe(false);
      expect((await stack.detail(2)).carriedBy).toBe(stack.pull(1));
    });

    it('features merged into develop ship with the change that brings develop to main, which is no work of its own', async () => {
      const gitflow = new Situation(portal, 'gitflow').live();
      gitflow
        .merged(1, { opened: 0, merged: 4 }, { baseBranch: 'develop' })
        .merged(2, { opened: 2, merged: 5 }, { baseBranch: 'develop' })
        .merged(
          3,
          { opened: 24, merged: 26 },
          { headBranch: 'develop', title: 'Release' },
        )
        .deployed(27, 'd1', gitflow.sha(3));
      await gitflow.sent();

      expect(await gitflow.inProductionAt(1)).toBe(27);
      expect(await gitflow.inProductionAt(2)).toBe(27);
      const { leadTime, wip } = await gitflow.figures();
      expect(leadTime).toMatchObject({ n: 2, p50: 26 * 3_600_000 });
      expect(wip.n).toBe(0);
      expect(leadTime.excluded).toContainEqual({
        reason: 'carriesOthers',
        n: 1,
      });
    });

    it('seven characters of a commit are enough', async () => {
      const short = new Situation(portal, 'short').live();
      short
        .change(0, 1, 'change.opened', 'alice')
        .change(3, 1, 'change.merged', 'alice', {
          sha: '0123456789abcdef0123456789abcdef01234567',
        })
        .deployed(5, 'd1', '0123456');
      await short.sent();

      expect(await short.inProductionAt(1)).toBe(5);
    });

    it('a repository spelled in another case is the same', async () => {
      const spelled = new Situation(portal, 'spelled').live();
      spelled
        .merged(1, { opened: 0, merged: 2 })
        .tell(
          5,
          'deployment.finished',
          'github.com/Acme/Spelled/deployments/9',
          undefined,
          {
            environment: 'production',
            repo: 'https://github.com/Acme/Spelled.git',
            sha: spelled.sha(1),
            outcome: 'success',
          },
        );
      await spelled.sent();

      expect(await spelled.inProductionAt(1)).toBe(5);
    });

    it('a branch that was deployed before its merge is in production with the merge', async () => {
      const branch = new Situation(portal, 'branch').live();
      branch
        .change(100, 2, 'change.opened', 'alice')
        .change(100.5, 2, 'change.pushed', 'alice', { sha: 'b4a9c401' })
        .change(101, 2, 'change.reviewed', 'bob', { verdict: 'approved' })
        .deployed(102, 'bd', 'b4a9c401', { changes: [branch.pull(2)] })
        .change(104, 2, 'change.merged', 'alice', { sha: '5a20000000' });
      await branch.sent();

      expect(await branch.inProductionAt(2)).toBe(104);
    });

    it('a branch that was pushed to after its deployment waits for the next one', async () => {
      const later = new Situation(portal, 'later').live();
      later
        .change(100, 3, 'change.opened', 'alice')
        .deployed(101, 'bd', 'b4a9c402', { changes: [later.pull(3)] })
        .change(102, 3, 'change.pushed', 'alice', { sha: 'b4a9c403' })
        .change(103, 3, 'change.reviewed', 'bob', { verdict: 'approved' })
        .change(104, 3, 'change.merged', 'alice', { sha: '5a30000000' })
        .deployed(150, 'bd2', '5a30000000');
      await later.sent();

      expect(await later.inProductionAt(3)).toBe(150);
    });

    it('a deployment of one service of a repository contains what touches that service alone', async () => {
      const mono = new Situation(portal, 'mono');
      mono
        .deployed(-700, 'first-cart', 'f00dfee', { service: 'cart' })
        .deployed(-700, 'first-search', 'f00dfee', { service: 'search' })
        .merged(
          1,
          { opened: 0, merged: 3 },
          { paths: ['services/search/index.ts'] },
        )
        .merged(
          2,
          { opened: 1, merged: 4 },
          { paths: ['services/cart/index.ts'] },
        )
        .merged(3, { opened: 1, merged: 4 }, { paths: ['README.md'] })
        .deployed(5, 'cart', mono.sha(2), { service: 'cart' })
        .deployed(100, 'search', mono.sha(2), { service: 'search' });
      await mono.sent();

      expect(await mono.inProductionAt(2)).toBe(5);
      expect(await mono.inProductionAt(1)).toBe(100);
    });

    it('environments called us-prod and eu-prd are production, and pre-prod is not', async () => {
      const words = new Situation(portal, 'words');
      words
        .deployed(-700, 'first', 'f00dfee', { environment: 'us-prod' })
        .merged(1, { opened: 0, merged: 2 })
        .deployed(3, 'd0', words.sha(1), { environment: 'pre-prod' })
        .deployed(5, 'd1', words.sha(1), { environment: 'eu-prd' });
      await words.sent();

      expect(await words.inProductionAt(1)).toBe(5);
    });

    it('a release that is rolled out to three regions and fails once is one release, all of which failed', async () => {
      const regions = new Situation(portal, 'regions').live();
      regions
        .merged(1, { opened: 0, merged: 2 })
        .deployed(3, 'us', regions.sha(1), { environment: 'prod-us' })
        .deployed(3.2, 'eu', regions.sha(1), { environment: 'prod-eu' })
        .deployed(3.4, 'ap', regions.sha(1), { environment: 'prod-ap' })
        .tell(4, 'incident.opened', 'pd.example.com/incidents/r46', undefined, {
          repo: regions.repo,
        });
      await regions.sent();

      const { changeFailureRate } = await regions.figures();
      expect(changeFailureRate).toMatchObject({ value: 1, n: 1 });
    });

    it('fourteen packages released at one commit are one release', async () => {
      const packages = new Situation(portal, 'packages').live();
      packages.merged(1, { opened: 0, merged: 2 });
      for (let n = 0; n < 14; n++) {
        packages.deployed(3 + n / 100, `package-${n}`, packages.sha(1));
      }
      await packages.sent();

      const { deploymentFrequency } = await packages.figures();
      expect(deploymentFrequency.n).toBe(1);
    });

    it('a release of three changes is a batch of three', async () => {
      const batch = new Situation(portal, 'batch').live();
      batch
        .merged(1, { opened: 0, merged: 2 })
        .merged(2, { opened: 1, merged: 3 })
        .merged(3, { opened: 2, merged: 4 })
        .deployed(8, 'd1', batch.sha(3));
      await batch.sent();

      const { batchSize, leadTime } = await batch.figures();
      expect(batchSize.p50).toBe(3);
      expect(leadTime.p50).toBe(7 * 3_600_000);
    });

    it('an older commit rolled out again is a roll-back, and no release', async () => {
      const rollback = new Situation(portal, 'rollback').live();
      rollback
        .merged(1, { opened: 0, merged: 2 })
        .deployed(3, 'd1', rollback.sha(1))
        .merged(2, { opened: 4, merged: 6 })
        .deployed(7, 'd2', rollback.sha(2))
        .deployed(8, 'd3', rollback.sha(1));
      await rollback.sent();

      const figures = await rollback.figures();
      expect(figures.changeFailureRate).toMatchObject({ value: 0.5, n: 2 });
      expect(figures.failedDeploymentRecoveryTime.p50).toBe(3_600_000);
      expect(figures.deploymentFrequency.n).toBe(2);
    });

    it('what is reverted before it ships is no failure', async () => {
      const unshipped = new Situation(portal, 'unshipped').live();
      unshipped
        .merged(1, { opened: 0, merged: 2 }, { title: 'Add cache' })
        .merged(2, { opened: 3, merged: 4 }, { title: 'Revert "Add cache"' })
        .deployed(6, 'd1', unshipped.sha(2));
      await unshipped.sent();

      const { changeFailureRate } = await unshipped.figures();
      expect(changeFailureRate).toMatchObject({ value: 0, n: 1 });
    });

    it('a revert in other words is a revert', async () => {
      const reverted = new Situation(portal, 'reverted').live();
      reverted
        .merged(1, { opened: 0, merged: 2 }, { title: 'Add cache (#1)' })
        .deployed(3, 'd1', reverted.sha(1))
        .merged(
          2,
          { opened: 4, merged: 5 },
          { title: 'fix: revert "Add cache (#1)"' },
        )
        .deployed(6, 'd2', reverted.sha(2));
      await reverted.sent();

      const { changeFailureRate } = await reverted.figures();
      expect(changeFailureRate).toMatchObject({ value: 0.5, n: 2 });
    });

    it('a hotfix in brackets is a hotfix', async () => {
      const hotfix = new Situation(portal, 'hotfix').live();
      hotfix
        .merged(1, { opened: 0, merged: 2 })
        .deployed(3, 'd1', hotfix.sha(1))
        .merged(
          2,
          { opened: 4, merged: 4.4 },
          { title: '[HOTFIX] payment crash' },
        )
        .deployed(5, 'd2', hotfix.sha(2));
      await hotfix.sent();

      const { changeFailureRate } = await hotfix.figures();
      expect(changeFailureRate).toMatchObject({ value: 0.5, n: 2 });
    });

    it('an incident during a roll-out belongs to what is rolled out', async () => {
      const rolling = new Situation(portal, 'rolling').live();
      rolling
        .merged(1, { opened: 0, merged: 2 })
        .deployed(3, 'd1', rolling.sha(1))
        .merged(2, { opened: 4, merged: 6 })
        .tell(
          8,
          'deployment.started',
          `${rolling.repo}/deployments/d2`,
          'rob',
          {
            environment: 'production',
            repo: rolling.repo,
            sha: rolling.sha(2),
          },
        )
        .tell(9, 'incident.opened', 'pd.example.com/incidents/r09', undefined, {
          repo: rolling.repo,
        })
        .deployed(10, 'd2', rolling.sha(2))
        .tell(12, 'incident.resolved', 'pd.example.com/incidents/r09');
      await rolling.sent();

      const figures = await rolling.figures();
      expect(figures.failedDeploymentRecoveryTime).toMatchObject({
        n: 1,
        p50: 2 * 3_600_000,
      });
    });

    it('an incident that is opened again ends with its last resolution', async () => {
      const reopened = new Situation(portal, 'reopened').live();
      const incident = 'pd.example.com/incidents/r13';
      reopened
        .merged(1, { opened: 0, merged: 2 })
        .deployed(3, 'd1', reopened.sha(1))
        .tell(4, 'incident.opened', incident, undefined, {
          repo: reopened.repo,
        })
        .tell(5, 'incident.resolved', incident)
        .tell(6, 'incident.opened', incident)
        .tell(13, 'incident.resolved', incident);
      await reopened.sent();

      const { failedDeploymentRecoveryTime } = await reopened.figures();
      expect(failedDeploymentRecoveryTime.p50).toBe(10 * 3_600_000);
    });

    it('an incident that names an older deployment belongs to that one', async () => {
      const newest = new Situation(portal, 'newest').live();
      const incident = 'pd.example.com/incidents/dbg1';
      newest
        .merged(1, { opened: 0, merged: 2 })
        .deployed(3, 'd1', newest.sha(1))
        .merged(2, { opened: 10, merged: 12 })
        .deployed(20, 'd2', newest.sha(2))
        .tell(30, 'incident.opened', incident, undefined, {
          deployment: `${newest.repo}/deployments/d1`,
        })
        .tell(31, 'incident.resolved', incident);
      await newest.sent();

      const { failedDeploymentRecoveryTime } = await newest.figures();
      expect(failedDeploymentRecoveryTime.p50).toBe(28 * 3_600_000);
    });
  },
);
