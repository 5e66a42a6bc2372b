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
  drawContext,
  eventAt,
  happened,
  valid,
  who,
} from '../../dev/testing/draw';
import { DeploymentNode, ReleaseNode } from '../queries/rolloutNodes';
import {
  approversOf,
  RolloutContext,
  translateDeployment,
  translateRelease,
} from './deployments';

const DEPLOYMENT_981 = 'MDEwOkRlcGxveW1lbnQ5ODE=';

function drawDeployment(
  states: [string, number][],
  given: Partial<DeploymentNode> = {},
): DeploymentNode {
  return {
    id: DEPLOYMENT_981,
    createdAt: at(1),
    updatedAt: at(9),
    commitOid: 'f00d',
    environment: 'production',
    originalEnvironment: 'production',
    creator: who('app-deployer'),
    statuses: {
      nodes: states.map(([state, hours]) => {
        const { id, createdAt } = happened(hours);
        return { id, state, createdAt, creator: who('app-deployer') };
      }),
    },
    ...given,
  };
}

function events(
  deployment: DeploymentNode,
  context: RolloutContext = drawContext(),
) {
  return valid(translateDeployment(deployment, context), context.now).map(
    event => [event.type, event.at, event.data],
  );
}

describe('a deployment', () => {
  it('is requested, started and finished, and another replacing it is nothing', () => {
    const deployment = drawDeployment([
      ['INACTIVE', 90],
      ['SUCCESS', 3],
      ['IN_PROGRESS', 2],
      ['QUEUED', 1],
    ]);
    expect(events(deployment)).toEqual([
      [
        'deployment.requested',
        eventAt(1),
        {
          environment: 'production',
          repo: 'github.com/acme/shop',
          sha: 'f00d',
        },
      ],
      ['deployment.started', eventAt(2), undefined],
      ['deployment.finished', eventAt(3), { outcome: 'success' }],
    ]);
  });

  it.each(['FAILURE', 'ERROR'])('fails with %s', state => {
    expect(events(drawDeployment([[state, 3]]))).toContainEqual([
      'deployment.finished',
      eventAt(3),
      { outcome: 'failure' },
    ]);
  });

  it('that waits is waited on by those who guard the environment, until it goes on', () => {
    const approvers = approversOf(
      [
        {
          name: 'production',
          protectionRules: {
            nodes: [
              {
                reviewers: {
                  nodes: [
                    { __typename: 'User', login: 'olga' },
                    {
                      __typename: 'Team',
                      slug: 'ops',
                      organization: { login: 'acme' },
                    },
                  ],
                },
              },
              null,
            ],
          },
        },
      ],
      'github.com',
    );
    const deployment = drawDeployment([
      ['WAITING', 1],
      ['QUEUED', 5],
      ['IN_PROGRESS', 6],
    ]);
    expect(events(deployment, drawContext({ approvers })).slice(1)).toEqual([
      [
        'deployment.approvalRequested',
        eventAt(1),
        { approvers: ['github.com/olga', 'github.com/orgs/acme/teams/ops'] },
      ],
      ['deployment.approved', eventAt(5), undefined],
      ['deployment.started', eventAt(6), undefined],
    ]);
  });

  it('that was refused was not approved', () => {
    const types = events(
      drawDeployment([
        ['WAITING', 1],
        ['FAILURE', 5],
      ]),
    ).map(([type]) => type);
    expect(types).not.toContain('deployment.approved');
  });

  it('is to production by the configuration, and by no default of GitHub’s', () => {
    const context = drawContext({
      productionEnvironments: new Set(['github-pages']),
    });
    const told = ['production', 'us-prod', 'staging', 'github-pages'].map(
      originalEnvironment =>
        events(
          drawDeployment([], {
            environment: 'renamed later',
            originalEnvironment,
          }),
          context,
        )[0][2],
    );
    expect(told).toEqual([
      expect.not.objectContaining({ production: expect.anything() }),
      expect.not.objectContaining({ production: expect.anything() }),
      expect.not.objectContaining({ production: expect.anything() }),
      expect.objectContaining({ production: true }),
    ]);
  });
});

describe('a release', () => {
  const release: ReleaseNode = {
    id: 'RE_1',
    tagName: 'v1.2',
    createdAt: at(0),
    publishedAt: at(4),
    isDraft: false,
    isPrerelease: false,
    author: who('rita'),
    tagCommit: {
      oid: 'f00d',
      committedDate: at(0),
      messageHeadline: 'Release',
      parents: { nodes: [] },
      associatedPullRequests: { totalCount: 0 },
    },
  };

  it('is a successful deployment to production when it is published', () => {
    const context = drawContext();
    const [event] = valid(translateRelease(release, context), context.now);
    expect(event).toMatchObject({
      type: 'deployment.finished',
      subject: 'github.com/acme/shop/releases/tag/v1.2',
      at: eventAt(4),
      actor: { id: 'github.com/rita' },
      data: {
        outcome: 'success',
        production: true,
        sha: 'f00d',
      },
    });
  });

  it.each<[string, Partial<ReleaseNode>]>([
    ['a draft', { isDraft: true }],
    ['a pre-release', { isPrerelease: true }],
    ['not published', { publishedAt: null }],
    ['without its tag', { tagCommit: null }],
  ])('that is %s is none', (_, given) => {
    const none = translateRelease({ ...release, ...given }, drawContext());
    expect(none).toEqual([]);
  });
});
