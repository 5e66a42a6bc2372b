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
  coreServices,
  createBackendModule,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { NotAllowedError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  ChokepointSourcesExtensionPoint,
  chokepointSourcesExtensionPoint,
} from 'backstage-plugin-chokepoint-node';
import { graphqlEndpoint } from './client/endpoint';
import { GithubClient, realWorld } from './client/GithubClient';
import { GithubOptions, readGithubOptions } from './options';
import { GithubFlowSource } from './sync/GithubFlowSource';
import { noticeOf, TOPICS } from './webhooks/notice';
import { WebhookReader } from './webhooks/WebhookReader';

/**
 * Reads pull requests, the issues they close, deployments and releases from
 * GitHub: one source for each host of `integrations.github` that has a token or
 * an app.
 *
 * @public
 */
export const chokepointModuleGithub = createBackendModule({
  pluginId: 'chokepoint',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        sources: chokepointSourcesExtensionPoint,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ sources, config, events, lifecycle, logger }) {
        const shutdown = new AbortController();
        lifecycle.addShutdownHook(() => shutdown.abort());
        const readers = new Map(
          githubHosts(config, logger).map(host => [
            host.host,
            connect(host, { sources, logger, signal: shutdown.signal }),
          ]),
        );
        await events.subscribe({
          id: 'chokepoint-github',
          topics: TOPICS,
          async onEvent({ topic, eventPayload }) {
            const notice = noticeOf(topic, eventPayload);
            if (notice) {
              await readers.get(notice.host)?.receive(notice);
            }
          },
        });
      },
    });
  },
});

interface GithubHost {
  host: string;
  apiBaseUrl: string;
  options: GithubOptions;
  credentials: GithubCredentialsProvider;
}

/** The hosts that can be read: GraphQL answers nobody without a token. */
function githubHosts(config: Config, logger: LoggerService): GithubHost[] {
  const integrations = ScmIntegrations.fromConfig(config);
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const options = readGithubOptions(config);
  const hosts: GithubHost[] = [];
  for (const { config: integration } of integrations.github.list()) {
    const { host, apiBaseUrl, token, apps } = integration;
    if (apiBaseUrl && (token || apps?.length)) {
      hosts.push({ host, apiBaseUrl, options, credentials });
    } else {
      logger.info(
        `${host} is not read: integrations.github has no token and no app for it`,
      );
    }
  }
  return hosts;
}

/** Registers the source of one host, and what reads its webhooks. */
function connect(
  { host, apiBaseUrl, options, credentials }: GithubHost,
  world: {
    sources: ChokepointSourcesExtensionPoint;
    logger: LoggerService;
    signal: AbortSignal;
  },
): WebhookReader {
  const logger = world.logger.child({ source: `github:${host}` });
  const client = new GithubClient({
    endpoint: graphqlEndpoint(apiBaseUrl),
    reserve: options.reserve,
    logger,
    async authorize(owner, name) {
      const url = `https://${host}/${owner}/${name}`;
      const { headers } = await credentials.getCredentials({ url });
      if (!headers) {
        throw new NotAllowedError(
          `no token and no installed app of integrations.github may read ${url}`,
        );
      }
      return headers;
    },
  });
  const source = new GithubFlowSource({ host, client, options });
  world.sources.addSource(source);
  return new WebhookReader({
    ...world,
    logger,
    source,
    client,
    options,
    world: realWorld,
  });
}
