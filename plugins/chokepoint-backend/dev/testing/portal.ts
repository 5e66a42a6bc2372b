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
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogRequestOptions } from '@backstage/catalog-client';
import {
  catalogServiceRef,
  CatalogServiceRequestOptions,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  chokepointSourcesExtensionPoint,
  FlowSource,
} from 'backstage-plugin-chokepoint-node';
import { FlowEvent } from 'chokepoint-flow';
import { Knex } from 'knex';
import request from 'supertest';
import { chokepointPlugin } from '../../src/plugin';
import { COMPANY } from './company';

/** The service factories and plugins a test backend takes. */
type Features = NonNullable<Parameters<typeof startTestBackend>[0]>['features'];

/** A backend with this plugin, a catalog, and a way to ask it. */
export interface Portal {
  api: ReturnType<typeof request.agent>;
  /** Sends events, and waits until they have been processed. */
  send(events: readonly FlowEvent[]): Promise<void>;
  /** Waits until everything that came in has been processed. */
  settle(): Promise<void>;
  /** Begins a scheduled task now, and waits for it. */
  run(task: string): Promise<void>;
  /** Another answer of the catalog, taken over at once. */
  catalogSays(entities: Entity[]): Promise<void>;
  stop(): Promise<void>;
}

/** The API below the root of the backend. */
export const API = '/api/chokepoint/v1';

/** Starts a portal; without a database it has one of its own in memory. */
export async function startPortal(
  options: {
    entities?: Entity[];
    knex?: Knex;
    config?: JsonObject;
    sources?: FlowSource[];
    features?: Features;
    /** Entities that the catalog keeps from some users, by the user's ref. */
    hidden?: Record<string, string[]>;
  } = {},
): Promise<Portal> {
  let entities = options.entities ?? COMPANY;
  const catalog = catalogServiceMock.mock({
    streamEntities: query =>
      catalogServiceMock({ entities }).streamEntities(query),
    async getEntitiesByRefs(query, asker) {
      const hidden = options.hidden?.[refOf(asker)] ?? [];
      return catalogServiceMock({
        entities: entities.filter(e => !hidden.includes(stringifyEntityRef(e))),
      }).getEntitiesByRefs(query);
    },
  });
  const sources = createBackendModule({
    pluginId: 'chokepoint',
    moduleId: 'test-sources',
    register(env) {
      env.registerInit({
        deps: { extensionPoint: chokepointSourcesExtensionPoint },
        async init({ extensionPoint }) {
          extensionPoint.addSource(...(options.sources ?? []));
        },
      });
    },
  });
  const scheduler = mockServices.scheduler.mock();
  const tasks = new Map<string, (signal: AbortSignal) => unknown>();
  scheduler.scheduleTask.mockImplementation(async task => {
    tasks.set(task.id, task.fn);
  });
  scheduler.triggerTask.mockImplementation(async id => {
    await tasks.get(id)?.(new AbortController().signal);
  });
  const backend = await startTestBackend({
    features: [
      chokepointPlugin,
      sources,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      mockServices.rootConfig.factory({ data: configOf(options.config) }),
      ...(options.knex
        ? [mockServices.database.factory({ knex: options.knex })]
        : []),
      ...(options.features ?? []),
    ],
  });
  const api = request.agent(backend.server);
  await scheduler.triggerTask('refresh-ownership');
  const settle = async () => {
    await scheduler.triggerTask('project');
  };
  return {
    api,
    settle,
    stop: () => backend.stop(),
    async send(events) {
      await api
        .post(`${API}/events`)
        .send([...events])
        .expect(200);
      await settle();
    },
    async run(task) {
      await scheduler.triggerTask(task);
    },
    async catalogSays(now) {
      entities = now;
      await scheduler.triggerTask('refresh-ownership');
      await settle();
    },
  };
}

/** Whoever sends something may write under every source, if nothing else is said. */
function configOf(config: JsonObject = {}): JsonObject {
  const own = config.chokepoint;
  const isObject = typeof own === 'object' && own !== null;
  return {
    ...config,
    chokepoint: {
      ingest: { sources: { '*': ['*'] } },
      ...(isObject && !Array.isArray(own) && own),
    },
  };
}

const auth = mockServices.auth();

/** The user who asks the catalog; empty for a service. */
function refOf(
  asker: CatalogServiceRequestOptions | CatalogRequestOptions | undefined,
): string {
  return asker &&
    'credentials' in asker &&
    auth.isPrincipal(asker.credentials, 'user')
    ? asker.credentials.principal.userEntityRef
    : '';
}
