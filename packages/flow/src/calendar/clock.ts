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

import { Duration, Instant, Party } from '../timeline/Segment';
import { Calendar, Shift, shiftsWithin } from './workingTime';

/**
 * How much of a stretch of time counts for a party, in whole milliseconds: all
 * of it in wall-clock time, the part that lies in its working hours by a
 * working clock. Touching stretches count as much as the whole they make.
 *
 * @public
 */
export type Clock = (party: Party, start: Instant, end: Instant) => Duration;

/**
 * Wall-clock time, which is the same for everybody.
 *
 * @public
 */
export const wallClock: Clock = (_party, start, end) => end - start;

/** The shifts of one year, and the work done when each of them begins. */
interface YearOfShifts {
  shifts: Shift[];
  workedBefore: Duration[];
  total: Duration;
}

/** Adds up the shifts of a calendar. */
class Tally {
  readonly #calendar: Calendar;
  readonly #years = new Map<number, YearOfShifts>();

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  workedBetween(start: Instant, end: Instant): Duration {
    const first = new Date(start).getUTCFullYear();
    const last = new Date(end).getUTCFullYear();
    let worked = this.#workedUntil(last, end) - this.#workedUntil(first, start);
    for (let year = first; year < last; year++) {
      worked += this.#year(year).total;
    }
    return worked;
  }

  /** From the beginning of a year in UTC. */
  #workedUntil(year: number, at: Instant): Duration {
    const { shifts, workedBefore } = this.#year(year);
    const next = firstAfter(shifts, at);
    if (next === 0) {
      return 0;
    }
    const { start, end } = shifts[next - 1];
    return workedBefore[next - 1] + Math.min(at, end) - start;
  }

  #year(year: number): YearOfShifts {
    const known = this.#years.get(year);
    if (known) {
      return known;
    }
    const shifts = shiftsWithin(
      Date.UTC(year, 0, 1),
      Date.UTC(year + 1, 0, 1),
      this.#calendar,
    );
    let total = 0;
    const workedBefore = shifts.map(({ start, end }) => {
      const before = total;
      total += end - start;
      return before;
    });
    const made = { shifts, workedBefore, total };
    this.#years.set(year, made);
    return made;
  }
}

/**
 * A clock that runs in the working hours of a party only. Calendars are read
 * once a year and party, so that it can be asked for any number of stretches.
 *
 * @throws RangeError when a zone is unknown or an hour cannot be read
 * @public
 */
export function workingClock(calendarOf: (party: Party) => Calendar): Clock {
  const tallies = new Map<Calendar, Tally>();
  return (party, start, end) => {
    const calendar = calendarOf(party);
    let tally = tallies.get(calendar);
    if (!tally) {
      tally = new Tally(calendar);
      tallies.set(calendar, tally);
    }
    return tally.workedBetween(start, end);
  };
}

/** The position of the first shift that begins after an instant. */
function firstAfter(shifts: readonly Shift[], at: Instant): number {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (shifts[middle].start > at) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
