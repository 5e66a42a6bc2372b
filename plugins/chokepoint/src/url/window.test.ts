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

import { instantsOf } from './window';

const NOW = Date.parse('2026-03-31T12:00:30.500Z');

describe('a window', () => {
  it('of days ends at the last full minute', () => {
    expect(instantsOf({ days: 90 }, NOW)).toEqual({
      from: '2025-12-31T12:00:00.000Z',
      to: '2026-03-31T12:00:00.000Z',
    });
  });

  it('between two days has both, in UTC', () => {
    expect(
      instantsOf({ firstDay: '2026-03-01', lastDay: '2026-03-31' }, NOW),
    ).toEqual({
      from: '2026-03-01T00:00:00.000Z',
      to: '2026-04-01T00:00:00.000Z',
    });
  });
});
