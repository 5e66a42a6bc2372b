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

import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createServer } from 'node:net';
import chokepointPlugin from '../../src';
import { silentLogger } from './silentLogger';

/** What callers of such a backend prove who they are with. */
export const TOKEN = 'test-token';

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise(resolve => server.once('listening', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A backend as it is deployed, but with this plugin alone; not started yet. */
export function backendOn(
  port: number,
  database: object,
  entities: Entity[],
): ReturnType<typeof createBackend> {
  const backend = createBackend();
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        chokepoint: { ingest: { sources: { test: ['*'] } } },
        backend: {
          baseUrl: `http://localhost:${port}`,
          listen: { port, host: '127.0.0.1' },
          database,
          // A flood may take longer than the five minutes of Node.
          server: { requestTimeout: { minutes: 60 } },
          auth: {
            externalAccess: [
              { type: 'static', options: { token: TOKEN, subject: 'test' } },
            ],
          },
        },
      },
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => silentLogger,
    }),
  );
  backend.add(catalogServiceMock.factory({ entities }));
  backend.add(chokepointPlugin);
  return backend;
}
