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

import { EntityReviews } from 'backstage-plugin-chokepoint-common';

/** Reviews asked at one hour of one weekday. */
export type HourOfWeek = EntityReviews['byHour'][number];

/** A field of the heat map. */
export interface HeatField {
  weekday: number;
  hour: number;
  n: number;
  /** Median wait, milliseconds; absent where too few were asked. */
  p50?: number;
  /** How long against the longest of the map, 0 to 1. */
  heat: number;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * The week as seven rows of 24 fields, Monday first. The heat is a rank among
 * the medians, so that one very long wait does not make all others pale.
 */
export function heatMap(byHour: readonly HourOfWeek[]): HeatField[][] {
  const medians = byHour
    .flatMap(({ p50 }) => (p50 === undefined ? [] : [p50]))
    .sort((a, b) => a - b);
  const heatOf = (p50: number) =>
    medians.filter(median => median <= p50).length / medians.length;
  const known = new Map(
    byHour.map(field => [`${field.weekday} ${field.hour}`, field]),
  );
  return DAYS.map(weekday =>
    HOURS.map(hour => {
      const field = known.get(`${weekday} ${hour}`);
      return {
        weekday,
        hour,
        n: field?.n ?? 0,
        p50: field?.p50,
        heat: field?.p50 === undefined ? 0 : heatOf(field.p50),
      };
    }),
  );
}

/** The hours that anything was asked at, with their neighbours in between. */
export function hoursAsked(byHour: readonly HourOfWeek[]): number[] {
  const asked = byHour.filter(({ n }) => n > 0).map(({ hour }) => hour);
  const first = Math.min(...asked);
  const last = Math.max(...asked);
  return HOURS.filter(hour => hour >= first && hour <= last);
}

/** The name of a weekday, short: 1 is `Mon`. */
export function weekdayName(weekday: number): string {
  // The first of January 2024 was a Monday.
  return new Date(Date.UTC(2024, 0, weekday)).toLocaleDateString('en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  });
}
