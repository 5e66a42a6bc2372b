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

import { ScorecardRow } from 'backstage-plugin-chokepoint-common';
import { SortDirection } from '../listing/columns';
import { SCORECARD_FIGURES, SortColumn, sortValue } from './columns';

/** Whether so little is known of a row that no figure of it can be told. */
export function hasTooFew({ figures }: ScorecardRow): boolean {
  return SCORECARD_FIGURES.every(id => {
    const figure = figures[id];
    return (
      figure?.value === undefined ||
      figure.withheld !== undefined ||
      figure.status === 'tooFew' ||
      figure.n === 0
    );
  });
}

function compare(a: number | string, b: number | string): number {
  return typeof a === 'string' && typeof b === 'string'
    ? a.localeCompare(b)
    : Number(a) - Number(b);
}

/** Rows in the order of a column; those without a value come last either way. */
export function sortRows(
  rows: readonly ScorecardRow[],
  column: SortColumn,
  direction: SortDirection,
): ScorecardRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const a = sortValue(left, column);
    const b = sortValue(right, column);
    if (a === undefined || b === undefined) {
      return Number(a === undefined) - Number(b === undefined);
    }
    return sign * compare(a, b) || left.title.localeCompare(right.title);
  });
}

/** One line of the table: a heading, or a row. */
export type Line =
  | { kind: 'domain'; domain?: string }
  | { kind: 'row'; row: ScorecardRow };

/** Rows under the headings of their domains; those without one come last. */
export function byDomain(rows: readonly ScorecardRow[]): Line[] {
  const domains = [...new Set(rows.map(({ domain }) => domain))].sort((a, b) =>
    (a ?? '\uffff').localeCompare(b ?? '\uffff'),
  );
  return domains.flatMap(domain => [
    { kind: 'domain' as const, domain },
    ...rows
      .filter(row => row.domain === domain)
      .map(row => ({ kind: 'row' as const, row })),
  ]);
}
