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

import type { Duration } from 'chokepoint-flow';

/** One second in milliseconds. */
export const SECOND: Duration = 1_000;
/** One minute in milliseconds. */
export const MINUTE: Duration = 60 * SECOND;
/** One hour in milliseconds. */
export const HOUR: Duration = 60 * MINUTE;
/** One day in milliseconds. */
export const DAY: Duration = 24 * HOUR;
/** One week in milliseconds. */
export const WEEK: Duration = 7 * DAY;
