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
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { graphqlEndpoint } from '../../src/client/endpoint';
import { ClientWorld, GithubClient } from '../../src/client/GithubClient';
import { readGithubOptions } from '../../src/options';
import { GithubFlowSource } from '../../src/sync/GithubFlowSource';
import { GithubServer } from './GithubServer';

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
};

/** A client and a source that read a test's GitHub, with time that flies. */
export function connectGithub(
  github: GithubServer,
  settings: {
    config?: JsonObject;
    world?: Partial<ClientWorld>;
    timeout?: number;
  } = {},
) {
  const sleeps: number[] = [];
  const world: ClientWorld = {
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      sleeps.push(ms);
    },
    random: () => 0.5,
    ...settings.world,
  };
  const options = readGithubOptions(
    new ConfigReader({ chokepoint: { github: settings.config ?? {} } }),
  );
  const client = new GithubClient({
    endpoint: graphqlEndpoint(github.apiBaseUrl),
    authorize: async () => ({ authorization: 'Bearer token-of-the-test' }),
    logger: silent,
    reserve: options.reserve,
    timeout: settings.timeout,
    world,
  });
  const source = new GithubFlowSource({ host: 'github.com', client, options });
  return { client, options, source, sleeps, world };
}
