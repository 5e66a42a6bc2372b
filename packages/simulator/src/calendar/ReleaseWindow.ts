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

import type { Instant } from 'chokepoint-flow';
import { Region } from './Region';
import { DAY, HOUR } from './time';

const TUESDAY = 5;

/** How often a window opens. */
export type WindowRhythm = 'daily' | 'weekly' | 'fortnightly';

/**
 * The next time of a release window: on working days, on Tuesdays, or on every
 * second Tuesday, at 14:00.
 */
export function nextWindow(
  rhythm: WindowRhythm,
  region: Region,
  after: Instant,
): Instant {
  for (let day = region.dayOf(after); ; day++) {
    const at = day * DAY - region.offsetOn(day) + 14 * HOUR;
    if (at > after && isOpen(rhythm, region, day)) {
      return at;
    }
  }
}

function isOpen(rhythm: WindowRhythm, region: Region, day: number): boolean {
  switch (rhythm) {
    case 'daily':
      return !region.isFree(day);
    case 'weekly':
      return day % 7 === TUESDAY;
    case 'fortnightly':
      return day % 14 === TUESDAY;
    default:
      return rhythm satisfies never;
  }
}
