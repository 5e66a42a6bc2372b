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

import { Calendar, workingTime } from './workingTime';

const HOUR = 3_600_000;
const zurich: Calendar = {
  zone: 'Europe/Zurich',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
  holidays: ['2026-05-14'],
};
const hours = (from: string, to: string, calendar = zurich) =>
  workingTime(Date.parse(from), Date.parse(to), calendar) / HOUR;

describe('working time', () => {
  it.each([
    [
      'within a day',
      '2026-03-03T10:00:00+01:00',
      '2026-03-03T12:30:00+01:00',
      2.5,
    ],
    [
      'over a night',
      '2026-03-03T16:00:00+01:00',
      '2026-03-04T10:00:00+01:00',
      2,
    ],
    [
      'over a weekend',
      '2026-03-06T16:00:00+01:00',
      '2026-03-09T10:00:00+01:00',
      2,
    ],
    [
      'over a holiday',
      '2026-05-13T16:00:00+02:00',
      '2026-05-15T10:00:00+02:00',
      2,
    ],
    [
      'outside of hours',
      '2026-03-03T18:00:00+01:00',
      '2026-03-03T23:00:00+01:00',
      0,
    ],
    [
      'of a whole week',
      '2026-03-02T00:00:00+01:00',
      '2026-03-09T00:00:00+01:00',
      40,
    ],
    ['of nothing', '2026-03-03T10:00:00+01:00', '2026-03-03T10:00:00+01:00', 0],
  ])('counts %s', (_, from, to, expected) => {
    expect(hours(from, to)).toBe(expected);
  });

  it('is that of the zone: the same instants are other hours elsewhere', () => {
    const from = '2026-03-03T16:00:00Z';
    const to = '2026-03-03T20:00:00Z';
    expect(hours(from, to)).toBe(0);
    expect(hours(from, to, { ...zurich, zone: 'America/New_York' })).toBe(4);
  });

  it('is as long as it was in wall-clock time when the clock is changed', () => {
    const nights: Calendar = {
      zone: 'Europe/Zurich',
      days: [7],
      from: '00:00',
      to: '24:00',
    };
    // 29 March 2026 has 23 hours in Zurich, 25 October has 25.
    expect(
      hours('2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', nights),
    ).toBe(23);
    expect(
      hours('2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', nights),
    ).toBe(25);
    expect(
      hours('2026-03-27T16:00:00+01:00', '2026-03-30T10:00:00+02:00'),
    ).toBe(2);
  });

  it('ends at midnight also where a day before began at 01:00', () => {
    // Where the clock goes from 00:00 to 01:00 on 24 April 2026.
    const always: Calendar = {
      zone: 'Africa/Cairo',
      days: [1, 2, 3, 4, 5, 6, 7],
      from: '00:00',
      to: '24:00',
    };
    const [from, to] = [
      '2026-04-23T00:00:00+02:00',
      '2026-04-28T00:00:00+03:00',
    ];
    expect(hours(from, to, always)).toBe(5 * 24 - 1);
  });

  it('is shorter on a half working day', () => {
    const friday = { ...zurich, hours: { 5: { from: '09:00', to: '13:00' } } };
    const [from, to] = [
      '2026-03-05T16:00:00+01:00',
      '2026-03-09T10:00:00+01:00',
    ];
    expect(hours(from, to, friday)).toBe(1 + 4 + 1);
    expect(hours(from, to)).toBe(1 + 8 + 1);
  });

  it('of a weekday ends at midnight, and is none where it is no working day', () => {
    const nights = {
      ...zurich,
      hours: {
        1: { from: '22:00', to: '24:00' },
        6: { from: '10:00', to: '12:00' },
      },
    };
    const [from, to] = [
      '2026-03-07T00:00:00+01:00',
      '2026-03-10T00:00:00+01:00',
    ];
    expect(hours(from, to, nights)).toBe(2);
  });

  it('refuses a zone or an hour that does not exist', () => {
    expect(() =>
      hours('2026-03-03T10:00:00Z', '2026-03-03T11:00:00Z', {
        ...zurich,
        zone: 'Mars/Base',
      }),
    ).toThrow('not a stretch in zone Mars/Base');
    expect(() =>
      hours('2026-03-03T10:00:00Z', '2026-03-03T11:00:00Z', {
        ...zurich,
        to: '25:00',
      }),
    ).toThrow('not a time of day: 25:00');
  });
});
