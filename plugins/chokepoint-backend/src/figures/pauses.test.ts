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

import { ChangePage, EntityFigures } from 'backstage-plugin-chokepoint-common';
import { API, startPortal } from '../../dev/testing/portal';
import { changeStory } from '../../dev/testing/story';

const HOUR = 3_600_000;

describe('the time a change was closed before it was reopened', () => {
  it('is in no age', async () => {
    const portal = await startPortal({
      config: {
        chokepoint: { privacy: { minimumGroupSize: 1, minimumChanges: 1 } },
      },
    });
    await portal.send(
      changeStory(1)
        .tell(24, 'change.closed', 'alice')
        .tell(124, 'change.reopened', 'alice').events,
    );
    const path = `${API}/entities/component/default/shop`;
    const { body: told }: { body: EntityFigures } = await portal.api.get(
      `${path}/figures`,
    );
    expect(told.inFlight.oldestAge).toBe(told.figures.wipAge.p50);
    const { body: list }: { body: ChangePage } = await portal.api.get(
      `${path}/changes?state=inFlight`,
    );
    const [{ age, figures, milestones }] = list.items;
    expect(age).toBe((figures.queueTime ?? 0) + (figures.workingTime ?? 0));
    const opened = Date.parse(milestones.openedAt ?? '');
    expect(Date.now() - opened - age).toBeGreaterThanOrEqual(100 * HOUR);
    await portal.stop();
  });
});
