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

import type { Duration, Instant } from 'chokepoint-flow';
import { Dice } from '../chance/Dice';
import { Region, yearOf } from './Region';
import { DAY } from './time';

/** When somebody works. */
export interface Calendar {
  /** The first working instant, not before the one given. */
  next(at: Instant): Instant;
  /** When an amount of working time, begun at an instant, is spent. */
  after(at: Instant, work: Duration): Instant;
  /**
   * The next time of looking into the inbox.
   *
   * @param looks - milliseconds into the working day, ascending
   */
  nextLook(at: Instant, looks: readonly Duration[]): Instant;
}

/** Automations work around the clock. */
export const AROUND_THE_CLOCK: Calendar = {
  next: at => Math.ceil(at),
  after: (at, work) => Math.ceil(at) + Math.round(work),
  nextLook: at => Math.ceil(at),
};

/**
 * The working hours of a person, in milliseconds of the local day.
 *
 * @public
 */
export interface Shift {
  start: Duration;
  end: Duration;
}

interface Absence {
  from: number;
  to: number;
}

/**
 * The calendar of a person: five days a week, a shift, the holidays of the
 * region, and own holidays two or three times a year.
 */
export class WorkingCalendar implements Calendar {
  private absenceYear = Number.NaN;
  private absences: Absence[] = [];

  constructor(
    private readonly region: Region,
    private readonly shift: Shift,
    private readonly seed: number,
  ) {}

  next(moment: Instant): Instant {
    const at = Math.ceil(moment);
    for (let day = this.region.dayOf(at); ; day++) {
      const hours = this.hoursOf(day);
      if (hours && at < hours.end) {
        return Math.max(at, hours.start);
      }
    }
  }

  after(moment: Instant, work: Duration): Instant {
    const at = Math.ceil(moment);
    let left = Math.round(work);
    for (let day = this.region.dayOf(at); ; day++) {
      const hours = this.hoursOf(day);
      const begin = Math.max(at, hours?.start ?? 0);
      if (hours && begin < hours.end) {
        if (left <= hours.end - begin) {
          return begin + left;
        }
        left -= hours.end - begin;
      }
    }
  }

  nextLook(at: Instant, looks: readonly Duration[]): Instant {
    for (let day = this.region.dayOf(at); ; day++) {
      const hours = this.hoursOf(day);
      const look = hours && looks.find(l => hours.start + l >= at);
      if (hours && look !== undefined) {
        return hours.start + look;
      }
    }
  }

  private hoursOf(day: number): Shift | undefined {
    if (this.region.isFree(day) || this.isAway(day)) {
      return undefined;
    }
    const midnight = day * DAY - this.region.offsetOn(day);
    return {
      start: midnight + this.shift.start,
      end: midnight + this.shift.end,
    };
  }

  private isAway(day: number): boolean {
    const year = yearOf(day);
    if (year !== this.absenceYear) {
      this.absenceYear = year;
      this.absences = absencesOf(year, this.seed);
    }
    return this.absences.some(({ from, to }) => day >= from && day <= to);
  }
}

/** The holidays a person takes in a year: a long one and one or two short ones. */
function absencesOf(year: number, seed: number): Absence[] {
  const dice = new Dice(seed * 10_007 + year);
  const newYear = Date.UTC(year, 0, 1) / DAY;
  const lengths = [dice.whole(11, 16), dice.whole(3, 9), dice.whole(1, 3)];
  return lengths.map(length => {
    const from = newYear + dice.whole(5, 350);
    return { from, to: from + length - 1 };
  });
}
