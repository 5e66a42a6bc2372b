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
import { JsonObject } from '@backstage/types';
import { connectGithub } from '../../dev/testing/connectGithub';
import {
  at,
  commit,
  committed,
  drawPull,
  eventAt,
  happened,
  ofType,
  who,
} from '../../dev/testing/draw';
import { GithubServer } from '../../dev/testing/GithubServer';
import { GithubWorld, WorldRepository } from '../../dev/testing/GithubWorld';
import { repositoryRef, SyncRecorder } from '../../dev/testing/SyncRecorder';
import { toWorld } from '../../dev/testing/worlds';

const SHOP = 'acme/shop';
const KEY = 'github.com/acme/shop';
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
  let github: GithubServer;
  let shop: WorldRepository;
  let recorder: SyncRecorder;

  beforeEach(async () => {
    shop = { nameWithOwner: SHOP };
    github = await GithubServer.start(new GithubWorld([shop]));
    recorder = new SyncRecorder([repositoryRef(SHOP)]);
  });

  afterEach(() => github.stop());

  function connect(config?: JsonObject) {
    return connectGithub(github, { config }).source;
  }

  /** Runs a sync so many hours after the opening, and tells what was asked for. */
  async function sync(hours: number, source = connect()): Promise<string[]> {
    const before = github.requests.length;
    await source.sync(recorder.context({ now: Date.parse(at(hours)) }));
    expect(recorder.warnings).toEqual([]);
    return github.requests.slice(before).map(request => request.operation);
  }

  function events() {
    return [...recorder.events.values()];
  }

  it('is named for its host', () => {
    expect(connect().id).toBe('github:github.com');
  });

  it('leaves the repositories of other hosts alone', async () => {
    recorder = new SyncRecorder([repositoryRef(SHOP, 'ghe.acme.org')]);
    expect(await sync(FIRST)).toEqual([]);
  });

  it('asks one thing of a repository in which nothing happened', async () => {
    shop.pullRequests = [toWorld(pull(1, 0))];
    await sync(FIRST);
    expect(await sync(FIRST + 1)).toEqual(['NewsOfRepositories']);
  });

  it('reads what changed since, and no more', async () => {
    shop.pullRequests = [1, 2, 3].map(number => toWorld(pull(number, number)));
    await sync(FIRST);
    shop.pullRequests.push(toWorld(pull(4, 104)));
    shop.pullRequests[1].updatedAt = at(105);
    shop.pullRequests[1].isDraft = true;
    expect(await sync(106)).toEqual(['NewsOfRepositories', 'PullRequests']);
    expect(github.requests.at(-1)?.variables.order).toBe('UPDATED_AT');
    const opened = ofType(events(), 'change.opened');
    expect(opened.map(event => event.subject)).toEqual(
      [1, 2, 3, 4].map(number => `${KEY}/pull/${number}`),
    );
  });

  it('reads again what changed shortly before it last looked', async () => {
    await sync(FIRST);
    shop.pullRequests = [toWorld(pull(1, FIRST - 0.1))];
    await sync(FIRST + 1);
    expect(ofType(events(), 'change.opened')).toHaveLength(1);
  });

  it('goes back as far as the configuration says', async () => {
    shop.pullRequests = [1, 30, 90].map(hours => toWorld(pull(hours, hours)));
    await sync(FIRST, connect({ history: { hours: 80 } }));
    expect(ofType(events(), 'change.opened').map(event => event.at)).toEqual([
      eventAt(30),
      eventAt(90),
    ]);
  });

  it('asks for the news of 25 repositories of one owner at once', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `acme/r${i}`);
    const slugs = [...names, 'other/one'];
    github.world = new GithubWorld(
      slugs.map(nameWithOwner => ({ nameWithOwner })),
    );
    recorder = new SyncRecorder(slugs.map(slug => repositoryRef(slug)));
    await sync(FIRST);
    expect(await sync(FIRST + 1)).toEqual(
      Array.from({ length: 3 }, () => 'NewsOfRepositories'),
    );
  });

  it('reads each repository once, however the catalog writes it', async () => {
    shop.pullRequests = [toWorld(pull(1, 0))];
    recorder = new SyncRecorder([
      repositoryRef(SHOP),
      {
        ...repositoryRef(SHOP),
        slug: 'Acme/Shop',
        key: 'github.com/Acme/Shop',
      },
    ]);
    await sync(FIRST);
    expect(ofType(events(), 'change.opened')).toHaveLength(1);
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
    shop.pullRequests = [toWorld(long), toWorld(pull(2, 1))];
    const asked = await sync(FIRST);
    expect(asked.filter(name => name === 'RestOfPullRequests')).toHaveLength(2);
    expect(ofType(events(), 'change.pushed')).toHaveLength(250);
    expect(ofType(events(), 'change.commented')).toHaveLength(130);
    const paths = ofType(events(), 'change.updated').map(
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
    shop.pullRequests = [checked(null)];
    await sync(FIRST);
    expect(ofType(events(), 'change.checksStarted')).toHaveLength(1);
    shop.pullRequests = [checked(at(FIRST + 1))];
    expect(await sync(FIRST + 2)).toContain('PullRequestsByNumber');
    expect(ofType(events(), 'change.checksFinished')).toHaveLength(1);
    expect(await sync(FIRST + 3)).toEqual(['NewsOfRepositories']);
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
    shop.issues = [issue, unrelated];
    shop.pullRequests = [
      { ...toWorld(pull(1, 0)), closingIssuesReferences: [issue] },
    ];
    await sync(FIRST);
    expect(ofType(events(), 'workItem.created')).toHaveLength(1);
    issue.updatedAt = at(FIRST + 1);
    issue.timelineItems = [
      { __typename: 'ReopenedEvent', ...happened(FIRST + 1, 'paul') },
    ];
    expect(await sync(FIRST + 2)).toEqual(['NewsOfRepositories', 'Issues']);
    expect(ofType(events(), 'workItem.reopened')).toHaveLength(1);
    expect(ofType(events(), 'workItem.created')).toHaveLength(1);
  });

  it('follows a deployment to its end', async () => {
    shop.deployments = [deployment(1, 90, [['WAITING', 90]])];
    await sync(FIRST);
    expect(ofType(events(), 'deployment.finished')).toEqual([]);
    shop.deployments = [
      deployment(1, 90, [
        ['WAITING', 90],
        ['IN_PROGRESS', 150],
        ['SUCCESS', 151],
      ]),
    ];
    expect(await sync(152)).toContain('DeploymentsById');
    expect(ofType(events(), 'deployment.finished')).toMatchObject([
      { subject: `${KEY}/deployments/1`, at: eventAt(151) },
    ]);
    expect(await sync(160)).toEqual(['NewsOfRepositories']);
  });

  it('gives up a deployment that never ends after thirty days', async () => {
    shop.deployments = [deployment(1, -29 * 24, [['WAITING', -29 * 24]])];
    await sync(FIRST);
    expect(await sync(FIRST + 1)).toEqual(['NewsOfRepositories']);
  });

  it('says which pull requests a deployment to production contains', async () => {
    const commits = ['Fix it (#4)', 'Add it (#3)', 'Try it (#2)', 'Begin (#1)'];
    const history = commits.map((messageHeadline, i) => ({
      __typename: 'Commit',
      oid: `sha${4 - i}`,
      messageHeadline,
    }));
    shop.commits = history.map((one, i) => ({
      ...one,
      history: history.slice(i),
    }));
    shop.deployments = [
      deployment(1, 10, [['SUCCESS', 10]]),
      deployment(2, 20, [['FAILURE', 20]]),
      deployment(3, 30, [['SUCCESS', 30]], 'staging'),
      deployment(4, 40, [['SUCCESS', 40]]),
    ];
    await sync(FIRST);
    const contents = ofType(events(), 'deployment.requested').map(event =>
      event.data.changes?.map(key => key.replace(`${KEY}/pull/`, '')),
    );
    expect(contents).toEqual([['1'], ['2'], undefined, ['4', '3', '2']]);
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
    const preview = [deployment(1, 10, [['SUCCESS', 10]], 'preview')];

    it.each([
      ['whenNoDeployments', [], 1],
      ['whenNoDeployments', preview, 1],
      ['whenNoDeployments', production, 0],
      ['always', production, 1],
      ['never', [], 0],
    ])('%s, beside %j: %s', async (releases, deployments, count) => {
      shop.releases = [release];
      shop.deployments = deployments;
      await sync(FIRST, connect({ releases }));
      const found = ofType(events(), 'deployment.finished').filter(
        event => event.id === 'RE_1',
      );
      expect(found).toHaveLength(count);
    });

    it('though it was listed long before it was published', async () => {
      const draft = { ...release, isDraft: true, publishedAt: null };
      shop.releases = [draft];
      await sync(FIRST);
      const later = FIRST + 40 * 24;
      shop.releases = [
        { ...release, publishedAt: at(later), updatedAt: at(later) },
      ];
      await sync(later + 1);
      expect(ofType(events(), 'deployment.finished')).toMatchObject([
        { at: eventAt(later) },
      ]);
    });
  });

  it('begins anew when a saved cursor is none of its own', async () => {
    shop.pullRequests = [toWorld(pull(1, 0))];
    recorder.cursors.set(KEY, { version: 0, page: 7 });
    await sync(FIRST);
    expect(ofType(events(), 'change.opened')).toHaveLength(1);
    expect(recorder.cursors.get(KEY)).toMatchObject({
      version: 1,
      pullRequests: {
        since: new Date(Date.parse(at(0)) + FIRST * HOUR).toISOString(),
      },
    });
  });
});
