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
import { backOff } from './backOff';

describe('the wait before another attempt', () => {
  it('doubles each time, up to five minutes', () => {
    const waits = [1, 2, 3, 20].map(failures => backOff(2000, failures, 0.5));
    expect(waits).toEqual([2000, 4000, 8000, 300_000]);
  });

  it('is spread by half to either side', () => {
    expect([0, 1].map(random => backOff(2000, 1, random))).toEqual([
      1000, 3000,
    ]);
  });
});
