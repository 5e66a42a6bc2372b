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

import { API, Portal, startPortal } from '../dev/testing/portal';
import { hours, mergedStory, deploymentStory } from '../dev/testing/story';

describe('the backend', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(async () => {
    await portal.stop();
  });

  it('turns events into a timeline, with who held the change when', async () => {
    await portal.send([
      ...mergedStory(42).events,
      ...deploymentStory(7, { hour: 10, sha: 'sha-42' }).events,
    ]);
    await portal.api
      .get(
        `${API}/changes/${encodeURIComponent('github.com/acme/shop/pull/42')}`,
      )
      .expect(200);
    const fig = await portal.api.get(
      `${API}/entities/component/default/shop/figures?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z`,
    );
    console.log(JSON.stringify(fig.body, null, 1));
    const ch = await portal.api
      .get(
        `${API}/entities/group/default/engineering/changes?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z`,
      )
      .expect(200);
    console.log(JSON.stringify(ch.body, null, 1));
    console.log(
      JSON.stringify(
        (await portal.api.get(`${API}/sources`).expect(200)).body,
        null,
        1,
      ),
      hours(0),
    );
  });
});
