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
  createServiceFactory,
  ServiceRef,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  DefaultEventsService,
  EventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { JsonObject } from '@backstage/types';
import chokepointPlugin from 'backstage-plugin-chokepoint-backend';
import { Knex } from 'knex';
import request from 'supertest';
import { chokepointModuleGithub } from '../../src/module';
import { GithubServer } from './GithubServer';

/** A backend with Chokepoint and this module, that reads a test's GitHub. */
export interface Portal {
  api: ReturnType<typeof request.agent>;
  /** Runs a scheduled task now. */
  run(task: string): Promise<void>;
  /** The events service, where webhooks arrive. */
  events: EventsService;
  stop(): Promise<void>;
}

/** Starts a portal whose catalog knows one component for each repository. */
export async function startPortal(options: {
  github: GithubServer;
  repositories: string[];
  knex: Knex;
  /** Of the module. */
  config?: JsonObject;
  privacy?: JsonObject;
}): Promise<Portal> {
  const { scheduler, run } = handScheduler();
  const entities = options.repositories.map(componentOf);
  const events = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
  });
  const backend = await startTestBackend({
    features: [
      chokepointPlugin,
      chokepointModuleGithub,
      provide(coreServices.scheduler, scheduler),
      provide(catalogServiceRef, catalogServiceMock({ entities })),
      provide(eventsServiceRef, events),
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: {
          integrations: { github: [integrationWith(options.github)] },
          chokepoint: {
            github: options.config ?? {},
            privacy: options.privacy ?? {},
          },
        },
      }),
    ],
  });
  await run('refresh-ownership');
  return {
    api: request.agent(backend.server),
    run,
    events,
    stop: () => backend.stop(),
  };
}

function integrationWith({ apiBaseUrl }: GithubServer): JsonObject {
  return { host: 'github.com', apiBaseUrl, token: 'token-of-the-test' };
}

/** A scheduler whose tasks run when the test says so. */
function handScheduler() {
  const tasks = new Map<string, (signal: AbortSignal) => unknown>();
  const scheduler = mockServices.scheduler.mock();
  scheduler.scheduleTask.mockImplementation(async task => {
    tasks.set(task.id, task.fn);
  });
  scheduler.triggerTask.mockResolvedValue(undefined);
  const run = async (task: string) => {
    const fn = tasks.get(task);
    if (!fn) {
      throw new Error(`No task ${task}; there are ${[...tasks.keys()]}`);
    }
    await fn(new AbortController().signal);
  };
  return { scheduler, run };
}

function componentOf(slug: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: slug.split('/')[1],
      namespace: 'default',
      annotations: { 'github.com/project-slug': slug },
    },
  };
}

function provide<T>(service: ServiceRef<T, 'plugin'>, instance: T) {
  return createServiceFactory({ service, deps: {}, factory: () => instance });
}
