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

import { IANAZone } from 'luxon';
import type { Duration, Instant } from 'chokepoint-flow';
import { DAY, MINUTE } from './time';

/**
 * Where people work: their zone, and the public holidays that fall on the same
 * date every year.
 */
export class Region {
  private readonly zoneInfo: IANAZone;
  private readonly offsets = new Map<number, Duration>();
  private readonly holidaysOf = new Map<number, Set<number>>();

  constructor(readonly zone: string, private readonly holidays: string[]) {
    this.zoneInfo = IANAZone.create(zone);
  }

  /** What the clocks of the zone add to UTC at noon of a day, in milliseconds. */
  offsetOn(day: number): Duration {
    const known = this.offsets.get(day);
    if (known !== undefined) {
      return known;
    }
    if (this.offsets.size > 1_000) {
      this.offsets.clear();
    }
    const offset = this.zoneInfo.offset(day * DAY + DAY / 2) * MINUTE;
    this.offsets.set(day, offset);
    return offset;
  }

  /** The local day of an instant, in days since the epoch. */
  dayOf(at: Instant): number {
    const nearby = this.offsetOn(Math.floor(at / DAY));
    return Math.floor((at + nearby) / DAY);
  }

  /** Whether a local day is a weekend or a public holiday. */
  isFree(day: number): boolean {
    const weekday = (((day + 4) % 7) + 7) % 7;
    return weekday === 0 || weekday === 6 || this.isHoliday(day);
  }

  private isHoliday(day: number): boolean {
    const year = yearOf(day);
    let days = this.holidaysOf.get(year);
    if (!days) {
      days = new Set(
        this.holidays.map(date => Date.parse(`${year}-${date}`) / DAY),
      );
      this.holidaysOf.set(year, days);
    }
    return days.has(day);
  }
}

/** The year of a local day. */
export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** The regions where the company has offices. */
export const REGIONS = {
  germany: new Region('Europe/Berlin', [
    '01-01',
    '05-01',
    '10-03',
    '12-25',
    '12-26',
  ]),
  portugal: new Region('Europe/Lisbon', [
    '01-01',
    '04-25',
    '05-01',
    '06-10',
    '08-15',
    '10-05',
    '11-01',
    '12-01',
    '12-08',
    '12-25',
  ]),
  poland: new Region('Europe/Warsaw', [
    '01-01',
    '01-06',
    '05-01',
    '05-03',
    '08-15',
    '11-01',
    '11-11',
    '12-25',
    '12-26',
  ]),
  india: new Region('Asia/Kolkata', ['01-26', '08-15', '10-02', '12-25']),
  newYork: new Region('America/New_York', [
    '01-01',
    '06-19',
    '07-04',
    '11-11',
    '12-25',
  ]),
};

/**
 * The name of a region where the company has an office.
 *
 * @public
 */
export type RegionName = keyof typeof REGIONS;
