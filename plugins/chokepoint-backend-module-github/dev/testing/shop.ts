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
import { FlowEvent } from 'chokepoint-flow';
import { GithubFlowSource } from '../../src/sync/GithubFlowSource';
import { connectGithub } from './connectGithub';
import { at, drawPull } from './draw';
import { GithubServer } from './GithubServer';
import { GithubWorld, WorldRepository } from './GithubWorld';
import { repositoryRef, SyncRecorder } from './SyncRecorder';

/** The repository of most tests. */
export const SHOP = 'acme/shop';
/** Its key. */
export const SHOP_KEY = 'github.com/acme/shop';

/** A repository on a test's GitHub, and a source that reads it. */
export interface Shop {
  github: GithubServer;
  repository: WorldRepository;
  recorder: SyncRecorder;
  connect(config?: JsonObject): GithubFlowSource;
  /** Runs a sync at an hour, and tells which queries were sent. */
  sync(hours: number, source?: GithubFlowSource): Promise<string[]>;
  /** Everything that was stored. */
  events(): FlowEvent[];
  stop(): Promise<void>;
}

/** Starts a GitHub with one empty repository. */
export async function startShop(): Promise<Shop> {
  const repository: WorldRepository = { nameWithOwner: SHOP };
  const github = await GithubServer.start(new GithubWorld([repository]));
  const shop: Shop = {
    github,
    repository,
    recorder: new SyncRecorder([repositoryRef(SHOP)]),
    connect: config => connectGithub(github, { config }).source,
    async sync(hours, source = shop.connect()) {
      const before = github.requests.length;
      const now = Date.parse(at(hours));
      github.now = () => now;
      await source.sync(shop.recorder.context({ now }));
      expect(shop.recorder.warnings).toEqual([]);
      return github.requests.slice(before).map(request => request.operation);
    },
    events: () => [...shop.recorder.events.values()],
    stop: () => github.stop(),
  };
  return shop;
}

/** A pull request of the shop, created at an hour. */
export function drawShopPull(
  number: number,
  created: number,
  given: Parameters<typeof drawPull>[0] = {},
) {
  const id = `PR_${number}`;
  const dates = { createdAt: at(created), updatedAt: at(created) };
  return drawPull({ id, number, ...dates, ...given });
}
