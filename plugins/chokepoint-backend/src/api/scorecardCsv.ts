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

import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Scorecard, ScorecardRow } from 'backstage-plugin-chokepoint-common';
import { stringify } from 'csv-stringify';
import { Reader, ScorecardRequest } from '../figures/Reader';

/** Rows that are worked out before they are written. */
const PAGE = 50;

/**
 * Writes all rows of a scorecard as CSV, page by page. Lengths are in
 * milliseconds. A cell that a spreadsheet would take for a formula is escaped.
 */
export async function writeScorecard(
  reader: Reader,
  request: ScorecardRequest,
  target: Writable,
): Promise<void> {
  const first = await reader.scorecard({ ...request, limit: PAGE });
  await pipeline(
    rowsFrom(reader, request, first),
    stringify({
      header: true,
      columns: columnsOf(first),
      escape_formulas: true,
      cast: { number: value => String(value) },
    }),
    target,
  );
}

async function* rowsFrom(
  reader: Reader,
  request: ScorecardRequest,
  first: Scorecard,
) {
  let page = first;
  yield* page.items.map(cellsOf);
  while (page.nextCursor !== undefined) {
    page = await reader.scorecard({
      ...request,
      limit: PAGE,
      cursor: page.nextCursor,
    });
    yield* page.items.map(cellsOf);
  }
}

function columnsOf({ items }: Scorecard): string[] {
  const figures = Object.keys(items[0]?.figures ?? {});
  return [
    'entityRef',
    'title',
    'kind',
    'owner',
    'domain',
    'changes',
    ...figures.flatMap(id => [id, `${id} n`, `${id} status`]),
    'queueMs',
    'findings',
  ];
}

function cellsOf(row: ScorecardRow): Record<string, unknown> {
  const { figures, trend: _, ...rest } = row;
  return {
    ...rest,
    ...Object.fromEntries(
      Object.entries(figures).flatMap(([id, figure]) => [
        [id, figure.withheld ?? figure.value],
        [`${id} n`, figure.n],
        [`${id} status`, figure.status],
      ]),
    ),
  };
}
