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
import {
  EntityFigures,
  EntityFindings,
  EntityTargets,
  FindingPage,
  Snapshot,
  SnapshotComparison,
  SnapshotList,
} from 'backstage-plugin-chokepoint-common';
import { API, Portal, startPortal } from '../../../dev/testing/portal';
import { deploymentStory, mergedStory } from '../../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const WINDOW = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
const SHOP_PATH = '/entities/component/default/shop';

const EVENTS = [
  ...deploymentStory(1, { hour: -2, sha: 'sha-0' }).events,
  ...[1, 2, 3, 4, 5, 6].flatMap(n => mergedStory(n, { hour: 24 * n }).events),
  ...deploymentStory(2, { hour: 24 * 7, sha: 'sha-6' }).events,
];

describe.each(databases.eachSupportedId())('the diagnosis on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      config: {
        chokepoint: {
          privacy: { minimumGroupSize: 2 },
          findings: {
            disabled: ['blindSpot'],
            thresholds: { queueTimeRatio: 0.4 },
          },
        },
      },
    });
    await portal.send(EVENTS);
  });

  afterAll(async () => {
    await portal.stop();
  });

  async function get<T>(path: string): Promise<T> {
    const { body } = await portal.api.get(`${API}${path}`).expect(200);
    return body;
  }

  it('finds what is wrong with a service, with numbers and the changes behind', async () => {
    const { findings, disabled, sample } = await get<EntityFindings>(
      `${SHOP_PATH}/findings?${WINDOW}`,
    );
    const rules = findings.map(finding => finding.rule);
    expect(rules).toContain('coordinationBottleneck');
    expect(rules).not.toContain('blindSpot');
    expect(disabled).toEqual(['blindSpot']);
    expect(findings.every(finding => finding.figures.length > 0)).toBe(true);
    const [cited] = findings.flatMap(f => f.figures.filter(c => c.evidence));
    const behind = await get<{ total: number }>(cited.evidence ?? '');
    expect(behind.total).toBeGreaterThan(0);
    expect(sample.map(row => row.title)).toHaveLength(6);
    expect(sample[0].longestWait?.stage).toBe('release');
  });

  it('is gathered across teams and systems, the worst first', async () => {
    const { items } = await get<FindingPage>(`/findings?${WINDOW}`);
    const found = new Set(items.map(item => item.entityRef));
    expect(found).toContain('group:default/web');
    expect(found).toContain('system:default/storefront');
    const severities = items.map(item => item.finding.severity);
    const inOrder = [...severities].sort(
      (a, b) =>
        ['critical', 'warning', 'info'].indexOf(a) -
        ['critical', 'warning', 'info'].indexOf(b),
    );
    expect(severities).toEqual(inOrder);
    const page = await get<FindingPage>(`/findings?${WINDOW}&limit=1`);
    expect(page.items).toEqual(items.slice(0, 1));
    expect(page.nextCursor).toBeDefined();
  });

  it('is kept, listed, and compared with how things are later', async () => {
    const { body } = await portal.api
      .post(`${API}${SHOP_PATH}/snapshots`)
      .send({ note: 'before' })
      .expect(201);
    const first: Snapshot = body;
    expect(first).toMatchObject({ note: 'before', by: 'user:default/mock' });
    const { items } = await get<SnapshotList>(`${SHOP_PATH}/snapshots`);
    expect(items).toEqual([first]);
    const same = await get<SnapshotComparison>(
      `${SHOP_PATH}/snapshots/${first.id}?compare=${first.id}`,
    );
    expect(same.findings).toMatchObject({ gone: [], new: [] });
    for (const { before, after } of same.figures) {
      expect(after).toBe(before);
    }
    const later = await get<SnapshotComparison>(
      `${SHOP_PATH}/snapshots/${first.id}`,
    );
    expect(later.other).toBeUndefined();
    await portal.api.get(`${API}${SHOP_PATH}/snapshots/none`).expect(404);
    await portal.api
      .get(`${API}/entities/component/default/pay/snapshots/${first.id}`)
      .expect(404);
  });

  it('judges by the entity’s own targets, else by those of the teams above', async () => {
    const statusOf = async () => {
      const { figures } = await get<EntityFigures>(
        `${SHOP_PATH}/figures?${WINDOW}`,
      );
      return figures.reviewLatency.status;
    };
    const put = (path: string, target: number) =>
      portal.api
        .put(`${API}${path}/targets`)
        .send({ targets: { reviewLatency: { target, limit: target } } })
        .expect(200);
    expect(await statusOf()).toBe('good');
    await put('/entities/group/default/engineering', 1);
    expect(await statusOf()).toBe('bad');
    const { body } = await put(SHOP_PATH, 1e9);
    const told: EntityTargets = body;
    expect(told.targets.reviewLatency).toEqual({ target: 1e9, limit: 1e9 });
    expect(told.inherited.reviewLatency).toEqual({ target: 1, limit: 1 });
    expect(told.inheritedFrom).toEqual({
      reviewLatency: 'group:default/engineering',
    });
    expect(told.defaults.reviewLatency.target).toBe(8 * 3_600_000);
    expect(await statusOf()).toBe('good');
    await portal.api
      .put(`${API}${SHOP_PATH}/targets`)
      .send({ targets: {} })
      .expect(200);
    expect(await statusOf()).toBe('bad');
  });

  it.each([
    ['a figure that is none', { nothing: { target: 1, limit: 2 } }],
    ['a limit better than the target', { leadTime: { target: 2, limit: 1 } }],
    ['a negative target', { leadTime: { target: -1, limit: 1 } }],
    ['a figure that is not judged', { arrivals: { target: 1, limit: 2 } }],
  ])('refuses %s', async (_, targets) => {
    const { body } = await portal.api
      .put(`${API}${SHOP_PATH}/targets`)
      .send({ targets })
      .expect(400);
    expect(body.error.message).toContain(Object.keys(targets)[0]);
  });
});
