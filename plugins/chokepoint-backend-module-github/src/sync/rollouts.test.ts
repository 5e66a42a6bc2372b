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
import { Shop, SHOP_KEY, startShop } from '../../dev/testing/shop';

/** The hour of the first sync, after everything that is drawn before it. */
const FIRST = 100;

function deployment(
  id: number,
  created: number,
  states: [string, number][],
  environment = 'production',
) {
  return {
    __typename: 'Deployment',
    id: Buffer.from(`010:Deployment${id}`).toString('base64'),
    createdAt: at(created),
    updatedAt: at(states.at(-1)?.[1] ?? created),
    commitOid: `sha${id}`,
    environment,
    originalEnvironment: environment,
    creator: who('app-deployer'),
    statuses: states.map(([state, hours]) => ({
      ...happened(hours),
      state,
      creator: who('app-deployer'),
    })),
  };
}

describe('a source of GitHub', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await startShop();
    shop.repository.commits = [{ oid: 'sha1', committedDate: at(5) }];
  });

  afterEach(() => shop.stop());

  it('follows a deployment to its end', async () => {
    shop.repository.deployments = [deployment(1, 90, [['WAITING', 90]])];
    await shop.sync(FIRST);
    expect(ofType(shop.events(), 'deployment.finished')).toEqual([]);
    shop.repository.deployments = [
      deployment(1, 90, [
        ['WAITING', 90],
        ['IN_PROGRESS', 150],
        ['SUCCESS', 151],
      ]),
    ];
    expect(await shop.sync(152)).toContain('DeploymentsById');
    expect(ofType(shop.events(), 'deployment.finished')).toMatchObject([
      { subject: `${SHOP_KEY}/deployments/1`, at: eventAt(151) },
    ]);
    expect(await shop.sync(160)).toEqual(['NewsOfRepositories']);
  });

  it('follows a deployment to its end, though many newer ones came', async () => {
    const newer = Array.from({ length: 12 }, (_, i) =>
      deployment(i + 2, 91 + i / 10, [['SUCCESS', 93]], 'staging'),
    );
    shop.repository.deployments = [
      deployment(1, 90, [['WAITING', 90]]),
      ...newer,
    ];
    await shop.sync(FIRST);
    shop.repository.deployments = [
      deployment(1, 90, [['SUCCESS', 151]]),
      ...newer,
    ];
    await shop.sync(152);
    expect(ofType(shop.events(), 'deployment.finished')).toContainEqual(
      expect.objectContaining({ at: eventAt(151) }),
    );
  });

  it('gives up a deployment that never ends after thirty days', async () => {
    shop.repository.deployments = [
      deployment(1, -29 * 24, [['WAITING', -29 * 24]]),
    ];
    await shop.sync(FIRST);
    expect(await shop.sync(FIRST + 1)).toEqual(['NewsOfRepositories']);
  });

  describe('takes a release for a deployment to production', () => {
    const release = {
      __typename: 'Release',
      id: 'RE_1',
      tagName: 'v1',
      createdAt: at(50),
      publishedAt: at(51),
      updatedAt: at(51),
      isDraft: false,
      isPrerelease: false,
      author: who('rita'),
      tagCommit: { oid: 'sha1' },
    };
    const production = [deployment(1, 10, [['SUCCESS', 10]])];
    const regional = [deployment(1, 10, [['SUCCESS', 10]], 'us-prod')];
    const preview = [deployment(1, 10, [['SUCCESS', 10]], 'preview')];

    it.each([
      ['whenNoDeployments', [], 1],
      ['whenNoDeployments', preview, 1],
      ['whenNoDeployments', production, 0],
      ['whenNoDeployments', regional, 0],
      ['always', production, 1],
      ['never', [], 0],
    ])('%s, beside %j: %s', async (releases, deployments, count) => {
      shop.repository.releases = [release];
      shop.repository.deployments = deployments;
      await shop.sync(FIRST, shop.connect({ releases }));
      const found = ofType(shop.events(), 'deployment.finished').filter(
        event => event.subject === `${SHOP_KEY}/releases/tag/v1`,
      );
      expect(found).toHaveLength(count);
    });

    it('though it was listed long before it was published', async () => {
      const draft = { ...release, isDraft: true, publishedAt: null };
      shop.repository.releases = [draft];
      await shop.sync(FIRST);
      const later = FIRST + 40 * 24;
      shop.repository.releases = [
        { ...release, publishedAt: at(later), updatedAt: at(later) },
      ];
      await shop.sync(later + 1);
      expect(ofType(shop.events(), 'deployment.finished')).toMatchObject([
        { at: eventAt(later) },
      ]);
    });
  });
});
