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

import {
  ChangePage,
  ChangesQuery,
  ChangeSummary,
} from 'backstage-plugin-chokepoint-common';
import { unparse } from 'papaparse';

/** Changes an export has at most; beyond, it says that it is cut. */
export const EXPORT_LIMIT = 20_000;

const PAGE_SIZE = 500;

const COLUMNS: Record<string, (change: ChangeSummary) => unknown> = {
  key: change => change.key,
  title: change => change.title,
  url: change => change.url,
  repo: change => change.repo,
  state: change => change.state,
  stage: change => change.current?.stage,
  workType: change => change.workType,
  size: change => change.size,
  authorKind: change => change.authorKind,
  owner: change => change.owner,
  entities: change => change.entities.join(' '),
  decidedAt: change => change.milestones.decidedAt,
  openedAt: change => change.milestones.openedAt,
  mergedAt: change => change.milestones.mergedAt,
  productionAt: change => change.milestones.productionAt,
  closedAt: change => change.milestones.closedAt,
  totalMs: change => change.age,
  workingMs: change => change.figures.workingTime,
  waitingMs: change => change.figures.queueTime,
  leadTimeMs: change => change.figures.leadTime,
  handoffs: change => change.figures.handoffs,
  reviewRounds: change => change.figures.reviewRounds,
  returns: change => change.figures.returns,
};

/**
 * Changes as CSV. Instants are RFC 3339, lengths milliseconds. A title that a
 * spreadsheet would run as a formula is made harmless.
 */
export function changesCsv(changes: readonly ChangeSummary[]): string {
  const names = Object.keys(COLUMNS);
  return unparse(
    {
      fields: names,
      data: changes.map(change => names.map(name => COLUMNS[name](change))),
    },
    { escapeFormulae: true },
  );
}

/** What was read for an export. */
export interface ExportedChanges {
  changes: ChangeSummary[];
  /** All that match; more than `changes` when the limit cut it. */
  total: number;
}

/**
 * Reads everything that is listed, page after page, up to the limit.
 *
 * @param progress - told after each page
 */
export async function readAll(
  readPage: (query: ChangesQuery) => Promise<ChangePage>,
  query: ChangesQuery,
  progress: (done: number, total: number) => void,
): Promise<ExportedChanges> {
  const changes: ChangeSummary[] = [];
  let cursor: string | undefined;
  let total: number;
  do {
    const page = await readPage({ ...query, cursor, limit: PAGE_SIZE });
    changes.push(...page.items);
    total = page.total;
    cursor = page.nextCursor;
    progress(changes.length, total);
  } while (cursor && changes.length < EXPORT_LIMIT);
  return { changes, total };
}
