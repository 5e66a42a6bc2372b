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
const SECOND = 1000;
const LONGEST = 5 * 60 * SECOND;

/**
 * How long to wait before the next attempt: twice as long each time, spread by
 * half to either side so that many portals do not come back at once.
 *
 * @param first - milliseconds before the second attempt
 * @param failures - attempts that have failed, 1 or more
 * @param random - 0 to 1
 */
export function backOff(
  first: number,
  failures: number,
  random: number,
): number {
  const wait = Math.min(LONGEST, first * 2 ** (failures - 1));
  return Math.round(wait * (0.5 + random));
}
