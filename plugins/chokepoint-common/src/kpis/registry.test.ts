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

import { FIGURE_IDS, poolFigures } from 'chokepoint-flow';
import { kpiOf, KPIS } from './registry';

const POOLED = poolFigures({
  changes: [],
  releases: [],
  window: { from: 0, to: 1 },
  asOf: 1,
});

describe('the KPIs', () => {
  it('are those of the core, in its order', () => {
    expect(KPIS.map(kpi => kpi.id)).toEqual([...FIGURE_IDS]);
  });

  it.each(FIGURE_IDS)(
    'tell unit and version of %s as the core has them',
    id => {
      const { unit, definition } = kpiOf(id);
      expect({ unit, definition }).toEqual({
        unit: POOLED[id].unit,
        definition: POOLED[id].definition,
      });
    },
  );

  it.each(KPIS.filter(kpi => kpi.defaultTarget))(
    'have a limit for $id that is worse than its target',
    ({
      direction,
      defaultTarget: { target, limit } = { target: 0, limit: 0 },
    }) => {
      expect(direction).not.toBe('neutral');
      expect(direction === 'lower' ? limit > target : limit < target).toBe(
        true,
      );
    },
  );

  it('have a target that comes along only where it holds for everybody', () => {
    const judged = KPIS.filter(kpi => kpi.defaultTarget).map(kpi => kpi.id);
    expect(judged).toEqual([
      'queueTimeRatio',
      'changeFailureRate',
      'reviewLatency',
    ]);
    expect(kpiOf('queueTimeRatio').defaultTarget?.target).toBe(0.5);
  });

  it('are each told in one sentence', () => {
    for (const { title, description } of KPIS) {
      expect(title).toMatch(/^[A-Z][^.]+$/);
      expect(description).toMatch(/^[A-Z][^.]+\.$/);
    }
  });
});
