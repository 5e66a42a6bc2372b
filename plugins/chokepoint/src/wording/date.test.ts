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

import { formatDay, formatMoment, formatSecond, zoneText } from './date';

const SUMMER = '2026-07-03T22:05:09.000Z';

describe('a date', () => {
  it('is told in the zone of the viewer', () => {
    expect(formatDay(SUMMER, 'Europe/Berlin')).toBe('4 Jul 2026');
    expect(formatMoment(SUMMER, 'Europe/Berlin')).toBe('4 Jul 2026, 00:05');
    expect(formatSecond(Date.parse(SUMMER), 'America/New_York')).toBe(
      '3 Jul 2026, 18:05:09',
    );
  });

  it('says its zone as it was at that moment', () => {
    expect(zoneText(SUMMER, 'Europe/Berlin')).toBe('Europe/Berlin (UTC+2)');
    expect(zoneText('2026-01-03T22:05:09.000Z', 'Europe/Berlin')).toBe(
      'Europe/Berlin (UTC+1)',
    );
    expect(zoneText(SUMMER, 'UTC')).toBe('UTC');
  });
});
