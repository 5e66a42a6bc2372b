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

/** Changes on one page. */
export const PAGE_SIZE = 25;

/** Numbers of the first and last change of a page, from 1. */
export function rangeOf(
  page: number,
  shown: number,
): { first: number; last: number } {
  const before = (page - 1) * PAGE_SIZE;
  return { first: shown === 0 ? 0 : before + 1, last: before + shown };
}
