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

import { REGIONS } from './Region';
import { nextWindow } from './ReleaseWindow';
import { DAY, HOUR, MINUTE } from './time';
import { AROUND_THE_CLOCK, WorkingCalendar } from './WorkingCalendar';

const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString();
const NINE_TO_FIVE = { start: 9 * HOUR, end: 17 * HOUR };

/** Somebody in Berlin who has no holidays of their own in March 2026. */
function berliner() {
  for (let seed = 1; ; seed++) {
    const calendar = new WorkingCalendar(REGIONS.germany, NINE_TO_FIVE, seed);
    const month = 22 * 8 * HOUR;
    const end = calendar.after(at('2026-03-01T00:00:00Z'), month);
    if (end === at('2026-03-31T15:00:00Z')) {
      return calendar;
    }
  }
}

describe('a working calendar', () => {
  const calendar = berliner();

  it('begins in the morning, in local time', () => {
    expect(iso(calendar.next(at('2026-03-02T03:00:00Z')))).toBe(
      '2026-03-02T08:00:00.000Z',
    );
  });

  it('goes on at once in working hours', () => {
    expect(iso(calendar.next(at('2026-03-02T10:30:00Z')))).toBe(
      '2026-03-02T10:30:00.000Z',
    );
  });

  it('leaves work over night for the next day', () => {
    expect(iso(calendar.after(at('2026-03-02T15:00:00Z'), 3 * HOUR))).toBe(
      '2026-03-03T10:00:00.000Z',
    );
  });

  it('knows the weekend', () => {
    expect(iso(calendar.after(at('2026-03-06T15:00:00Z'), 2 * HOUR))).toBe(
      '2026-03-09T09:00:00.000Z',
    );
  });

  it('follows the clocks to summer time', () => {
    expect(iso(calendar.next(at('2026-03-30T00:00:00Z')))).toBe(
      '2026-03-30T07:00:00.000Z',
    );
  });

  it('spends no time for no work', () => {
    expect(iso(calendar.after(at('2026-03-02T10:00:00Z'), 0))).toBe(
      '2026-03-02T10:00:00.000Z',
    );
  });

  it('looks into the inbox at fixed times', () => {
    const looks = [20 * MINUTE, 5 * HOUR];

    expect(iso(calendar.nextLook(at('2026-03-02T08:10:00Z'), looks))).toBe(
      '2026-03-02T08:20:00.000Z',
    );
    expect(iso(calendar.nextLook(at('2026-03-02T08:21:00Z'), looks))).toBe(
      '2026-03-02T13:00:00.000Z',
    );
    expect(iso(calendar.nextLook(at('2026-03-02T13:01:00Z'), looks))).toBe(
      '2026-03-03T08:20:00.000Z',
    );
  });

  it('knows the public holidays of its region', () => {
    expect(REGIONS.germany.isFree(at('2026-10-03') / DAY)).toBe(true);
    expect(REGIONS.germany.isFree(at('2026-05-01') / DAY)).toBe(true);
    expect(REGIONS.india.isFree(at('2026-05-01') / DAY)).toBe(false);
  });

  it('has holidays of its own, some weeks a year', () => {
    const first = at('2026-01-01T00:00:00Z');
    const days = Array.from({ length: 365 }, (_, day) => first + day * DAY);
    const workdays = days.filter(
      day => !REGIONS.germany.isFree(day / DAY),
    ).length;
    const worked = days.filter(day => calendar.next(day) < day + DAY).length;

    expect(workdays - worked).toBeGreaterThanOrEqual(7);
    expect(workdays - worked).toBeLessThanOrEqual(25);
  });

  it('of an automation knows no night', () => {
    const midnight = at('2026-03-08T00:00:00Z');

    expect(AROUND_THE_CLOCK.next(midnight)).toBe(midnight);
    expect(AROUND_THE_CLOCK.after(midnight, HOUR)).toBe(midnight + HOUR);
  });
});

describe('a release window', () => {
  it('is on Tuesdays at two in the afternoon', () => {
    const after = at('2026-03-03T13:00:00Z');

    expect(iso(nextWindow('weekly', REGIONS.germany, after))).toBe(
      '2026-03-10T13:00:00.000Z',
    );
    expect(iso(nextWindow('weekly', REGIONS.germany, after - 1))).toBe(
      '2026-03-03T13:00:00.000Z',
    );
  });

  it('is on every working day', () => {
    const friday = at('2026-03-06T13:30:00Z');

    expect(iso(nextWindow('daily', REGIONS.germany, friday))).toBe(
      '2026-03-09T13:00:00.000Z',
    );
  });
});
