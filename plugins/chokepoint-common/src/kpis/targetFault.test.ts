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

import { targetFault } from './targetFault';

describe('a target', () => {
  it.each([
    ['lower', 8, 24, undefined],
    ['lower', 8, 8, undefined],
    ['lower', 24, 8, 'limitIsBetter'],
    ['higher', 0.8, 0.6, undefined],
    ['higher', 0.6, 0.8, 'limitIsBetter'],
    ['lower', -1, 8, 'negative'],
    ['higher', 1, -1, 'negative'],
    ['neutral', 1, 2, 'notJudged'],
  ] as const)(
    'where %s is better, good at %d and bad beyond %d: %s',
    (direction, target, limit, fault) => {
      expect(targetFault({ direction }, { target, limit })).toBe(fault);
    },
  );
});
