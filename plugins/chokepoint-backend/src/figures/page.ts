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

import { decodeCursor, encodeCursor } from './cursor';
import { PageRequest } from './Reader';

/** One page of a list that is worked out as a whole, and where the next begins. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** As of when a list is worked out: for later pages as for the first. */
export function asOfPage({ cursor }: PageRequest, now: number): number {
  return cursor === undefined ? now : decodeCursor(cursor, 'number').asOf;
}

/**
 * A page of a list. It begins behind the item the page before ended with, or
 * at the same place where that item is gone.
 */
export function pageOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { cursor, limit }: PageRequest,
  asOf: number,
): Page<T> {
  const begin = cursor === undefined ? 0 : beginOf(items, keyOf, cursor);
  const page = items.slice(begin, begin + limit);
  const end = begin + page.length;
  return {
    items: page,
    ...(end < items.length && {
      nextCursor: encodeCursor({
        asOf,
        value: end,
        key: keyOf(items[end - 1]),
      }),
    }),
  };
}

function beginOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  cursor: string,
): number {
  const { key, value } = decodeCursor(cursor, 'number');
  const last = items.findIndex(item => keyOf(item) === key);
  return last === -1 ? Number(value) : last + 1;
}
