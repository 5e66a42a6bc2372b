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

import { heatMap, hoursAsked, weekdayName } from './heat';

const field = (weekday: number, hour: number, n: number, p50?: number) => ({
  weekday,
  hour,
  n,
  p50,
});

describe('the heat map of reviews', () => {
  it('has every hour of the week, Monday first', () => {
    const map = heatMap([field(1, 9, 3, 60)]);
    expect(map).toHaveLength(7);
    expect(map.every(day => day.length === 24)).toBe(true);
    expect(map[0][9]).toMatchObject({ n: 3, p50: 60, heat: 1 });
    expect(map[6][9]).toMatchObject({ n: 0, heat: 0 });
    expect(weekdayName(1)).toBe('Mon');
    expect(weekdayName(7)).toBe('Sun');
  });

  it('ranks the medians, so that one long wait does not pale the others', () => {
    const map = heatMap([
      field(1, 9, 3, 10),
      field(2, 9, 3, 20),
      field(3, 9, 3, 1_000_000),
      field(4, 9, 1),
    ]);
    expect(map[0][9].heat).toBeCloseTo(1 / 3);
    expect(map[1][9].heat).toBeCloseTo(2 / 3);
    expect(map[2][9].heat).toBe(1);
    expect(map[3][9].heat).toBe(0);
  });

  it('shows the hours between the first and the last that was asked at', () => {
    expect(
      hoursAsked([field(1, 8, 2), field(3, 11, 1), field(5, 22, 0)]),
    ).toEqual([8, 9, 10, 11]);
  });
});
