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

import { DateTime } from 'luxon';

function inZone(instant: string | number, zone?: string): DateTime {
  const options = { zone: zone ?? 'local' };
  return (
    typeof instant === 'number'
      ? DateTime.fromMillis(instant, options)
      : DateTime.fromISO(instant, options)
  ).setLocale('en');
}

/** A day in the viewer's zone: `3 Mar 2026`. */
export function formatDay(instant: string | number, zone?: string): string {
  return inZone(instant, zone).toFormat('d LLL yyyy');
}

/** A moment in the viewer's zone: `3 Mar 2026, 14:05`. */
export function formatMoment(instant: string | number, zone?: string): string {
  return inZone(instant, zone).toFormat('d LLL yyyy, HH:mm');
}

/** A moment to the second in the viewer's zone: `3 Mar 2026, 14:05:09`. */
export function formatSecond(instant: string | number, zone?: string): string {
  return inZone(instant, zone).toFormat('d LLL yyyy, HH:mm:ss');
}

/** The zone of the viewer, taken apart. */
export interface Zone {
  /** `Europe/Berlin` */
  name: string;
  /** `UTC+2` at that instant. */
  offset: string;
}

/** The viewer's zone and its distance from UTC at an instant. */
export function zoneOf(instant: string | number, zone?: string): Zone {
  const at = inZone(instant, zone);
  return {
    name: at.zoneName ?? 'UTC',
    offset: at.offset === 0 ? 'UTC' : `UTC${at.toFormat('Z')}`,
  };
}

/** The viewer's zone for a caption: `Europe/Berlin (UTC+2)`, or `UTC`. */
export function zoneText(instant: string | number, zone?: string): string {
  const { name, offset } = zoneOf(instant, zone);
  return name === offset ? name : `${name} (${offset})`;
}
