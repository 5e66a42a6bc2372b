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

import { TestDatabases } from '@backstage/backend-test-utils';
import { API, Portal, startPortal } from '../dev/testing/portal';
import {
  deploymentStory,
  hours,
  mergedStory,
  SHOP,
} from '../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Everything since before the stories begin, until after they end. */
const WINDOW = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';

function at(hour: number): string {
  return new Date(hours(hour)).toISOString();
}

describe.each(databases.eachSupportedId())('the backend on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      config: { chokepoint: { privacy: { minimumGroupSize: 2 } } },
    });
    await portal.send([
      ...deploymentStory(1, { hour: -2, sha: 'sha-0' }).events,
      ...[1, 2, 3, 4, 5, 6].flatMap(
        n => mergedStory(n, { hour: 24 * n }).events,
      ),
      ...deploymentStory(2, { hour: 24 * 7, sha: 'sha-6' }).events,
    ]);
  });

  afterAll(async () => {
    await portal.stop();
  });

  it('tells who held a change when, from its opening to production', async () => {
    const { body } = await portal.api
      .get(`${API}/changes/${encodeURIComponent(`${SHOP}/pull/3`)}`)
      .expect(200);
    expect(body).toMatchObject({
      key: `${SHOP}/pull/3`,
      state: 'inProduction',
      author: 'user:default/alice',
      owner: 'group:default/web',
      entities: ['component:default/shop'],
      productionObserved: true,
      deployments: [`${SHOP}/deployments/2`],
      milestones: {
        openedAt: at(72),
        approvedAt: at(77),
        mergedAt: at(78),
        productionAt: at(170),
      },
      segments: [
        { stage: 'review', start: at(72), end: at(73), reason: 'unrequested' },
        {
          stage: 'review',
          start: at(73),
          end: at(77),
          holders: [{ party: 'user:default/bob', share: 1 }],
        },
        { stage: 'merge', start: at(77), end: at(78) },
        {
          stage: 'release',
          start: at(78),
          end: at(169),
          holders: [{ party: `gate:release/${SHOP}`, share: 1 }],
        },
        { stage: 'deployment', start: at(169), end: at(170) },
      ],
    });
    expect(body.figures.queueTime + body.figures.workingTime).toBe(body.age);
    expect(body.eventsTotal).toBe(7);
  });

  it('tells the past as it was', async () => {
    const { body } = await portal.api
      .get(`${API}/changes/${encodeURIComponent(`${SHOP}/pull/3`)}`)
      .query({ asOf: at(75) })
      .expect(200);
    expect(body).toMatchObject({
      asOf: at(75),
      state: 'open',
      eventsTotal: 2,
      current: { stage: 'review', since: at(73) },
    });
    expect(body.segments[1]).toMatchObject({ end: at(75), open: true });
  });

  it('pools the figures of a service from its changes', async () => {
    const { body } = await portal.api
      .get(`${API}/entities/component/default/shop/figures?${WINDOW}`)
      .expect(200);
    const lengths = [146, 122, 98, 74, 50, 26];
    const sum = lengths.reduce((total, length) => total + length, 0);
    expect(body.figures.leadTime).toMatchObject({
      n: 6,
      value: 86 * 3_600_000,
      coverage: 1,
    });
    expect(body.figures.queueTimeRatio.value).toBeCloseTo((sum - 6) / sum, 12);
    expect(body.figures.batchSize).toMatchObject({
      n: 2,
      withheld: 'tooFewChanges',
    });
    expect(body.waitingOn.map((w: { party: string }) => w.party)).toEqual([
      `gate:release/${SHOP}`,
      'group:default/platform',
      'group:default/web',
      'unassigned',
    ]);
    const waited = body.waitingOn.reduce(
      (total: number, wait: { waiting: number }) => total + wait.waiting,
      0,
    );
    expect(waited).toBe((sum - 6) * 3_600_000);
    expect(body.partial).toEqual({ pending: 0, syncing: [] });
  });

  it.each([
    'system/default/storefront',
    'domain/default/commerce',
    'group/default/engineering',
  ])('rolls the changes of a service up to %s', async above => {
    const { body } = await portal.api
      .get(`${API}/entities/${above}/changes?${WINDOW}&order=title&limit=4`)
      .expect(200);
    expect(body.total).toBe(6);
    const next = await portal.api
      .get(`${API}/entities/${above}/changes?${WINDOW}&order=title&limit=4`)
      .query({ cursor: body.nextCursor })
      .expect(200);
    expect(
      [...body.items, ...next.body.items].map(change => change.title),
    ).toEqual([1, 2, 3, 4, 5, 6].map(n => `Change ${n}`));
    expect(next.body.nextCursor).toBeUndefined();
  });

  it('lists the changes behind every figure', async () => {
    const { body } = await portal.api
      .get(`${API}/entities/component/default/shop/figures?${WINDOW}`)
      .expect(200);
    const { body: behind } = await portal.api
      .get(`${API}${body.figures.leadTime.evidence}`)
      .expect(200);
    expect(behind.total).toBe(6);
  });

  it('answers 304 while no figure has changed', async () => {
    const path = `${API}/entities/component/default/shop/figures?${WINDOW}`;
    const { headers } = await portal.api.get(path).expect(200);
    await portal.api.get(path).set('If-None-Match', headers.etag).expect(304);
    await portal.send(mergedStory(7, { hour: 200 }).events);
    await portal.api.get(path).set('If-None-Match', headers.etag).expect(200);
  });

  it('tells what feeds it, and how much of it hangs together', async () => {
    const { body } = await portal.api.get(`${API}/sources`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        id: 'api:story',
        kind: 'push',
        state: 'idle',
        rejections: 0,
      }),
    ]);
    expect(body.coverage).toEqual({
      changes: 7,
      decision: 0,
      owner: 1,
      entity: 1,
      deployment: 1,
    });
    expect(body.pending).toBe(0);
  });
});
