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
import { FlowEvent } from 'chokepoint-flow';
import { setImmediate } from 'node:timers/promises';
import { connectGithub } from '../../dev/testing/connectGithub';
import { at, drawPull, happened, who } from '../../dev/testing/draw';
import { GithubServer } from '../../dev/testing/GithubServer';
import { GithubWorld, WorldRepository } from '../../dev/testing/GithubWorld';
import { repositoryRef, SyncRecorder } from '../../dev/testing/SyncRecorder';
import { toWorld } from '../../dev/testing/worlds';
import { Notice } from './notice';
import { WebhookReader } from './WebhookReader';

const SHOP = 'acme/shop';
const HOUR = 3_600_000;

describe('a reader of webhooks', () => {
  let github: GithubServer;
  let shop: WorldRepository;
  let recorder: SyncRecorder;
  let asked: string[];
  let warnings: string[];
  let slept: number[];
  let now: number;

  beforeEach(async () => {
    shop = { nameWithOwner: SHOP };
    github = await GithubServer.start(new GithubWorld([shop]));
    recorder = new SyncRecorder([repositoryRef(SHOP)]);
    [asked, warnings, slept] = [[], [], []];
    now = Date.parse(at(100));
  });

  afterEach(() => github.stop());

  async function start(options: { synced: boolean; signal?: AbortSignal }) {
    const { source, client, options: settings } = connectGithub(github);
    if (options.synced) {
      await source.sync(recorder.context({ now }));
    }
    return new WebhookReader({
      source,
      client,
      options: settings,
      sources: {
        emit: events => recorder.emit(events, now),
        requestSync: async id => {
          asked.push(id);
        },
      },
      logger: {
        debug: () => undefined,
        warn: message => warnings.push(message),
      },
      world: {
        now: () => now,
        sleep: async (ms, signal) => {
          signal.throwIfAborted();
          slept.push(ms);
          await setImmediate();
        },
      },
      signal: options.signal ?? new AbortController().signal,
    });
  }

  function notice(given: Partial<Notice>): Notice {
    return {
      host: 'github.com',
      slug: SHOP,
      pullRequests: [],
      issues: [],
      deployments: [],
      other: false,
      ...given,
    };
  }

  function types(): string[] {
    const all = [...recorder.events.values()].map((e: FlowEvent) => e.type);
    return [...new Set(all)].sort();
  }

  it('reads a pull request from GitHub, whatever the webhook says of it', async () => {
    const reader = await start({ synced: true });
    shop.pullRequests = [toWorld(drawPull({ mergedAt: at(5), closed: true }))];
    await reader.receive(notice({ pullRequests: [42] }));
    await reader.idle();
    expect(types()).toEqual([
      'change.merged',
      'change.opened',
      'change.updated',
      'repository.described',
    ]);
  });

  it('reads once what many webhooks of a bunch are about', async () => {
    const reader = await start({ synced: true });
    const before = github.count;
    shop.pullRequests = [1, 2].map(number =>
      toWorld(drawPull({ id: `PR_${number}`, number })),
    );
    for (const number of [1, 2, 1, 1, 2]) {
      await reader.receive(
        notice({ pullRequests: [number], slug: 'Acme/Shop' }),
      );
    }
    await reader.idle();
    expect(github.count - before).toBe(1);
    expect(slept).toEqual([3000]);
    expect(types()).toContain('change.opened');
  });

  it('reads deployments, and issues that pull requests close', async () => {
    const reader = await start({ synced: true });
    const issue = {
      __typename: 'Issue',
      title: 'A wish',
      url: 'https://github.com/acme/shop/issues/7',
      createdAt: at(1),
      updatedAt: at(1),
      author: who('paul'),
      repository: { nameWithOwner: SHOP },
    };
    shop.issues = [
      { ...issue, id: 'I_7', number: 7, closedByPullRequestsReferences: [{}] },
      { ...issue, id: 'I_8', number: 8, closedByPullRequestsReferences: [] },
    ];
    shop.deployments = [
      {
        __typename: 'Deployment',
        id: 'DE_1',
        createdAt: at(2),
        updatedAt: at(2),
        commitOid: 'f00d',
        environment: 'staging',
        creator: who('app-deployer'),
        statuses: [
          { ...happened(3), state: 'SUCCESS', creator: who('app-deployer') },
        ],
      },
    ];
    await reader.receive(notice({ issues: [7, 8], deployments: ['DE_1'] }));
    await reader.idle();
    expect(types()).toEqual([
      'deployment.finished',
      'deployment.requested',
      'repository.described',
      'workItem.created',
    ]);
    const ids = [...recorder.events.values()].map(event => event.id);
    expect(ids).not.toContain('I_8');
  });

  it('leaves out a pull request that is not there', async () => {
    const reader = await start({ synced: true });
    shop.pullRequests = [toWorld(drawPull())];
    await reader.receive(notice({ pullRequests: [41, 42] }));
    await reader.idle();
    expect(types()).toContain('change.opened');
    expect(warnings).toEqual([]);
  });

  it('ignores repositories that the catalog does not know', async () => {
    const reader = await start({ synced: true });
    const before = github.count;
    await reader.receive(notice({ slug: 'acme/other', pullRequests: [1] }));
    await reader.idle();
    expect(github.count).toBe(before);
    expect(asked).toEqual([]);
  });

  it('asks for a sync, once a minute, where none has run on this replica', async () => {
    const reader = await start({ synced: false });
    for (let i = 0; i < 3; i++) {
      await reader.receive(notice({ pullRequests: [1] }));
    }
    expect(asked).toEqual(['github:github.com']);
    now += HOUR / 60;
    await reader.receive(notice({ pullRequests: [1] }));
    expect(asked).toHaveLength(2);
  });

  it('asks for a sync for what only lists tell', async () => {
    const reader = await start({ synced: true });
    await reader.receive(notice({ other: true }));
    expect(asked).toEqual(['github:github.com']);
  });

  it('leaves to the next sync what it cannot read now', async () => {
    const reader = await start({ synced: true });
    shop.pullRequests = [toWorld(drawPull())];
    github.faultFor = () => ({ kind: 'status', status: 502 });
    await reader.receive(notice({ pullRequests: [42] }));
    await reader.idle();
    expect(warnings).toEqual([
      expect.stringContaining(
        'A webhook of acme/shop is left to the next sync',
      ),
    ]);
    github.faultFor = () => undefined;
    await reader.receive(notice({ pullRequests: [42] }));
    await reader.idle();
    expect(types()).toContain('change.opened');
  });

  it('reads nothing more when the backend goes down', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const reader = await start({ synced: true, signal });
    const before = github.count;
    controller.abort();
    await reader.receive(notice({ pullRequests: [42] }));
    await reader.idle();
    expect(github.count).toBe(before);
  });
});
