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
import { Config } from '@backstage/config';
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

/**
 * Reads `chokepoint.calendars`: the entry without groups is that of everybody
 * who is in none of the others.
 *
 * @throws Error - naming the entry that cannot be used
 */
export function readCalendars(config: Config | undefined): WorkCalendars {
  const entries = config?.getOptionalConfigArray('calendars') ?? [];
  const ofGroups = new Map<Party, Calendar>();
  let otherwise = OFFICE_HOURS;
  entries.forEach((entry, i) => {
    const calendar = readCalendar(entry, `chokepoint.calendars[${i}]`);
    const groups = entry.getOptionalStringArray('groups');
    groups?.forEach(group => ofGroups.set(refOf(group), calendar));
    if (!groups) {
      otherwise = calendar;
    }
  });
  return { ofGroups, otherwise };
}

/** A group as the catalog writes it, however short it is in the configuration. */
function refOf(group: string): string {
  return stringifyEntityRef(
    parseEntityRef(group, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }),
  );
}

function readCalendar(config: Config, where: string): Calendar {
  const calendar: Calendar = {
    zone: config.getOptionalString('zone') ?? OFFICE_HOURS.zone,
    days: config.getOptional<number[]>('days') ?? OFFICE_HOURS.days,
    from: config.getOptionalString('from') ?? OFFICE_HOURS.from,
    to: config.getOptionalString('to') ?? OFFICE_HOURS.to,
    holidays: config.getOptionalStringArray('holidays') ?? [],
  };
  if (calendar.days.some(day => ![1, 2, 3, 4, 5, 6, 7].includes(day))) {
    throw new Error(`${where}.days: 1 (Monday) to 7 (Sunday)`);
  }
  if (calendar.holidays?.some(day => !/^\d{4}-\d{2}-\d{2}$/.test(day))) {
    throw new Error(`${where}.holidays: dates as in 2026-12-25`);
  }
  try {
    workingTime(0, 7 * 86_400_000, {
      ...calendar,
      days: [1, 2, 3, 4, 5, 6, 7],
    });
  } catch (error) {
    throw new Error(
      `${where}: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (calendar.to <= calendar.from) {
    throw new Error(`${where}: from must be earlier than to`);
  }
  return calendar;
}
