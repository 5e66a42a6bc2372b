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

import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { chokepointSourcesExtensionPoint } from 'backstage-plugin-chokepoint-node';
import { Knex } from 'knex';
import request from 'supertest';
import { API, Portal, startPortal } from '../../dev/testing/portal';
import { mergedStory } from '../../dev/testing/story';
import { chokepointPlugin } from '../plugin';

const SYNC = `${API}/sources/${encodeURIComponent('test:module')}/sync`;

describe('a source that is asked to sync now', () => {
  const auditor = mockServices.auditor.mock();
  const success = jest.fn();
  const fail = jest.fn();
  auditor.createEvent.mockImplementation(async () => ({ success, fail }));
  let allowed = true;
  let fails = false;
  let runs = 0;
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      sources: [
        {
          id: 'test:module',
          async sync() {
            runs += 1;
            if (fails) {
              throw new Error('502 from the forge');
            }
          },
        },
      ],
      features: [
        auditor.factory,
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () =>
            mockServices.permissions.mock({
              authorize: async requests =>
                requests.map(({ permission }) => ({
                  result:
                    allowed || permission.name !== 'chokepoint.source.sync'
                      ? AuthorizeResult.ALLOW
                      : AuthorizeResult.DENY,
                })),
            }),
        }),
      ],
    });
    await portal.send(mergedStory(1).events);
  });

  beforeEach(() => {
    jest.clearAllMocks();
    allowed = true;
    fails = false;
    runs = 0;
  });

  afterAll(async () => {
    await portal.stop();
  });

  it('does so, and it is audited', async () => {
    const { body } = await portal.api.post(SYNC).expect(202);
    expect(body).toEqual({ id: 'test:module', state: 'requested' });
    expect(runs).toBe(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'source-sync',
        meta: { source: 'test:module' },
      }),
    );
    expect(success).toHaveBeenCalledWith({ meta: { state: 'requested' } });
  });

  it('does so even while it is left alone after a failure', async () => {
    fails = true;
    await portal.api.post(SYNC).expect(202);
    await portal.run('sync-test:module');
    expect(runs).toBe(1);
    fails = false;
    // The wish must come later than the attempt, and a millisecond is enough.
    await new Promise(resolve => setTimeout(resolve, 2));
    await portal.api.post(SYNC).expect(202);
    expect(runs).toBe(2);
    const { body } = await portal.api.get(`${API}/sources`);
    expect(body.items).toContainEqual(
      expect.objectContaining({ id: 'test:module', state: 'idle' }),
    );
  });

  it('does not for those without chokepoint.source.sync, which is audited too', async () => {
    allowed = false;
    const { body } = await portal.api.post(SYNC).expect(403);
    expect(body.error.message).toBe(
      'You need the permission chokepoint.source.sync',
    );
    expect(runs).toBe(0);
    expect(fail).toHaveBeenCalledTimes(1);
  });

  it('cannot when it sends its events itself', async () => {
    const { body } = await portal.api
      .post(`${API}/sources/api%3Astory/sync`)
      .expect(400);
    expect(body.error.message).toBe(
      'api:story sends its events itself: it cannot be asked for them',
    );
  });

  it('must be one that is known', async () => {
    const { body } = await portal.api
      .post(`${API}/sources/test%3Anobody/sync`)
      .expect(404);
    expect(body.error.message).toBe('No source test:nobody');
  });
});

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

describe.each(databases.eachSupportedId())('replicas that share %s', id => {
  /** A sync that runs until it is told to end. */
  function longSync() {
    const ends: (() => void)[] = [];
    return {
      runs: () => ends.length,
      end: () => ends.forEach(end => end()),
      sync: () => new Promise<void>(end => ends.push(end)),
    };
  }

  async function startReplica(knex: Knex, sync: () => Promise<void>) {
    const module = createBackendModule({
      pluginId: 'chokepoint',
      moduleId: 'test-source',
      register(env) {
        env.registerInit({
          deps: { extensionPoint: chokepointSourcesExtensionPoint },
          async init({ extensionPoint }) {
            extensionPoint.addSource({ id: 'test:module', sync });
          },
        });
      },
    });
    return startTestBackend({
      features: [
        chokepointPlugin,
        module,
        schedulerServiceFactory,
        catalogServiceMock.factory(),
        mockServices.database.factory({ knex }),
      ],
    });
  }

  it('run a sync on one of them, and once more when asked meanwhile', async () => {
    const knex = await databases.init(id);
    const { runs, end, sync } = longSync();
    const one = await startReplica(knex, sync);
    const other = await startReplica(knex, sync);
    const until = async (n: number) => {
      while (runs() < n) {
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    };
    const ask = async () =>
      (await request(other.server).post(SYNC).expect(202)).body.state;
    await until(1);
    expect(await ask()).toBe('syncing');
    end();
    await until(2);
    const { body } = await request(one.server).get(`${API}/sources`);
    expect(body.items).toContainEqual(
      expect.objectContaining({ id: 'test:module', state: 'syncing' }),
    );
    end();
    await Promise.all([one.stop(), other.stop()]);
    expect(runs()).toBe(2);
  }, 60_000);
});
