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

import { circlesPath, histogram, nearest, pointsOf } from './points';

describe('the points of a scatter', () => {
  it('are read from the compact answer', () => {
    expect(pointsOf([['key', 'Title', 5, 7, 1, 'other']])).toEqual([
      {
        key: 'key',
        title: 'Title',
        at: 5,
        length: 7,
        open: true,
        workType: 'other',
      },
    ]);
  });

  it('are one path, however many', () => {
    const places = Array.from({ length: 10_000 }, (_, i) => ({ x: i, y: 1 }));
    const path = circlesPath(places, 3);
    expect(path.match(/M/g)).toHaveLength(10_000);
    expect(circlesPath([{ x: 10, y: 5 }], 3)).toBe(
      'M7.0,5.0a3,3 0 1,0 6,0a3,3 0 1,0 -6,0',
    );
  });

  it('are picked when the pointer is near, the nearest first', () => {
    const near = { x: 10, y: 10 };
    const far = { x: 14, y: 10 };
    expect(nearest([far, near], { x: 11, y: 10 }, 5)).toBe(near);
    expect(nearest([far, near], { x: 30, y: 10 }, 5)).toBeUndefined();
  });

  it('fall into the bins of the histogram, none lost', () => {
    expect(histogram([0, 1, 9, 10, 55, 100, 400], [1, 10, 100])).toEqual([
      3, 4,
    ]);
  });
});
