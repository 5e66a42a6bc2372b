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
import { API, Portal, startPortal } from '../../dev/testing/portal';
import { changeStory, mergedStory } from '../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const WINDOW = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
const SHOP_PATH = '/entities/component/default/shop';
const LARGE = { additions: 400, deletions: 200 };
const HOUR = 3_600_000;

describe.each(databases.eachSupportedId())('a size on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      config: {
        chokepoint: { privacy: { minimumGroupSize: 1, minimumChanges: 1 } },
      },
    });
    await portal.send([
      ...mergedStory(1, { data: LARGE }).events,
      ...mergedStory(2, { data: LARGE }).events,
      ...mergedStory(3, { data: { ...LARGE, labels: ['bug'] } }).events,
      ...mergedStory(4, { data: { additions: 9 } }).events,
      ...mergedStory(5).events,
      ...changeStory(6, { data: LARGE }).events,
      ...changeStory(7, { data: { deletions: 1 } }).events,
    ]);
  });

  afterAll(async () => {
    await portal.stop();
  });

  const get = async (path: string) =>
    (await portal.api.get(`${API}${path}`).expect(200)).body;
  const titlesOf = (body: { items: { title: string }[] }) =>
    body.items.map(change => change.title).sort();

  it.each([
    ['l', ['Change 1', 'Change 2', 'Change 3', 'Change 6']],
    ['xs', ['Change 4', 'Change 7']],
    ['unknown', ['Change 5']],
    ['xl', []],
  ])('of %s lists the changes of so many lines', async (size, titles) => {
    const body = await get(`${SHOP_PATH}/changes?${WINDOW}&size=${size}`);
    expect(titlesOf(body)).toEqual(titles);
  });

  it('narrows the figures, and the changes behind them, to the same', async () => {
    const { figures, inFlight, workTypes } = await get(
      `${SHOP_PATH}/figures?${WINDOW}&size=l`,
    );
    expect(figures.leadTime.n).toBe(3);
    expect(inFlight.n).toBe(1);
    expect(workTypes).toEqual(['operationalFix', 'other']);
    expect(titlesOf(await get(figures.leadTime.evidence))).toEqual([
      'Change 1',
      'Change 2',
      'Change 3',
    ]);
  });

  it('goes together with the other filters', async () => {
    const { figures } = await get(
      `${SHOP_PATH}/figures?${WINDOW}&size=l&workType=operationalFix&authorKind=human`,
    );
    expect(titlesOf(await get(figures.leadTime.evidence))).toEqual([
      'Change 3',
    ]);
  });

  it.each([
    [
      `${SHOP_PATH}/durations?${WINDOW}&measure=leadTime`,
      'points.length',
      7,
      4,
    ],
    [`${SHOP_PATH}/reviews?${WINDOW}`, 'reviewLatency.n', 5, 3],
    [`${SHOP_PATH}/findings?${WINDOW}`, 'sample.length', 5, 3],
    [`/gateways?${WINDOW}`, 'total.changes', 7, 4],
    [`/gateways/unassigned?${WINDOW}`, 'row.queuedChanges', 7, 4],
    // An hour of each merged change, and all of the window of each open one.
    [`/flow-map?${WINDOW}`, 'edges.0.queueMs', 1427 * HOUR, 714 * HOUR],
    [`/queue?limit=1`, 'total', 2, 1],
    [`/scorecard?${WINDOW}&rows=entities`, 'items.1.changes', 7, 4],
  ])('narrows %s', async (path, place, all, large) => {
    expect(await get(path)).toHaveProperty(place, all);
    expect(await get(`${path}&size=l`)).toHaveProperty(place, large);
  });

  it('that is none is refused by its name', async () => {
    const { body } = await portal.api
      .get(`${API}${SHOP_PATH}/figures?size=huge`)
      .expect(400);
    expect(body.error.message).toContain('size');
  });
});
