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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { SettingsSection } from 'backstage-plugin-chokepoint-node';
import { Calendar, Party, workingTime } from 'chokepoint-flow';

/** When teams work. */
export interface WorkCalendars {
  /** Of groups, and of those below them that have none of their own. */
  ofGroups: ReadonlyMap<Party, Calendar>;
  /** Of everybody else. */
  otherwise: Calendar;
}

const OFFICE_HOURS: Calendar = {
  zone: 'UTC',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const A_WEEK = 7 * 86_400_000;

/**
 * Reads `chokepoint.calendars`: the entry without groups is that of everybody
 * who is in none of the others.
 *
 * @throws InputError - naming the entry that cannot be used
 */
export function readCalendars(
  entries: readonly SettingsSection[],
): WorkCalendars {
  const ofGroups = new Map<Party, Calendar>();
  let otherwise = OFFICE_HOURS;
  for (const entry of entries) {
    const calendar = readCalendar(entry);
    const groups = entry.strings('groups');
    groups?.forEach(group => ofGroups.set(groupRef(group), calendar));
    if (!groups) {
      otherwise = calendar;
    }
  }
  return { ofGroups, otherwise };
}

/** A group as the catalog writes it, however short it is in the configuration. */
export function groupRef(group: string): Party {
  return stringifyEntityRef(
    parseEntityRef(group, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }),
  );
}

function readCalendar(entry: SettingsSection): Calendar {
  const calendar: Calendar = {
    zone: entry.string('zone') ?? OFFICE_HOURS.zone,
    days: entry.numbers('days') ?? OFFICE_HOURS.days,
    from: entry.string('from') ?? OFFICE_HOURS.from,
    to: entry.string('to') ?? OFFICE_HOURS.to,
    holidays: entry.strings('holidays') ?? [],
  };
  if (calendar.days.some(day => !WEEKDAYS.includes(day))) {
    throw new InputError(`${entry.pathOf('days')}: 1 (Monday) to 7 (Sunday)`);
  }
  if (calendar.holidays?.some(day => !/^\d{4}-\d{2}-\d{2}$/.test(day))) {
    throw new InputError(`${entry.pathOf('holidays')}: dates as in 2026-12-25`);
  }
  return usable(entry, { ...calendar, hours: readHours(entry, calendar) });
}

/** Hours of weekdays that differ; what is not said of one is as on the others. */
function readHours(
  entry: SettingsSection,
  { days, from, to }: Calendar,
): Calendar['hours'] {
  if (entry.value('hours') === undefined) {
    return undefined;
  }
  const hours = entry.section('hours', 'working day');
  return Object.fromEntries(
    days
      .filter(day => hours.value(String(day)) !== undefined)
      .map(day => {
        const own = hours.section(String(day));
        return [
          day,
          { from: own.string('from') ?? from, to: own.string('to') ?? to },
        ];
      }),
  );
}

function usable(entry: SettingsSection, calendar: Calendar): Calendar {
  try {
    workingTime(0, A_WEEK, { ...calendar, days: WEEKDAYS });
  } catch (error) {
    return entry.fail(error instanceof Error ? error.message : String(error));
  }
  return [calendar, ...Object.values(calendar.hours ?? {})].some(
    ({ from, to }) => to <= from,
  )
    ? entry.fail('from must be earlier than to')
    : calendar;
}
