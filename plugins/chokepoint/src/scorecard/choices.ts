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

import { RowKind } from '../api/scorecardReadings';
import { SortDirection } from '../listing/columns';
import { COLUMNS, Column, SortColumn } from './columns';

/** Everything one can choose of a scorecard; all of it is in the address. */
export interface ScorecardChoices {
  rows?: RowKind;
  sort: SortColumn;
  direction: SortDirection;
  columns: readonly Column[];
  groupByDomain: boolean;
  heat: boolean;
  hideTooFew: boolean;
}

const SORTABLE: readonly SortColumn[] = [
  'name',
  ...COLUMNS.filter(
    (column): column is Exclude<Column, 'trend'> => column !== 'trend',
  ),
];

function parseSort(text: string | null) {
  const descending = !text || text.startsWith('-');
  const name = text?.replace(/^-/, '');
  const sort = SORTABLE.find(column => column === name);
  // The longest queue first, until somebody asks otherwise.
  return {
    sort: sort ?? 'queue',
    direction: !sort || descending ? 'descending' : 'ascending',
  } as const;
}

function parseRows(text: string | null): RowKind | undefined {
  return text === 'teams' || text === 'entities' ? text : undefined;
}

/** Reads the choices from the address. */
export function parseChoices(params: URLSearchParams): ScorecardChoices {
  const named = params.get('columns')?.split(',');
  const columns = COLUMNS.filter(column => named?.includes(column) ?? true);
  return {
    rows: parseRows(params.get('rows')),
    ...parseSort(params.get('sort')),
    columns,
    groupByDomain: params.get('group') === 'domain',
    heat: params.get('heat') !== 'off',
    hideTooFew: params.get('few') === 'hide',
  };
}

/** A list of columns as the address has it; nothing where it is all of them. */
export function columnsParameter(
  columns: readonly Column[],
): string | undefined {
  return columns.length === COLUMNS.length ? undefined : columns.join(',');
}

/** How to sort after a column was picked: the other way round when it was. */
export function sortAfter(
  { sort, direction }: Pick<ScorecardChoices, 'sort' | 'direction'>,
  picked: SortColumn,
): string {
  if (sort === picked) {
    return direction === 'descending' ? picked : `-${picked}`;
  }
  // Names begin with A; of numbers the largest comes first.
  return picked === 'name' ? picked : `-${picked}`;
}
