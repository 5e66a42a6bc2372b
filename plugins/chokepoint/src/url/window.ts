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

import { ViewWindow } from './view';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A window as the API takes it: half-open, RFC 3339. */
export interface QueryWindow {
  from: string;
  to: string;
}

/**
 * The instants of a window. One that ends now ends at the last full minute, so
 * that what is asked together is about the same window and can be cached.
 *
 * @param now - milliseconds since the epoch
 */
export function instantsOf(window: ViewWindow, now: number): QueryWindow {
  if ('days' in window) {
    const to = Math.floor(now / MINUTE) * MINUTE;
    return {
      from: new Date(to - window.days * DAY).toISOString(),
      to: new Date(to).toISOString(),
    };
  }
  return {
    from: new Date(Date.parse(window.firstDay)).toISOString(),
    to: new Date(Date.parse(window.lastDay) + DAY).toISOString(),
  };
}
