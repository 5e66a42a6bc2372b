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
import { PageSize } from './PageSize';

describe('the length of a page', () => {
  it('is the longest while pages come', () => {
    const size = new PageSize(50);
    expect(size.after(0)).toBe(50);
    size.worked();
    expect(size.after(0)).toBe(50);
  });

  it('halves with each failure, and is never nothing', () => {
    const size = new PageSize(5);
    expect([0, 1, 2, 3, 4].map(failures => size.after(failures))).toEqual([
      5, 2, 1, 1, 1,
    ]);
  });

  it('grows again by a quarter with each page that comes', () => {
    const size = new PageSize(50);
    size.after(1);
    size.after(2);
    const lengths = [1, 2, 3, 4, 5, 6].map(() => {
      const length = size.after(0);
      size.worked();
      return length;
    });
    expect(lengths).toEqual([12, 15, 19, 24, 30, 38]);
  });
});
