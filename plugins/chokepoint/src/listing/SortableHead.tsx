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

import TableSortLabel from '@material-ui/core/TableSortLabel';
import { SortDirection } from './columns';

interface SortableHeadProps {
  label: string;
  /** How the list is sorted by it; absent when it is not. */
  direction?: SortDirection;
  number?: boolean;
  onSort(): void;
}

/** The head of a column that the list can be sorted by. */
export function SortableHead({
  label,
  direction,
  number,
  onSort,
}: SortableHeadProps) {
  return (
    <th
      scope="col"
      data-sortable
      className={number ? 'number' : undefined}
      aria-sort={direction}
    >
      <TableSortLabel
        active={direction !== undefined}
        direction={direction === 'ascending' ? 'asc' : 'desc'}
        onClick={onSort}
      >
        {label}
      </TableSortLabel>
    </th>
  );
}
