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

import { EntityFigures } from 'backstage-plugin-chokepoint-common';
import { API, Portal, startPortal } from '../../dev/testing/portal';
import { changeStory, mergedStory } from '../../dev/testing/story';

const APRIL = 'from=2026-04-01T00:00:00Z&to=2026-05-01T00:00:00Z';
const SIX = [1, 2, 3, 4, 5, 6];

/** Six hours each, by two people. */
const MARCH = SIX.flatMap(n => mergedStory(n, { hour: 24 * n }).events);

/** Days each, by three people. */
const SLOWER = SIX.flatMap(n => {
  const author = n % 2 ? 'alice' : 'carol';
  const hour = 24 * (30 + n);
  return changeStory(10 + n, { hour, author })
    .tell(hour + 90, 'change.reviewed', 'bob', { verdict: 'approved' })
    .tell(hour + 100, 'change.merged', author, { sha: `sha-${10 + n}` }).events;
});

describe('the trend of a figure', () => {
  async function leadTime(minimumGroupSize: number) {
    const portal: Portal = await startPortal({
      config: { chokepoint: { privacy: { minimumGroupSize } } },
    });
    await portal.send([...MARCH, ...SLOWER]);
    const { body }: { body: EntityFigures } = await portal.api.get(
      `${API}/entities/component/default/shop/figures?${APRIL}`,
    );
    await portal.stop();
    return body.figures.leadTime;
  }

  it('is told with the figure before', async () => {
    const { previous } = await leadTime(2);
    expect(previous).toMatchObject({ n: 6, direction: 'up' });
    expect(previous?.value).toBeDefined();
  });

  it('is not told where the one before has too few people behind it', async () => {
    const { withheld, previous } = await leadTime(3);
    expect(withheld).toBeUndefined();
    expect(previous).toEqual({ n: 6 });
  });
});
