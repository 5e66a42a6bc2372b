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

import { InputError } from '@backstage/errors';
import { Instant, Window } from 'chokepoint-flow';
import { IANAZone } from 'luxon';

const DAY = 86_400_000;
const DEFAULT_LENGTH = 90 * DAY;
const LONGEST = 3 * 366 * DAY;

/**
 * The window of a request: 90 days that end now, where nothing else is said.
 */
export function windowOf(
  request: { from?: Instant; to?: Instant },
  now: Instant,
): Window {
  const to = request.to ?? now;
  const from = request.from ?? to - DEFAULT_LENGTH;
  if (from >= to) {
    throw new InputError('from: must be earlier than to');
  }
  if (to - from > LONGEST) {
    throw new InputError('from: a window has at most three years');
  }
  return { from, to };
}

/** The window of the same length that ends where this one begins. */
export function windowBefore({ from, to }: Window): Window {
  return { from: from - (to - from), to: from };
}

/**
 * The zone in which the weeks of a request begin: that of the viewer, which is
 * UTC where nothing is said.
 */
export function zoneOf({ zone = 'UTC' }: { zone?: string }): string {
  if (!IANAZone.isValidZone(zone)) {
    throw new InputError('zone: not the IANA name of a time zone');
  }
  return zone;
}

/** An instant as the API tells it. */
export function iso(at: Instant): string {
  return new Date(at).toISOString();
}
