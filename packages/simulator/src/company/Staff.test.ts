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

import { HOUR, MINUTE } from '../calendar/time';
import { AROUND_THE_CLOCK, Calendar } from '../calendar/WorkingCalendar';
import { Desk } from './Staff';

function desk(haste = 1, calendar: Calendar = AROUND_THE_CLOCK): Desk {
  return new Desk(calendar, 'prompt', haste);
}

describe('a desk', () => {
  it('makes one thing after the other', () => {
    const { make } = own(desk());

    expect(make(0, HOUR)).toBe(HOUR);
    expect(make(0, HOUR)).toBe(2 * HOUR);
    expect(make(5 * HOUR, HOUR)).toBe(6 * HOUR);
  });

  it('answers one by one, beside what is made', () => {
    const busy = desk();
    busy.make(0, 10 * HOUR);

    expect(busy.answer(0, HOUR)).toBe(HOUR);
    expect(busy.answer(0, HOUR)).toBeGreaterThan(HOUR);
  });

  it('skims a high pile, so that it does not grow for ever', () => {
    const flooded = desk();
    const each = Array.from({ length: 3_000 }, (_, minute) =>
      flooded.answer(minute * 10 * MINUTE, HOUR),
    );
    const last = 2_999 * 10 * MINUTE;

    expect(each[2_999] - last).toBeLessThan(15 * 24 * HOUR);
  });

  it('hurries where more is wanted than can be done', () => {
    expect(desk(0.5).make(0, HOUR)).toBe(HOUR / 2);
  });
});

function own(one: Desk) {
  return { make: one.make.bind(one) };
}
