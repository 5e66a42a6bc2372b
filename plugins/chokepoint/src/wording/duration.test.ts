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

import {
  formatCount,
  formatDuration,
  formatExactDuration,
  precisionOf,
} from './duration';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a length of time at a glance', () => {
  it.each([
    [0, '0\u00a0s'],
    [40 * SECOND, '40\u00a0s'],
    [12 * MINUTE, '12\u00a0min'],
    [5 * HOUR, '5\u00a0h'],
    [1.5 * HOUR, '1.5\u00a0h'],
    [13.4 * HOUR, '13\u00a0h'],
    [1.4 * DAY, '1.4\u00a0d'],
    [12.4 * DAY, '12\u00a0d'],
    [1234 * DAY, '1,234\u00a0d'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it.each([
    [59.7 * SECOND, '1\u00a0min'],
    [59.7 * MINUTE, '1\u00a0h'],
    [23.97 * HOUR, '1\u00a0d'],
    [9.97 * DAY, '10\u00a0d'],
  ])(
    'takes the larger unit when %d ms would round up to it: %s',
    (ms, text) => {
      expect(formatDuration(ms)).toBe(text);
    },
  );
});

describe('a count', () => {
  it('has one decimal below ten and none above', () => {
    expect([3.14, 3, 9.96, 31.4].map(formatCount)).toEqual([
      '3.1',
      '3',
      '10',
      '31',
    ]);
  });
});

describe('a length of time in a ledger', () => {
  it('is written without rounding', () => {
    expect(
      formatExactDuration(DAY + 9 * HOUR + 36 * MINUTE + 12_000, 'seconds'),
    ).toBe('1\u00a0d\u00a009:36:12');
    expect(formatExactDuration(12 * MINUTE, 'seconds')).toBe('00:12:00');
    expect(formatExactDuration(250, 'milliseconds')).toBe('00:00:00.250');
  });

  it('is written to the millisecond as soon as one length has any', () => {
    expect(precisionOf([DAY, 12 * MINUTE])).toBe('seconds');
    expect(precisionOf([DAY, 12 * MINUTE + 1])).toBe('milliseconds');
  });
});
