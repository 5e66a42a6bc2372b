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
  ChangeDetail,
  EntityDurations,
  EntityFigures,
  EntityReviews,
  FlowMap,
  GatewayDetail,
  GatewayPage,
} from 'backstage-plugin-chokepoint-common';
import { API, Portal, startPortal } from '../../../dev/testing/portal';
import { changeStory, SHOP } from '../../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const HOUR = 3_600_000;
const WINDOW = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
const SHOP_PATH = '/entities/component/default/shop';
const PLATFORM = 'group:default/platform';
const WEB = 'group:default/web';

const CALENDARS = [
  { groups: [PLATFORM], zone: 'Europe/Zurich' },
  // Of the web team too, which has none of its own.
  { groups: ['group:default/engineering'], zone: 'America/New_York' },
];

/**
 * Asked of Bob (platform) on Friday at 16:00 in Zurich, approved there on
 * Monday at 10:00, and merged by Alice (web) when it is 6:00 in New York.
 */
function overTheWeekend(number: number) {
  return changeStory(number, { hour: 102 })
    .tell(102, 'change.reviewRequested', 'alice', {
      reviewers: ['github.com/bob'],
    })
    .tell(168, 'change.reviewed', 'bob', { verdict: 'approved' })
    .tell(169, 'change.merged', 'alice', { sha: `sha-${number}` });
}

describe.each(databases.eachSupportedId())('working hours on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      knex: await databases.init(id),
      config: {
        chokepoint: {
          privacy: { minimumGroupSize: 2 },
          calendars: CALENDARS,
          targets: { handoffs: { target: 4, limit: 6 } },
        },
      },
    });
    await portal.send(
      [1, 2, 3, 4, 5, 6].flatMap(n => overTheWeekend(n).events),
    );
  });

  afterAll(async () => {
    await portal.stop();
  });

  async function get<T>(path: string): Promise<T> {
    const { body } = await portal.api.get(`${API}${path}`).expect(200);
    return body;
  }

  it('are those of the team that holds a change, and have no targets', async () => {
    const path = `${SHOP_PATH}/figures?${WINDOW}`;
    const wall = await get<EntityFigures>(path);
    expect(wall.time).toBe('wallClock');
    expect(wall.figures.reviewLatency).toMatchObject({
      p50: 66 * HOUR,
      status: 'bad',
    });
    const hours = await get<EntityFigures>(`${path}&time=workingHours`);
    expect(hours.time).toBe('workingHours');
    const { reviewLatency, leadTime, handoffs } = hours.figures;
    expect(reviewLatency).toMatchObject({ p50: 2 * HOUR, n: 6 });
    expect(reviewLatency.status).toBeUndefined();
    expect(reviewLatency.target).toBeUndefined();
    expect(reviewLatency.openCounted?.p50).toBe(2 * HOUR);
    expect(leadTime.p50).toBe(2 * HOUR);
    // Not a matter of time: judged as ever.
    expect(handoffs.status).toBe(wall.figures.handoffs.status);
    expect(handoffs.status).toBeDefined();
    expect(hours.stages.find(s => s.stage === 'review')).toMatchObject({
      waiting: 12 * HOUR,
      p50: 2 * HOUR,
    });
    expect(hours.waitingOn).toMatchObject([
      { party: PLATFORM, waiting: 12 * HOUR, share: 1 },
      { party: WEB, waiting: 0 },
    ]);
    expect(wall.waitingOn).toMatchObject([
      { party: PLATFORM, waiting: 6 * 66 * HOUR },
      { party: WEB, waiting: 6 * HOUR },
    ]);
  });

  it('are what a scatter and reviews are told in', async () => {
    const durations = await get<EntityDurations>(
      `${SHOP_PATH}/durations?${WINDOW}&measure=leadTime&time=workingHours`,
    );
    expect(durations.p50).toBe(2 * HOUR);
    expect(durations.points.map(point => point[3])).toEqual(
      Array(6).fill(2 * HOUR),
    );
    const reviews = await get<EntityReviews>(
      `${SHOP_PATH}/reviews?${WINDOW}&time=workingHours`,
    );
    expect(reviews.timeToApproval.p50).toBe(2 * HOUR);
    expect(reviews.byHour).toEqual([
      { weekday: 5, hour: 15, n: 6, p50: 2 * HOUR },
    ]);
    // The target is in wall-clock time.
    expect(reviews.reviewSlo.value).toBe(0);
  });

  it('sum to the same total in the ranking and on the flow map', async () => {
    const asked = `${WINDOW}&scope=component:default/shop&time=workingHours`;
    const page = await get<GatewayPage>(`/gateways?${asked}`);
    expect(page.total.queueMs).toBe(12 * HOUR);
    expect(page.items[0]).toMatchObject({
      party: PLATFORM,
      queueMs: 12 * HOUR,
      queueShare: 1,
      waitP50: 2 * HOUR,
      sentence: expect.stringContaining(
        '2 hours of working time at the median',
      ),
    });
    const map = await get<FlowMap>(`/flow-map?${asked}`);
    expect(map.total.queueMs).toBe(12 * HOUR);
    const gateway = await get<GatewayDetail>(
      `/gateways/${encodeURIComponent(PLATFORM)}?${asked}&target=${HOUR}`,
    );
    expect(gateway.longest.map(wait => wait.length)).toEqual(
      Array(6).fill(2 * HOUR),
    );
    expect(gateway.saving).toMatchObject({ savedMs: 6 * HOUR });
  });

  it('stand beside the length of every line of the ledger', async () => {
    const { segments } = await get<ChangeDetail>(
      `/changes/${encodeURIComponent(`${SHOP}/pull/1`)}`,
    );
    expect(
      segments.map(({ stage, inWorkingHours }) => [stage, inWorkingHours]),
    ).toEqual([
      ['review', 2 * HOUR],
      ['merge', 0],
    ]);
  });

  it('have a tag that is another when the target of reviews is', async () => {
    const path = `${API}${SHOP_PATH}/figures?${WINDOW}&time=workingHours`;
    const { headers, body } = await portal.api.get(path).expect(200);
    expect(body.figures.reviewSlo.value).toBe(0);
    await portal.api
      .put(`${API}${SHOP_PATH}/targets`)
      .send({
        targets: { reviewLatency: { target: 70 * HOUR, limit: 80 * HOUR } },
      })
      .expect(200);
    const again = await portal.api
      .get(path)
      .set('If-None-Match', headers.etag)
      .expect(200);
    expect(again.body.figures.reviewSlo.value).toBe(1);
  });

  it('are asked for by name', async () => {
    const { body } = await portal.api
      .get(`${API}${SHOP_PATH}/figures?time=moonlight`)
      .expect(400);
    expect(body.error.message).toContain('time');
  });
});
