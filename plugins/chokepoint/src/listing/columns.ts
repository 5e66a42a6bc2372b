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

import { ListOrder } from '../url/view';

/** A column of the list that the backend can sort by. */
export type SortKey = 'title' | 'openedAt' | 'productionAt' | 'age' | 'waiting';

/** How a column is sorted. */
export type SortDirection = 'ascending' | 'descending';

/** How the list is sorted by a column; `undefined` when it is not. */
export function directionOf(
  key: SortKey,
  order: ListOrder,
): SortDirection | undefined {
  if (order === key) {
    return 'ascending';
  }
  return order === `-${key}` ? 'descending' : undefined;
}

/** The order after a column was picked: the other way round when it was. */
export function orderAfter(key: SortKey, order: ListOrder): ListOrder {
  switch (directionOf(key, order)) {
    case 'descending':
      return key;
    case 'ascending':
      return `-${key}`;
    default:
      // Titles begin with A; of dates and lengths the largest comes first.
      return key === 'title' ? key : `-${key}`;
  }
}
