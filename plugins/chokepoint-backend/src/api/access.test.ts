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

import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { FlowSource } from 'backstage-plugin-chokepoint-node';
import { API, Portal, startPortal } from '../../dev/testing/portal';
import { mergedStory, SHOP } from '../../dev/testing/story';

const EVENTS = mergedStory(1).events;
const READABLE = [
  '/sources',
  '/rejections',
  '/unmatched',
  '/entities/component/default/shop/figures',
  '/entities/component/default/shop/changes',
  `/changes/${encodeURIComponent(`${SHOP}/pull/1`)}`,
];

describe('a service with an access token of the portal', () => {
  let portal: Portal;

  beforeAll(async () => {
    const access = (token: string, restrictions?: object[]) => ({
      type: 'static',
      options: { token, subject: token },
      ...(restrictions && { accessRestrictions: restrictions }),
    });
    portal = await startPortal({
      config: {
        backend: {
          baseUrl: 'http://localhost',
          auth: {
            externalAccess: [
              access('anything-goes'),
              access('ingest-only', [
                { plugin: 'chokepoint', permission: 'chokepoint.ingest' },
              ]),
              access('read-only', [
                {
                  plugin: 'chokepoint',
                  permissionAttribute: { action: 'read' },
                },
              ]),
              access('another-plugin', [{ plugin: 'catalog' }]),
            ],
          },
        },
      },
      features: [authServiceFactory, httpAuthServiceFactory],
    });
  });

  afterAll(async () => {
    await portal.stop();
  });

  const send = (token?: string) => {
    const request = portal.api.post(`${API}/events`).send(EVENTS);
    return token ? request.set('Authorization', `Bearer ${token}`) : request;
  };
  const read = (path: string, token: string) =>
    portal.api.get(`${API}${path}`).set('Authorization', `Bearer ${token}`);

  it('may send events', async () => {
    const { body } = await send('anything-goes').expect(200);
    expect(body.accepted + body.duplicates).toBe(4);
  });

  it('may send events and read nothing, when restricted to that', async () => {
    await send('ingest-only').expect(200);
    const { body } = await read('/sources', 'ingest-only').expect(403);
    expect(body.error.message).toBe('You need the permission chokepoint.read');
  });

  it('may read and send nothing, when restricted to that', async () => {
    await read('/sources', 'read-only').expect(200);
    const { body } = await send('read-only').expect(403);
    expect(body.error.message).toBe(
      'You need the permission chokepoint.ingest',
    );
  });

  it('is turned away by a token of another plugin, a wrong one, and none', async () => {
    await send('another-plugin').expect(403);
    const { body } = await send('guessed').expect(401);
    expect(body.error.name).toBe('AuthenticationError');
    await send().expect(401);
    await portal.api.get(`${API}/sources`).expect(401);
  });
});

describe('a user', () => {
  const failing: FlowSource = {
    id: 'github:github.com',
    sync: async () => {
      throw new Error('acme/secret could not be read');
    },
  };

  /** A portal whose policy allows some permissions only. */
  async function portalThatAllows(...allowed: string[]): Promise<Portal> {
    const permissions = mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result: allowed.includes(permission.name)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        })),
    });
    return startPortal({
      sources: [failing],
      features: [
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => permissions,
        }),
      ],
    });
  }

  it('needs chokepoint.ingest to send events', async () => {
    const portal = await portalThatAllows('chokepoint.read');
    await portal.api.post(`${API}/events`).send(EVENTS).expect(403);
    await portal.stop();
  });

  it('with chokepoint.ingest may send events and read nothing', async () => {
    const portal = await portalThatAllows('chokepoint.ingest');
    await portal.api.post(`${API}/events`).send(EVENTS).expect(200);
    for (const path of READABLE) {
      await portal.api.get(`${API}${path}`).expect(403);
    }
    await portal.stop();
  });

  it('with chokepoint.read may read everything', async () => {
    const portal = await portalThatAllows(
      'chokepoint.read',
      'chokepoint.ingest',
    );
    await portal.send(EVENTS);
    for (const path of READABLE) {
      await portal.api.get(`${API}${path}`).expect(200);
    }
    await portal.stop();
  });

  it('is told of single repositories by a source with chokepoint.source.sync only', async () => {
    for (const [allowed, told] of [
      [['chokepoint.read'], 'Told to those with the permission'],
      [['chokepoint.read', 'chokepoint.source.sync'], 'acme/secret could not'],
    ] as const) {
      const portal = await portalThatAllows(...allowed);
      await portal.run('sync-github:github.com');
      const { body } = await portal.api.get(`${API}/sources`).expect(200);
      expect(body.items[0].lastError).toContain(told);
      await portal.stop();
    }
  });

  it('who is nobody is asked to sign in', async () => {
    const portal = await portalThatAllows('chokepoint.read');
    await portal.api
      .get(`${API}/sources`)
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
    await portal.stop();
  });
});
