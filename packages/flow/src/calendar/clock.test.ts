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

import fc from 'fast-check';
import { workingClock } from './clock';
import { Calendar, workingTime } from './workingTime';

const zurich: Calendar = {
  zone: 'Europe/Zurich',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
  holidays: ['2026-01-01', '2026-12-25'],
};
const auckland: Calendar = {
  zone: 'Pacific/Auckland',
  days: [1, 2, 3, 4, 5, 6],
  from: '22:00',
  to: '24:00',
};
const instant = fc.integer({
  min: Date.parse('2024-12-20T00:00:00Z'),
  max: Date.parse('2027-01-10T00:00:00Z'),
});
const calendar = fc.constantFrom(zurich, auckland);

describe('a working clock', () => {
  const clock = workingClock(party =>
    party === 'group:default/kiwis' ? auckland : zurich,
  );
  const partyOf = (of: Calendar) =>
    of === auckland ? 'group:default/kiwis' : 'group:default/web';

  it('counts the working time of the party', () => {
    fc.assert(
      fc.property(instant, instant, calendar, (a, b, of) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(clock(partyOf(of), start, end)).toBe(
          workingTime(start, end, of),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('counts touching stretches as the whole they make', () => {
    fc.assert(
      fc.property(instant, instant, instant, calendar, (a, b, c, of) => {
        const [start, middle, end] = [a, b, c].sort((x, y) => x - y);
        const party = partyOf(of);
        expect(clock(party, start, middle) + clock(party, middle, end)).toBe(
          clock(party, start, end),
        );
      }),
    );
  });
});
