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
import { CARD_FIGURES } from '../figures/tile';
import { Words } from '../wording/useWords';

/** The figures that a scorecard has a column for. */
export const SCORECARD_FIGURES = [...CARD_FIGURES, 'throughput'] as const;

/** A figure of the scorecard. */
export type ScorecardFigureId = (typeof SCORECARD_FIGURES)[number];

/** The columns beside the name, in reading order. */
export const COLUMNS = [
  'changes',
  ...SCORECARD_FIGURES,
  'queue',
  'trend',
  'findings',
] as const;

/** A column of the scorecard. */
export type Column = (typeof COLUMNS)[number];

/** What a scorecard can be sorted by. */
export type SortColumn = Exclude<Column, 'trend'> | 'name';

/** Whether a column is a figure. */
export function isFigure(column: Column): column is ScorecardFigureId {
  return SCORECARD_FIGURES.some(id => id === column);
}

/** What a row is sorted by in a column; nothing where nothing is known. */
export function sortValue(
  row: ScorecardRow,
  column: SortColumn,
): number | string | undefined {
  switch (column) {
    case 'name':
      return row.title;
    case 'changes':
      return row.changes;
    case 'queue':
      return row.queueMs;
    case 'findings':
      return row.findings;
    default: {
      const figure = row.figures[column];
      return figure?.withheld ? undefined : figure?.value;
    }
  }
}

/** What a column is called. */
export function columnName(column: Column, t: Words): string {
  switch (column) {
    case 'changes':
      return t('scorecard.columnChanges');
    case 'queue':
      return t('scorecard.columnQueue');
    case 'trend':
      return t('scorecard.columnTrend');
    case 'findings':
      return t('scorecard.columnFindings');
    case 'throughput':
      return t('scorecard.throughput');
    default:
      return t(`figure.${column}`);
  }
}
