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

import { DateTime, Interval } from 'luxon';
import { Duration, Instant } from '../timeline/Segment';

/**
 * When a party works: in its own time zone, on these days, between these hours,
 * and not on holidays.
 *
 * @public
 */
export interface Calendar {
  /** IANA name: `Europe/Zurich`. */
  zone: string;
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  days: readonly number[];
  /** Local time of day: `09:00`. */
  from: string;
  /** Local time of day, after `from`: `17:30`; `24:00` is midnight. */
  to: string;
  /**
   * Hours of working days on which they differ, by ISO weekday: a Friday that
   * ends at noon is `{ 5: { from: '09:00', to: '12:00' } }`.
   */
  hours?: Readonly<Record<number, { from: string; to: string }>>;
  /** Local dates: `2026-12-25`. */
  holidays?: readonly string[];
}

/**
 * The working time within a stretch of time, in milliseconds. A day on which
 * the clock is changed is as long as it was in wall-clock time.
 *
 * @throws RangeError when the zone is unknown or an hour cannot be read
 * @public
 */
export function workingTime(
  start: Instant,
  end: Instant,
  calendar: Calendar,
): Duration {
  return shiftsWithin(start, end, calendar).reduce(
    (total, shift) => total + (shift.end - shift.start),
    0,
  );
}

/** A stretch of work without a break: half-open, as segments are. */
export interface Shift {
  start: Instant;
  end: Instant;
}

/**
 * The shifts of a calendar within a stretch of time, cut to it, in their order.
 *
 * @throws RangeError when the zone is unknown or an hour cannot be read
 */
export function shiftsWithin(
  start: Instant,
  end: Instant,
  calendar: Calendar,
): Shift[] {
  const zone = calendar.zone;
  const hoursOf = hoursByWeekday(calendar);
  const stretch = Interval.fromDateTimes(
    DateTime.fromMillis(start, { zone }),
    DateTime.fromMillis(end, { zone }),
  );
  if (!stretch.isValid) {
    throw new RangeError(`not a stretch in zone ${zone}: ${start} to ${end}`);
  }
  const shifts: Shift[] = [];
  let day = DateTime.fromMillis(start, { zone }).startOf('day');
  while (day.toMillis() < end) {
    // Where the clock is changed at midnight, a day may begin at 01:00.
    const next = day.plus({ days: 1 }).startOf('day');
    if (isWorkingDay(day, calendar)) {
      const { from, to } = hoursOf(day.weekday);
      const shift = Interval.fromDateTimes(
        day.set(from),
        to.hour === 24 ? next : day.set(to),
      ).intersection(stretch);
      if (shift?.start && shift.end && !shift.isEmpty()) {
        shifts.push({
          start: shift.start.toMillis(),
          end: shift.end.toMillis(),
        });
      }
    }
    day = next;
  }
  return shifts;
}

function isWorkingDay(day: DateTime, calendar: Calendar): boolean {
  const date = day.toISODate();
  return (
    calendar.days.includes(day.weekday) &&
    !(date !== null && calendar.holidays?.includes(date))
  );
}

interface TimeOfDay {
  hour: number;
  minute: number;
}

function hoursByWeekday({ from, to, hours = {} }: Calendar) {
  const read = (day: { from: string; to: string }) => ({
    from: hourOf(day.from),
    to: hourOf(day.to),
  });
  const usual = read({ from, to });
  const own = new Map(
    Object.entries(hours).map(([day, differing]) => [
      Number(day),
      read(differing),
    ]),
  );
  return (weekday: number) => own.get(weekday) ?? usual;
}

function hourOf(text: string): TimeOfDay {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || hour > 24 || minute > 59 || (hour === 24 && minute > 0)) {
    throw new RangeError(`not a time of day: ${text}`);
  }
  return { hour, minute };
}
